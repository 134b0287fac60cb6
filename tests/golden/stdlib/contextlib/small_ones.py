# suppress, closing, nullcontext, redirect_stdout.
from contextlib import suppress, closing, nullcontext, redirect_stdout
import io
with suppress(KeyError, ValueError): {}["x"]
print("after")
try:
  with suppress(KeyError): 1 / 0
except ZeroDivisionError: print("not suppressed")
class R:
  def close(self): print("closed")
with closing(R()): print("using")
with nullcontext(5) as v: print(v)
b = io.StringIO()
with redirect_stdout(b): print("hidden")
print(repr(b.getvalue()))
