# __context__, __cause__ and __suppress_context__.
def show(e):
  print(repr(e), "| context", repr(e.__context__), "| cause", repr(e.__cause__), e.__suppress_context__)
try:
  try: raise KeyError(1)
  except KeyError: raise ValueError(2)
except ValueError as e: show(e)
try:
  try: raise KeyError(1)
  except KeyError as k: raise ValueError(2) from k
except ValueError as e: show(e)
try:
  try: raise KeyError(1)
  except KeyError: raise ValueError(2) from None
except ValueError as e: show(e)
try: raise ValueError from TypeError
except ValueError as e: show(e)
try: raise ValueError from 5
except TypeError as e: show(e)
try:
  try: raise KeyError(1)
  except KeyError:
    try: raise OSError(2)
    except OSError: pass
    raise
except KeyError as e: show(e)
