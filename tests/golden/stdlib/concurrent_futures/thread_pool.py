# ThreadPoolExecutor: submit, map, wait, as_completed, callbacks, shutdown.
from concurrent.futures import ThreadPoolExecutor, wait, as_completed, FIRST_COMPLETED, TimeoutError, CancelledError, Future
import threading
def sq(x): return x * x
with ThreadPoolExecutor(2) as p:
  f = p.submit(sq, 3); print(f.result(), f.done(), f.exception(), f.cancelled())
  print(list(p.map(sq, range(4))), list(p.map(pow, [2, 3], [3, 2])), sorted(x.result() for x in as_completed([p.submit(sq, n) for n in range(3)])))
  e = p.submit(lambda: 1 / 0)
  try: e.result()
  except ZeroDivisionError as x: print("raised", x, repr(e.exception()))
  gate = threading.Event()
  blocked = p.submit(gate.wait)
  try: blocked.result(timeout=0.005)
  except TimeoutError: print("timeout")
  gate.set(); print(blocked.result())
  d, n = wait([p.submit(sq, 1), p.submit(sq, 2)]); print(len(d), len(n))
  g = p.submit(sq, 7); g.add_done_callback(lambda f: print("callback", f.result())); wait([g])
try: p.submit(sq, 1)
except RuntimeError as x: print(x)
h = Future(); print(h.cancel(), h.cancelled(), h.running())
try: h.result()
except CancelledError: print("cancelled")
try: ThreadPoolExecutor(0)
except ValueError as x: print(x)
