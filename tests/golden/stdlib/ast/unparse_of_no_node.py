# unparse() of what is no node.
import ast

for tree in (5, "text", None, 1.5):
  try:
    print(ast.unparse(tree))
  except AttributeError as error:
    print(error)
