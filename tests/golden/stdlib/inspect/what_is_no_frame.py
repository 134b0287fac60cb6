# Functions about frames that are given something else.
import inspect

for function in (inspect.getframeinfo, inspect.getouterframes):
  for given in (5, "x", None):
    try:
      print(function(given))
    except (AttributeError, TypeError) as error:
      print(function.__name__, type(error).__name__, error)
