# A bare raise keeps the traceback and adds no link.
def f():
  try:
    1 / 0
  except ZeroDivisionError:
    print("seen")
    raise
f()
