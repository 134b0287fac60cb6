"""Making and changing nodes: constructors, visitors, transformers, places, pickling, copies."""
import ast
import copy
import pickle

print(ast.dump(ast.BinOp(ast.Name("a", ast.Load()), ast.Add(), right=ast.Constant(1))))
node = ast.Name(id="x", ctx=ast.Load(), lineno=3, extra=4)
print(node.id, node.lineno, node.extra, vars(node).keys())
for call in (lambda: ast.Name("a", "b", "c"), lambda: ast.Name("a", id="b"), lambda: ast.Pass(1), lambda: ast.Name().id, lambda: ast.Return(1, 2)):
    try:
        call()
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)
print(ast.Return().value, ast.dump(ast.Return()), ast.dump(ast.Call(func=ast.Name("f", ast.Load()), args=[], keywords=[])))
match ast.parse("a - 1", mode="eval").body:
    case ast.BinOp(ast.Name(name), ast.Sub(), ast.Constant(value)):
        print("matched", name, value)

tree = ast.parse("x = f(1, 'two', b'3', None, ..., 2.5)\ndef g(y):\n  '''Doc\n\n     indented'''\n  return y + x")
print([type(n).__name__ for n in ast.walk(tree)])
print([name for name, _ in ast.iter_fields(tree.body[0])], [type(n).__name__ for n in ast.iter_child_nodes(tree.body[1])])
print(repr(ast.get_docstring(tree.body[1])), repr(ast.get_docstring(tree.body[1], clean=False)), ast.get_docstring(tree))
try:
    ast.get_docstring(tree.body[0])
except TypeError as error:
    print(error)


class Names(ast.NodeVisitor):
    def __init__(self):
        self.found = []

    def visit_Name(self, node):
        self.found.append((node.id, type(node.ctx).__name__, node.lineno, node.col_offset))
        self.generic_visit(node)

    def visit_Constant(self, node):
        self.found.append(node.value)


names = Names()
names.visit(tree)
print(names.found)


class Change(ast.NodeTransformer):
    def visit_Name(self, node):
        return ast.copy_location(ast.Attribute(ast.Name("data", ast.Load()), node.id, node.ctx), node)

    def visit_Constant(self, node):
        return None if node.value is None else node

    def visit_Assign(self, node):
        self.generic_visit(node)
        return [node, ast.Expr(ast.Constant("after"))]

    def visit_Return(self, node):
        return None


changed = ast.fix_missing_locations(Change().visit(copy.deepcopy(tree)))
print(ast.unparse(changed))
print(changed.body[1].lineno, changed.body[0].value.func.value.lineno, ast.dump(tree.body[1].body[1]))
again = pickle.loads(pickle.dumps(tree))
print(ast.dump(again, include_attributes=True) == ast.dump(tree, include_attributes=True), ast.dump(copy.copy(tree)) == ast.dump(tree))
ast.increment_lineno(again, 10)
print(again.body[0].lineno, again.body[0].end_lineno, again.body[1].body[1].lineno)
source = "α = f(\n  1,\n  x)  # end\nif a:\n\tb = 'c'\n"
tree = ast.parse(source)
print([ast.get_source_segment(source, n) for n in (tree.body[0], tree.body[0].value, tree.body[0].value.args[1], tree.body[1].body[0])])
print(repr(ast.get_source_segment(source, tree.body[1].body[0], padded=True)), ast.get_source_segment(source, ast.Pass()))
print(isinstance(ast.Constant(1), ast.Num), isinstance(ast.Constant("s"), ast.Str), isinstance(ast.Constant(True), ast.NameConstant), isinstance(ast.Constant(b""), ast.Str), isinstance(ast.Constant(True), ast.Num), isinstance(ast.Constant(...), ast.Ellipsis))
print(ast.dump(ast.Num(5)), ast.dump(ast.Str(s="x")), ast.Constant(3).n, ast.dump(ast.Index(ast.Name("a"))))


class Old(ast.NodeVisitor):
    def visit_Num(self, node):
        print("Num", node.n)

    def visit_Str(self, node):
        print("Str", node.s)


Old().visit(ast.parse("[1, 'a', None]"))


class Own(ast.Name):
    _fields = ("id", "more")


print(ast.dump(Own("a", more=[ast.Pass()])))
try:
    ast.dump("no tree")
except TypeError as error:
    print(error)
