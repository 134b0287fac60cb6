# Errors around the with protocol.
class NoExit:
  def __enter__(self): return 1
class NoEnter:
  def __exit__(self, *a): pass
class EnterFails:
  def __enter__(self): raise ValueError("enter")
  def __exit__(self, *a): print("never called")
class ExitFails:
  def __enter__(self): return self
  def __exit__(self, *a): raise KeyError("exit")
for c in (NoExit, NoEnter, EnterFails, ExitFails, int):
  try:
    with c(): print("in", c.__name__)
  except Exception as e: print(type(e).__name__, e)
try:
  with ExitFails(): raise OSError("body")
except KeyError as e: print(repr(e.__context__))
