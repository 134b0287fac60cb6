# Ordinary use, mistakes and corners of timeit: timeit, default_timer, Timer.
import timeit, io, sys, contextlib

def err(f, *a, **k):
    try:
        r = f(*a, **k)
        print("ok", type(r).__name__ if " at 0x" in repr(r) else r)
    except Exception as e:
        print(type(e).__name__, str(e).partition(" at 0x")[0])

n = 0
def f():
    global n; n += 1
print(timeit.timeit(f, number=5) >= 0, n, timeit.timeit('x + 1', 'x = 2', number=3) >= 0, timeit.timeit(number=10) >= 0, timeit.timeit(stmt='f()', globals=globals(), number=2) >= 0, n, len(timeit.repeat(f, repeat=4, number=1)), n)
t = timeit.Timer('a.append(1)', 'a = []'); print(type(t.timeit(3)).__name__, len(t.repeat(2, 5)), t.autorange()[0] >= 1, timeit.Timer(timer=iter(range(100)).__next__).timeit(1), timeit.Timer(f, f).timeit(1) >= 0, n, timeit.default_timer.__name__, timeit.default_number, timeit.default_repeat)
for bad in ((5,), ('x y',), ('return',), ('pass', 5), ('pass', 'x y'), ('yield',), (None,), ('continue',), ('"',), ('if 1:',), ('pass', 'return 1'), ('  pass',), ('"""',)): err(timeit.Timer, *bad)
err(timeit.timeit, 'nope'); err(timeit.timeit, 'pass', 'nope', number=1); err(timeit.timeit, 'pass', number='x'); err(timeit.timeit, 'pass', number=1.5); err(timeit.timeit, 'pass', timer=5, number=1); err(timeit.timeit, '1/0', number=1); err(timeit.timeit, bogus=1); err(timeit.repeat, 'pass', repeat='x'); err(timeit.Timer, 'x', 'y', 5, 6, 7); err(t.timeit, 'x'); err(t.repeat, 1, 'x'); err(timeit.timeit, 'pass', globals=5, number=1); err(t.autorange, 5)
try: timeit.Timer('raise KeyError("k")').timeit(1)
except KeyError as e: print(repr(e))
@contextlib.contextmanager
def quiet():
    o = io.StringIO()
    with contextlib.redirect_stdout(o), contextlib.redirect_stderr(o): yield o
import re
for argv in (['-n', '2', '-r', '1', 'pass'], ['-n2', '-r2', '-s', 'x=1', 'x', '-v'], ['-n', '1', '-r', '3', '-u', 'msec', '-v', 'pass'], ['-x'], ['-u', 'zz', 'pass'], ['-n', '1', '-r', '1', 'undefined_thing'], ['-n', '1', '-r', '0', 'pass'], ['-p', '-n', '1', '-r', '1', 'a = 1', 'b = a']):
    with quiet() as o:
        try: r = timeit.main(argv)
        except Exception as e: r = type(e).__name__, str(e)
    print(argv, r, [re.sub(r'[\d.]+(e-\d+)? ?([num]?sec)', 'T', l) for l in o.getvalue().splitlines()][:1] if r is None else '')
