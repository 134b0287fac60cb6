# A generator knows whether it runs, and cannot be entered twice.
def g():
  try: next(me)
  except ValueError as e: yield str(e)
me = g()
print(next(me), me.gi_running, me.gi_frame is not None, me.__name__, me.gi_yieldfrom)
print(list(me), me.gi_frame)
print(type(me), iter(me) is me)
def multi():
  a = yield
  b = yield a
  return (a, b)
m = multi()
m.send(None)
print(m.send("A"))
try: m.send("B")
except StopIteration as e: print(e.value)
