# time: clocks go forward, sleep sleeps, formatting of a fixed moment.
import time
a = time.monotonic(); p = time.perf_counter(); time.sleep(0.002)
print(time.monotonic() - a >= 0.002, time.perf_counter() - p >= 0.002, isinstance(time.time(), float), isinstance(time.time_ns(), int), time.process_time() >= 0)
t = time.gmtime(0); print(t.tm_year, t.tm_mon, t[2], time.strftime("%Y-%m-%d %H:%M:%S", t), t.tm_wday, t.tm_yday)
for f in (lambda: time.sleep(-1), lambda: time.sleep("a")):
  try: f()
  except (ValueError, TypeError) as e: print(type(e).__name__, e)

# A time whose year does not fit.
import time
for function in (time.ctime, time.localtime, time.gmtime):
  for seconds in (10**18, -10**18):
    try:
      function(seconds)
    except OSError as error:
      print(function.__name__, error)
