# A chain of three with both kinds of links.
def one(): raise KeyError("one")
def two():
  try: one()
  except KeyError as e: raise ValueError("two") from e
try:
  two()
except ValueError:
  raise TypeError("three")
