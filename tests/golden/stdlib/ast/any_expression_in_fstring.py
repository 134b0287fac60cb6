# A program that makes trees may put any expression between the texts of an f-string; compile() takes it, unparse() does not.
import ast

tree = ast.parse("f'{x}'", mode="eval")
tree.body.values = [ast.Constant("a "), ast.Call(ast.Name("str", ast.Load()), [ast.Name("x", ast.Load())], []), ast.Constant(" {b}"),
                    ast.Name("y", ast.Load())]
ast.fix_missing_locations(tree)
print(eval(compile(tree, "<tree>", "eval"), {"x": 1, "y": "\u00e9"}))
try:
  ast.unparse(tree)
except ValueError as error:
  print(str(error).partition(", ")[0])
