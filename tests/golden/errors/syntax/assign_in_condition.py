# = where == is meant.
if x = 3:
  pass
