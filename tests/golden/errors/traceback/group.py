# An exception group is printed as a tree.
def make(e):
  try: raise e
  except Exception as x: return x
raise ExceptionGroup("several", [make(ValueError("one")), TypeError("two"), ExceptionGroup("inner", [make(KeyError("k"))])])
