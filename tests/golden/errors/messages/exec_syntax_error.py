# The compiler has no source text of what exec runs: no line is shown. The parser has.
import traceback

for source in ("return 1", "x = 1 +", "def f():\n  break", "f(a=1, a=2)", "x = (1"):
  try:
    exec(source)
  except SyntaxError as error:
    print(repr(error.text))
    print("".join(traceback.format_exception_only(error)))
