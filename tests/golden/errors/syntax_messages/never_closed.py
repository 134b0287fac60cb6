# A bracket that is never closed: whose mistake is told, and which text is shown.
for source in ["(", "(\n", "x = [1,\ny = 2\n", "f(a b\nc", "f(a b,\nc", "print(1 2\nprint(3)", "{1: 2 3\ny", "x = (a if b\nc", "x = (a b +\nc",
               "foo((a, b)\n", "x = (\n\n\n", "from a import (b\n", "x = 1)", "x = (1]", "x = [a\nb c", "return (\n", "x = (1 + \\\n", "f(a, \\"]:
  try: compile(source, "<source>", "exec")
  except SyntaxError as e: print(repr(source), "-", e.msg, e.lineno, e.offset, e.end_lineno, e.end_offset, repr(e.text))
# In an expression that is evaluated no name may be given to a part outside of brackets.
for source in ["a, c = 5", "lambda: c = 5", "a.b := 1", "lambda: x := 1", "(c = 5)", "[a.b := 1]", "f((a) = 1)"]:
  try: compile(source, "<source>", "eval")
  except SyntaxError as e: print(repr(source), "-", e.msg, e.offset, e.end_offset)
