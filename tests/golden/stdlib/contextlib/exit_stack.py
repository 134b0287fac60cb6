# ExitStack: order, callbacks, pop_all, errors.
from contextlib import ExitStack, contextmanager
@contextmanager
def cm(n):
  print("+", n)
  try: yield n
  finally: print("-", n)
with ExitStack() as s:
  print([s.enter_context(cm(i)) for i in range(3)])
  s.callback(print, "callback", 1, sep="=")
  s.push(lambda *a: print("push", a[0]))
with ExitStack() as s:
  s.enter_context(cm("kept"))
  later = s.pop_all()
print("not closed yet")
later.close()
with ExitStack() as s:
  s.push(lambda t, v, tb: True)
  raise ValueError("swallowed")
try:
  with ExitStack() as s:
    s.callback(lambda: 1 / 0)
    raise KeyError("first")
except ZeroDivisionError as e: print(repr(e), repr(e.__context__))
