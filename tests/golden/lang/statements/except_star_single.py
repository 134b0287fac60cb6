# except*: what a clause raises replaces the part that it caught; a single new exception is not wrapped.
def show(error, depth=0):
  print("  " * depth + repr(error))
  if isinstance(error, BaseExceptionGroup):
    for one in error.exceptions: show(one, depth + 1)


try:
  try:
    raise ExceptionGroup("a", [ValueError(1)])
  except* ValueError:
    raise KeyError("new")
except BaseException as error:
  show(error)
  show(error.__context__)
try:
  try:
    raise ExceptionGroup("a", [ValueError(1), TypeError(2)])
  except* ValueError:
    raise
  except* TypeError:
    raise OSError("x")
except BaseException as error:
  show(error)
try:
  raise ValueError("plain")
except* ValueError as error:
  show(error)
try:
  pass
except* ValueError:
  pass
else:
  print("else")
finally:
  print("finally")
