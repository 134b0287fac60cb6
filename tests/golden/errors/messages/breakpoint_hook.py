# breakpoint() calls sys.breakpointhook with its arguments.
import sys

sys.breakpointhook = lambda *args, **kwargs: print("hook", args, kwargs) or "result"
print(breakpoint(1, key=2))
print(sys.__breakpointhook__.__name__)
del sys.breakpointhook
try:
  breakpoint()
except RuntimeError as error:
  print(error)
print(sys.gettrace(), sys.getprofile(), sys.settrace(None), sys.setprofile(None))
