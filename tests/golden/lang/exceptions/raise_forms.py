# raise with classes, instances, nothing and wrong things.
def attempt(f):
  try: f()
  except BaseException as e: print(type(e).__name__, e)
def r(x): raise x
attempt(lambda: r(ValueError))
attempt(lambda: r(ValueError("i")))
attempt(lambda: r(5))
attempt(lambda: r(int))
def bare(): raise
attempt(bare)
class Needs(Exception):
  def __init__(self, a): pass
attempt(lambda: r(Needs))
class Odd(Exception):
  def __new__(cls): return 5
attempt(lambda: r(Odd))
def catch(t):
  try: raise ValueError("v")
  except t: print("caught")
attempt(lambda: catch(5))
attempt(lambda: catch((KeyError, 5)))
attempt(lambda: catch((KeyError, (ValueError,))))
attempt(lambda: catch(()))
