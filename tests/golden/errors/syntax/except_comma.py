# The old except syntax.
try:
  pass
except A, e:
  pass
