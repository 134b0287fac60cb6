# Ordinary use, mistakes and corners of time: monotonic, time_ns, asctime, sleep.
import time, datetime

def err(f, *a, **k):
    try:
        r = f(*a, **k)
        print("ok", type(r).__name__ if " at 0x" in repr(r) else r)
    except Exception as e:
        print(type(e).__name__, str(e).partition(" at 0x")[0])

a, b = time.monotonic(), time.monotonic(); n = time.time_ns()
print(type(a), b >= a, type(n), abs(n / 1e9 - time.time()) < 5, time.monotonic_ns() // 10 ** 9 - int(time.monotonic()) in (0, -1, 1), time.perf_counter_ns() > 0, time.process_time_ns() >= 0)
for f in (time.monotonic, time.time_ns, time.time, time.perf_counter): err(f, 1); err(f, x=1)
print(time.asctime((2024, 2, 29, 23, 59, 59, 3, 60, 0)), time.asctime(time.gmtime(0)), len(time.asctime()), time.asctime((1, 1, 1, 0, 0, 0, 0, 1, 0)), time.asctime((12345, 1, 1, 0, 0, 0, 0, 1, 0)))
for bad in ('x', (1,), [2024] * 9, (2024, 0, 1, 0, 0, 0, 0, 1, 0), (2024, 1, 0, 0, 0, 0, 0, 1, 0), (2024, 1, 1, -1, 0, 0, 0, 1, 0), (2024, 1, 1, 0, 60, 0, 0, 1, 0), (2024, 1, 1, 0, 0, 62, 0, 1, 0), (2024, 1, 1, 0, 0, 0, 7, 1, 0), (2024, 1, 1, 0, 0, 0, 0, 400, 0), (2024, 'a', 1, 0, 0, 0, 0, 1, 0), 5, None, (2024, 1, 1, 0, 0, 0, -2, 1, 0)): err(time.asctime, bad)
err(time.asctime, (1, 2), 3)
t0 = time.perf_counter(); time.sleep(0.02); print(time.perf_counter() - t0 >= 0.0195, time.sleep(0.0), time.sleep(False))
for bad in (-0.1, 'a', None, float('inf'), float('nan'), 1e100, [1], 1j, -1, 1 << 80): err(time.sleep, bad)
err(time.sleep); err(time.sleep, 1, 2); err(time.sleep, seconds=1)
class S:
    def __index__(self): return 0
class Fl:
    def __float__(self): return 0.0
err(time.sleep, S()); err(time.sleep, Fl())
from fractions import Fraction; from decimal import Decimal
err(time.sleep, Fraction(0)); err(time.sleep, Decimal(0))
print(time.gmtime(0)[:6], time.gmtime(-1)[:6], time.gmtime(1e9), time.localtime(0).tm_isdst, time.mktime((1970, 1, 2, 0, 0, 0, 0, 0, 0)), time.strftime('%Y %m %d %H %M %S %w %U %W %y %p %I', time.gmtime(1e9)))
err(time.gmtime, 1 << 60); err(time.gmtime, 'x'); err(time.gmtime, float('nan')); err(time.gmtime, 1, 2); err(time.localtime, 1e300); err(time.ctime, None.__class__); err(time.mktime, (1, 2)); err(time.mktime, None); err(time.strftime); err(time.strftime, '%Y', 5); err(time.strftime, b'%Y'); err(time.strptime, '5', '%Y'); err(time.strptime, 'Jan', '%d'); err(time.strptime, '2024-01-01 x', '%Y-%m-%d'); err(time.strptime)
print(time.strptime('10 Mar 99', '%d %b %y')[:3], time.strptime('11:05 PM', '%I:%M %p')[3:5], time.strptime('2024 060', '%Y %j')[:3], time.strptime('Thu Jan  1 00:00:00 1970')[:6], time.strptime('  5', '%d') [2] if 0 else '', time.strptime('2024-W05-1', '%G-W%V-%u')[:3])
print(time.timezone, time.altzone, time.daylight, time.tzname, time.tzset(), time.CLOCK_MONOTONIC, isinstance(time.clock_gettime(time.CLOCK_REALTIME), float), time.clock_getres(time.CLOCK_MONOTONIC))
err(time.clock_gettime, 'x'); err(time.clock_gettime, 9999); err(time.clock_gettime); err(time.clock_settime, 1, 2) if 0 else None; err(time.get_clock_info)
