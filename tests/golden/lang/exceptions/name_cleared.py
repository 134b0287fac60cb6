# The name of an except clause is deleted at its end.
def f():
  e = "before"
  try: raise ValueError("x")
  except ValueError as e: pass
  try: print(e)
  except UnboundLocalError as err: print(err)
f()
try: 1 / 0
except ZeroDivisionError as z: kept = z
print(kept, "z" in globals())
