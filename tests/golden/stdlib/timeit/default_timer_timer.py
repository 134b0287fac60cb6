# Ordinary use, mistakes and corners of timeit: default_timer, Timer, repeat, repeat.
import timeit, time

def err(f, *a, **k):
    try:
        r = f(*a, **k)
        print("ok", type(r).__name__ if " at 0x" in repr(r) else r)
    except Exception as e:
        print(type(e).__name__, str(e).partition(" at 0x")[0])

print(timeit.default_timer is time.perf_counter)
calls = []
def work():
    calls.append(1)
t = timeit.Timer(work)
x = t.timeit(number=7)
print(type(x), len(calls), x >= 0)
r = t.repeat(repeat=3, number=4)
print(len(r), all(isinstance(v, float) for v in r), len(calls))
print(len(timeit.repeat('pass', number=10)), len(timeit.repeat('pass', repeat=2, number=10)))
ticks = iter(range(0, 10000, 5))
ft = timeit.Timer('x = 1', timer=lambda: next(ticks))
print(ft.timeit(100), ft.repeat(2, 3))
seen = []
print(ft.autorange(lambda n, s: seen.append((n, s))), seen)
slow = iter([0, 0.01, 1, 1.02, 2, 2.05, 3, 3.1, 4, 4.25])
print(timeit.Timer('pass', timer=slow.__next__).autorange())
g = {'log': []}
timeit.timeit('log.append(n)', setup='n = 5', number=3, globals=g)
print(g['log'], 'n' in g)
setups = []
timeit.timeit(work, setup=lambda: setups.append('s'), number=2)
print(setups)
t = timeit.Timer('1/0')
try:
    t.timeit(1)
except ZeroDivisionError:
    import io
    out = io.StringIO()
    t.print_exc(out)
    print(out.getvalue().splitlines()[-1:])
err(timeit.Timer, 5)
err(timeit.Timer, 'pass', setup=3)
err(timeit.Timer, 'x =')
err(timeit.Timer, 'return 1')
err(timeit.Timer, 'break')
err(timeit.timeit, 'pass', number='a')
err(timeit.timeit, 'undefined_name', number=1)
err(timeit.repeat, 'pass', repeat=1.5, number=1)
err(timeit.timeit, number=2, stmt='pass', bogus=1)
print(timeit.main(['-n', '1', '-r', '1', '-u', 'parsec', 'pass']))
print(timeit.main(['--bogus']))
try:
    print(timeit.main(['-n', 'x', 'pass']))
except ValueError as e:
    print(e)

