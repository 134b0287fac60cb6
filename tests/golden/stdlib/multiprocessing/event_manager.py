# Ordinary use, mistakes and corners of multiprocessing: Event, Manager, Barrier, active_children.
import multiprocessing as mp, time, os

def err(f, *a, **k):
    try:
        r = f(*a, **k)
        print("ok", type(r).__name__ if " at 0x" in repr(r) else r)
    except Exception as e:
        print(type(e).__name__, str(e).partition(" at 0x")[0])

def waiter(ev, q): q.put(('waited', ev.wait(5)))
def party(bar, q):
    i = bar.wait(5); q.put(('passed', i >= 0))
def fill(d, l, ns, n): d[n] = n * n; l.append(n); ns.total = n
def sleepy(): time.sleep(30)
if __name__ == '__main__':
    print(mp.active_children(), mp.cpu_count() > 0, mp.current_process().name)
    ev, q = mp.Event(), mp.Queue(); print(ev.is_set(), ev.wait(0.01)); ps = [mp.Process(target=waiter, args=(ev, q)) for _ in range(2)]; [p.start() for p in ps]; print(len(mp.active_children()) == 2, ev.set(), ev.is_set()); print(q.get(timeout=5), q.get(timeout=5)); [p.join() for p in ps]; print(mp.active_children(), [p.exitcode for p in ps], ev.clear(), ev.is_set())
    bar = mp.Barrier(3, timeout=5); ps = [mp.Process(target=party, args=(bar, q)) for _ in range(2)]; [p.start() for p in ps]; print(bar.wait() in (0, 1, 2), bar.parties, q.get(timeout=5), q.get(timeout=5)); [p.join() for p in ps]; print(bar.n_waiting, bar.broken, bar.abort(), bar.broken); err(bar.wait, 0.01); bar.reset(); err(bar.wait, 0.01); err(mp.Barrier, 0) ; err(mp.Barrier); err(mp.Event, 1)
    with mp.Manager() as m:
        d, l, ns = m.dict(), m.list([0]), m.Namespace(); ps = [mp.Process(target=fill, args=(d, l, ns, n)) for n in (2, 3)]
        for p in ps: p.start(); p.join()
        print(sorted(d.items()), list(l), ns.total, len(l), 2 in d, d.get(9, 'no'), l[-1], d.copy(), l + [1], str(l), repr(ns).partition('(')[2]); err(lambda: d['zz']); err(lambda: l[99]); err(l.remove, 99); err(lambda: ns.nope); lock = m.Lock(); print(lock.acquire(), lock.release(), m.Value('i', 5).value, m.Queue().empty(), m.Event().is_set()); err(m.nope) if hasattr(m, 'nope') else print('no nope')
    err(lambda: d['k']) if 0 else None
    p = mp.Process(target=sleepy, daemon=True); p.start(); print(p.is_alive(), p.daemon, p.name.startswith('Process-'), p.terminate(), p.join(), p.exitcode, p.is_alive()); p = mp.Process(target=sleepy); p.start(); p.kill(); p.join(); print(p.exitcode); p.close(); err(p.is_alive); err(p.join)
    a, b = mp.Pipe(); a.send([1, 'x']); print(b.recv(), b.poll(), a.send_bytes(b'raw'), b.recv_bytes(), a.closed, a.readable); a.close(); err(b.recv); err(a.send, 1); r, w = mp.Pipe(duplex=False); err(r.send, 1); err(w.recv); v = mp.Value('d', 1.5); arr = mp.Array('i', [1, 2, 3]); 
    with v.get_lock(): v.value += 1
    print(v.value, arr[:], len(arr), arr[1]); arr[0] = 9; print(list(arr)); err(mp.Array, 'i', 'x') if 0 else None; err(lambda: arr[10]); err(setattr, v, 'value', 'x'); l2 = mp.Lock(); print(l2.acquire(timeout=1), l2.acquire(False), l2.release()); err(l2.release); s = mp.Semaphore(1); print(s.acquire(), s.acquire(block=False), s.release()); bs = mp.BoundedSemaphore(1); err(bs.release); rl = mp.RLock(); print(rl.acquire(), rl.acquire(), rl.release(), rl.release()); err(rl.release); jq = mp.JoinableQueue(); jq.put(1); print(jq.get(timeout=5), jq.task_done(), jq.join()); err(jq.task_done)
    with mp.Pool(2) as pool: print(pool.map(abs, range(-3, 0)), pool.apply(pow, (2, 3)), sorted(pool.imap_unordered(abs, [-5, 4])), pool.starmap(pow, [(2, 2), (3, 2)]), pool.apply_async(max, (1, 2)).get(5), list(pool.imap(str, [1, 2]))); err(pool.apply, int, ('x',)); err(pool.map, abs, 5); err(pool.apply_async(time.sleep, (5,)).get, 0.01)
    err(pool.map, abs, [1]); err(mp.Pool, -1); err(mp.get_context, 'zz'); print(mp.TimeoutError.__name__, mp.get_start_method(), mp.parent_process())
