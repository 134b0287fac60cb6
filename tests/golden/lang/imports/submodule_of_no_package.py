# The search for a submodule of a module that is no package hides what was being handled.
try:
  try:
    1 / 0
  finally:
    import math.nothing
except ImportError as error:
  print(error, error.name, error.__cause__, error.__suppress_context__)
