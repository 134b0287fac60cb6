# Filters turn warnings of the compiler into SyntaxErrors.
import warnings

warnings.simplefilter("error")
for source in ('x is 1', 'assert (x, "m")', '"a" (1)', '[1]["a"]', '"\\d"', 'b"\\q"'):
  try:
    compile(source, "<test>", "exec")
  except SyntaxError as error:
    print(source, "->", error.msg, error.lineno, error.offset)
