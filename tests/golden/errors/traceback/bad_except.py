# Catching something that is no exception class.
try:
  raise ValueError(1)
except "text":
  pass
