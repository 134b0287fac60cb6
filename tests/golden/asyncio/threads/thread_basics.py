# Thread: names, daemon, join, is_alive, current_thread, enumerate, errors.
import threading
gate = threading.Event()
def work(a, *, b): gate.wait(); results.append((a, b, threading.current_thread().name))
results = []
t = threading.Thread(target=work, args=(1,), kwargs={"b": 2}, name="worker", daemon=True)
print(t.is_alive(), t.ident, t.daemon, t.name)
for call in (t.join, ):
  try: call()
  except RuntimeError as e: print(e)
t.start()
print(t.is_alive(), t.ident is not None, t in threading.enumerate(), threading.active_count())
try: t.start()
except RuntimeError as e: print(e)
try: t.daemon = False
except RuntimeError as e: print(e)
t.join(0.001); print("still", t.is_alive())
gate.set(); t.join()
print(t.is_alive(), results, threading.active_count())
print(threading.current_thread() is threading.main_thread(), threading.main_thread().name)
try: threading.current_thread().join()
except RuntimeError as e: print(e)
class Sub(threading.Thread):
  def run(self): self.value = 42
s = Sub(); s.start(); s.join(); print(s.value, s.name.rstrip("0123456789"))
def named(): pass
print(threading.Thread(target=named).name.partition(" ")[2])
try: threading.Thread(group=5)
except AssertionError as e: print(e)
