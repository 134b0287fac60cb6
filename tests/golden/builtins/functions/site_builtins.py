# What the site module puts among the builtins tells how it is used, and is callable.
import builtins

for name in ("exit", "quit", "help", "license"):
  print(name, "=", repr(getattr(builtins, name)))
for function in (exit, help, credits, copyright, license):
  print(type(function).__name__, callable(function), repr(function) == str(function))
  for call in (lambda: function(1, 2, 3), lambda: function(no=1)):
    try:
      call()
    except TypeError as error:
      print("  TypeError:", error)
try:
  exit(3)
except SystemExit as error:
  print(repr(error))
