# except* takes parts of groups, wraps single exceptions and raises what is left.
def run(make):
  try:
    try: raise make()
    except* ValueError as g: print("values", repr(g))
    except* (TypeError, KeyError) as g: print("types", repr(g))
    else: print("else")
    finally: print("finally")
  except BaseException as left: print("left", repr(left))
run(lambda: ExceptionGroup("e", [ValueError(1), TypeError(2)]))
run(lambda: ExceptionGroup("e", [ValueError(1), OSError(2), ExceptionGroup("i", [KeyError(3), OSError(4)])]))
run(lambda: ValueError("single"))
run(lambda: OSError("unmatched"))
try:
  try: raise ExceptionGroup("e", [ValueError(1), TypeError(2)])
  except* ValueError: raise RuntimeError("new")
except ExceptionGroup as g: print(repr(g), repr(g.exceptions[0].__context__))
try:
  try: raise ExceptionGroup("e", [ValueError(1), TypeError(2)])
  except* ValueError: raise
except ExceptionGroup as g: print(repr(g))
try: pass
except* ValueError: print("never")
else: print("nothing raised")
try:
  try: raise ValueError
  except* ExceptionGroup: pass
except TypeError as e: print(e)
