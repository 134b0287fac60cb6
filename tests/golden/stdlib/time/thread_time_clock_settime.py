# Ordinary use, mistakes and corners of time: thread_time, clock_settime, process_time, strftime.
import time

def err(f, *a, **k):
    try:
        r = f(*a, **k)
        print("ok", type(r).__name__ if " at 0x" in repr(r) else r)
    except Exception as e:
        print(type(e).__name__, str(e).partition(" at 0x")[0])

a = time.thread_time(); b = time.process_time(); sum(range(10000)); print(time.thread_time() >= a, time.process_time() >= b, type(a), isinstance(time.thread_time_ns(), int), time.process_time_ns() >= 0); err(time.thread_time, 1); err(time.process_time, x=1)
err(time.clock_settime, time.CLOCK_MONOTONIC, 5); err(time.clock_settime); err(time.clock_settime, 'x', 1); err(time.clock_settime, 999, 1); err(time.clock_settime_ns, time.CLOCK_MONOTONIC, 5); None
t = time.struct_time((2024, 12, 31, 23, 59, 58, 1, 366, 0))
for f in '%a %A %b %B %d %H %I %j %m %M %p %S %U %w %W %y %Y %% %D %F %T %R %e %C %u %V %G %g %n %t %h %c %x %X %r'.split(): print(f, repr(time.strftime(f, t)), end='; ')
print(time.strftime('%Y-%m-%d', (2000, 1, 1) + (0,) * 6) if 0 else '', time.strftime('plain', t), time.strftime('é%Yü', t), repr(time.strftime('%', t)), time.strftime('%-d', t), len(time.strftime('%Y')) == 4, time.strftime('%Y' * 100, t)[:8], time.strftime('a\nb', t))
for bad in ((2024,), 'x', None, 5, (2024, 13, 1, 0, 0, 0, 0, 1, 0), (2024, 1, 1, 24, 0, 0, 0, 1, 0), (2024, 1, 1, 0, 0, 99, 0, 1, 0), (2024, 1, 1, 0, 0, 0, 0, 999, 0), ('a',) * 9): err(time.strftime, '%Y', bad)
err(time.strftime, '%Y\0x', t) ; err(time.strftime, 5, t); err(time.strftime, b'%Y', t); err(time.strftime); err(time.strftime, '%Y', t, 1); print(time.strftime('%j', (2024, 0, 0, 0, 0, 0, 0, 0, 0)) if 0 else '', time.strptime(time.strftime('%c', t), '%c')[:6], time.strptime('31/12/24', '%d/%m/%y').tm_yday, time.mktime(t) == time.mktime(tuple(t)))
for wrong in (lambda: time.clock_settime_ns(1, "a"), lambda: time.clock_settime_ns(1, 1.5), lambda: time.clock_settime_ns(1, 10**30), lambda: time.clock_settime(1, float("nan")), lambda: time.clock_settime(1, "a")):
    try:
        wrong()
    except (OverflowError, TypeError, ValueError) as error:
        print(type(error).__name__, error)
