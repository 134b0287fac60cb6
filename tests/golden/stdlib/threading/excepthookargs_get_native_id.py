# Ordinary use, mistakes and corners of threading: ExceptHookArgs, get_native_id, get_ident, Event.
import threading, time

def err(f, *a, **k):
    try:
        r = f(*a, **k)
        print("ok", type(r).__name__ if " at 0x" in repr(r) else r)
    except Exception as e:
        print(type(e).__name__, str(e).partition(" at 0x")[0])

print(threading.get_ident() == threading.current_thread().ident, threading.get_native_id() == threading.current_thread().native_id, threading.get_native_id() > 0, threading.main_thread().name, threading.active_count(), threading.current_thread())  if 0 else print(threading.get_ident() == threading.current_thread().ident, threading.get_native_id() > 0, threading.main_thread().name, threading.active_count())
e = threading.Event(); print(e.is_set(), e.wait(0.01), e.set(), e.wait(), e.is_set(), e.clear(), e.isSet() if 0 else ''); err(e.wait, 'x'); err(e.wait, 1, 2); err(e.set, 1); err(threading.Event, 1); r = []
def w(n): e.wait(5); r.append((n, threading.current_thread().name))
ts = [threading.Thread(target=w, args=(i,), name=f'w{i}') for i in range(3)]; [t.start() for t in ts]; e.set(); [t.join() for t in ts]; print(sorted(r), ts[0].is_alive(), ts[0].ident is not None, ts[0].daemon)
err(ts[0].start); err(threading.Thread(target=w).join); err(threading.Thread, 5); err(threading.Thread, target=w, bogus=1); err(threading.current_thread().join); err(setattr, ts[0], 'name', 5) ; t = threading.Thread(target=time.sleep, args=(0.05,), daemon=True); t.start(); err(setattr, t, 'daemon', False); print(t.join(0.001), t.is_alive(), t.join(), t.is_alive()); err(t.join, 'x'); err(threading.Thread(group=5).start) if 0 else err(threading.Thread, 5)
h = []; old = threading.excepthook; threading.excepthook = lambda a: h.append((a.exc_type.__name__, str(a.exc_value), a.thread.name)); t = threading.Thread(target=lambda: 1 / 0, name='bad'); t.start(); t.join(); print(h); threading.excepthook = old; a = threading.ExceptHookArgs((ValueError, ValueError('v'), None, None)); print(a.exc_type, a.exc_value, a.thread, len(a)); 
l = threading.Lock(); print(l.acquire(), l.locked(), l.acquire(False), l.acquire(timeout=0.01), l.release(), l.locked()); err(l.release); err(l.acquire, False, 1); err(l.acquire, True, -2); err(l.acquire, 'x') ; 
with l: print(l.locked())
l.acquire(False) ; l.release(); rl = threading.RLock(); print(rl.acquire(), rl.acquire(), rl.release(), rl.release()); err(rl.release); c = threading.Condition(); err(c.wait); err(c.notify); err(c.notify_all)
with c: print(c.wait(0.01), c.wait_for(lambda: True), c.wait_for(lambda: False, 0.01), c.notify())
s = threading.Semaphore(2); print(s.acquire(), s.acquire(), s.acquire(False), s.release(), s.acquire(timeout=0.1)); err(threading.Semaphore, -1); err(s.release, 0); bs = threading.BoundedSemaphore(1); err(bs.release); err(s.acquire, False, 1); b = threading.Barrier(2); x = threading.Thread(target=b.wait); x.start(); print(b.wait() in (0, 1), b.parties, b.broken); x.join(); b.abort(); err(b.wait); b.reset(); err(b.wait, 0.01); print(b.broken); tm = threading.Timer(0.01, lambda: h.append('timer')); tm.start(); tm.join(); print(h[-1]); tm = threading.Timer(5, print); tm.start(); tm.cancel(); tm.join(); loc = threading.local(); loc.x = 1; err(lambda: loc.y)
def other(): print(hasattr(loc, 'x')); loc.x = 2
t = threading.Thread(target=other); t.start(); t.join(); print(loc.x, threading.TIMEOUT_MAX > 1e9, threading.stack_size(), len(threading.enumerate()), threading.settrace.__name__, threading.ThreadError is RuntimeError, threading.excepthook is threading.__excepthook__); err(threading.stack_size, 5); err(threading.stack_size, -1); err(threading.stack_size, 'x'); err(threading.get_ident, 1)
