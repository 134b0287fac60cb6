# compile() takes trees whose names are no identifiers, or keywords: generated code uses names that no program can write.
import ast


class Rename(ast.NodeTransformer):
  def __init__(self, names):
    self.names = names

  def visit_Name(self, node):
    node.id = self.names.get(node.id, node.id)
    return node

  def visit_arg(self, node):
    node.arg = self.names.get(node.arg, node.arg)
    return node


def build(source, names, **kwargs):
  tree = ast.fix_missing_locations(Rename(names).visit(ast.parse(source)))
  namespace = {}
  exec(compile(tree, "<generated>", "exec"), namespace)
  return namespace["f"]


f = build("def f(self, x=1, *rest, key=2): return self, f'{x}|{key!r:>4}', rest", {"self": ".self", "x": "x y", "rest": "*", "key": "if"})
print(f.__code__.co_varnames, f(1, 2, 3, **{"if": 5}))
try:
  f()
except TypeError as error:
  print(error)
g = build("def f(x):\n  y = x\n  del x\n  try:\n    return x\n  except NameError as e:\n    return str(e), y, str(locals().keys())", {"x": "|x", "y": "class"})
print(g(1))

tree = ast.parse("value.attribute")
tree.body[0].value.attr = "no identifier"
code = compile(ast.Expression(tree.body[0].value), "<generated>", "eval")


class Any:
  def __getattr__(self, name):
    return f"asked for {name!r}"


print(eval(code, {"value": Any()}), code.co_names)
for text in ("\x01x\x02", "x = \x01"):
  try:
    compile(text, "<text>", "exec")
  except SyntaxError as error:
    print(error.msg)
print(ast.unparse(ast.Name("not a name")))
