# ast.parse() gives the warnings of the tokens; those of the compiler come when the tree is compiled. Where it is generated twice, it warns twice.
import ast
import warnings


def warned(function, *args):
  with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    try:
      function(*args)
    except SyntaxError as error:
      print("  ", error.msg, error.lineno, error.offset)
  for warning in caught:
    print("  ", warning.category.__name__, warning.message, warning.filename, warning.lineno)


for source in ("1or 2", "0x1for x in y", "1.5if 2 else 3", '"\\d"', 'f"\\{x}"', 'f"\\\\{x}"', "2and1000", "1ifx", "while x is 5: pass", "not x is 5", "if not (x is not 'a'): pass"):
  print(source)
  warned(ast.parse, source, "tree")
  warned(compile, source, "code", "exec")

warnings.simplefilter("error")
for source in ("1or 2", "x = 0x1for", "1.5if 2 else 3"):
  try:
    ast.parse(source)
  except SyntaxError as error:
    print(source, "->", error.msg, error.offset, error.end_offset, error.text)
