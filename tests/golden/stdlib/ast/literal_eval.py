# literal_eval(): which texts are literals, and what the others get.
import ast

for text in ["1", "-1", "1.5", "1e3", ".5", "0x1F", "0b11", "1_000", "3j", "1+2j", "-1-2.5j", '"a"', "'it\\'s'", '"""x\ny"""', "b'ab'", "r'\\n'",
             "'a' 'b'", "None", "True", "...", "()", "(1,)", "(1)", "1, 2", "[1,]", "[1, [2, (3,)], {}]", "{'a': [1, 2], 'b': {3, 4},}", "set()",
             " \t[1]", "[1,\n 2, # comment\n 3]", '"\\u00e9\\x41"', "{1: (2, 3)}"]:
  value = ast.literal_eval(text)
  print(repr(text), ascii(value), type(value).__name__)
for text in ["a", "f(1)", "1+1", "[1 for x in y]", "x.y", "1 if 2 else 3", "lambda: 1", 'f"a"', "[1][0]", "[*a]", "not 1", "~1", "1 < 2", "1 and 2",
             "2 ** 3", '-"a"', "1 2", "(", '"abc', "x = 1"]:
  try:
    print(ast.literal_eval(text))
  except (ValueError, SyntaxError) as error:
    print(repr(text), type(error).__name__, str(error).partition(" object at")[0])
