# Ordinary use, mistakes and corners of multiprocessing: SimpleQueue, log_to_stderr, AuthenticationError, freeze_support.
import multiprocessing as mp, sys, os, logging

def child(q, x):
    q.put(x * 2)

def fail():
    sys.exit(3)

def err(f, *a, **k):
    try:
        r = f(*a, **k)
        print("ok", type(r).__name__ if " at 0x" in repr(r) else r)
    except Exception as e:
        print(type(e).__name__, str(e).partition(" at 0x")[0])

if __name__ == '__main__':
    mp.freeze_support()
    print(mp.cpu_count() == os.cpu_count(), mp.active_children())
    q = mp.SimpleQueue()
    print(q.empty())
    p = mp.Process(target=child, args=(q, 21), name='worker')
    print(p.name, p.is_alive(), p.exitcode, p.pid, p.daemon)
    p.start()
    print(q.get(), p in mp.active_children() or True)
    p.join()
    print(p.exitcode, p.is_alive(), mp.active_children())
    f = mp.Process(target=fail)
    f.start(); f.join()
    print(f.exitcode)
    err(p.start)
    err(f.join, 'x')
    n = mp.Process(target=child)
    err(n.join)
    err(n.terminate)
    err(lambda: n.sentinel)
    err(mp.Process, 5)
    err(mp.Process, target=child, bogus=1)
    err(setattr, p, 'daemon', True)
    q.put({'a': [1, 2]})
    print(q.empty(), q.get())
    err(q.put, lambda: 1)
    q.close()
    err(q.put, 1)
    print(mp.AuthenticationError.__mro__[1].__name__, issubclass(mp.AuthenticationError, mp.ProcessError))
    try:
        raise mp.AuthenticationError('digest')
    except mp.ProcessError as e:
        print(repr(e))
    log = mp.log_to_stderr()
    print(log.name, log.level, logging.getLevelName(log.level), len(log.handlers))
    print(log is mp.get_logger(), log.propagate)
    log2 = mp.log_to_stderr(logging.ERROR)
    print(log2.level, len(log2.handlers))
    print(mp.current_process().name, mp.parent_process(), mp.get_start_method())
    err(mp.get_context, 'bogus')
    err(mp.set_start_method, 'spawn')
    err(mp.Pool, 0)
    with mp.Pool(2) as pool:
        print(pool.map(abs, [-1, -2, 3]))
        err(pool.map, abs, ['x'])
        err(pool.apply, divmod, (7, 0))
    err(pool.map, abs, [1])
    p.close()
    err(lambda: p.exitcode)
