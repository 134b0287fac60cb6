# A group raised while handling another exception.
try:
  raise OSError("first")
except OSError as e:
  raise ExceptionGroup("wrapped", [ValueError(1)]) from e
