"""compile() of trees: execution, line numbers, checks of what programs make themselves."""
import ast
import traceback


class Double(ast.NodeTransformer):
    def visit_Constant(self, node):
        if isinstance(node.value, int):
            return ast.copy_location(ast.BinOp(node, ast.Mult(), ast.Constant(2)), node)
        return node


tree = ast.fix_missing_locations(Double().visit(ast.parse("""
def f(x):
    '''doc'''
    return x + 10


print(f(1), f.__doc__)


class C:
    a = 3

print(C.a, f.__code__.co_firstlineno, C().a)
""")))
exec(compile(tree, "<tree>", "exec"))
print(eval(compile(ast.Expression(ast.parse("6 * 7", mode="eval").body), "<e>", "eval")))
code = compile(ast.parse("a = 1\n\n\n\nb = a + nothing\n"), "<lines>", "exec")
try:
    exec(code, {})
except NameError as error:
    print(traceback.extract_tb(error.__traceback__)[-1].lineno, error)
tree = ast.parse("x = 1\nx + 1")
last = ast.Expression(tree.body.pop().value)
namespace = {}
exec(compile(tree, "<repl>", "exec"), namespace)
print(eval(compile(last, "<repl>", "eval"), namespace))
exec(compile(ast.Interactive([ast.parse("6 * 7").body[0]]), "<single>", "single"))


def place(node):
    return ast.fix_missing_locations(node)


name = ast.Name("x", ast.Load())
CASES = [
    ("exec", ast.Expression(name)), ("eval", ast.Module([], [])), ("exec", ast.Module([ast.Expr(name)], [])),
    ("eval", place(ast.Expression(ast.Name("x", ast.Store())))), ("eval", place(ast.Expression(ast.Name(5, ast.Load())))),
    ("eval", place(ast.Expression(ast.BinOp(name, ast.Add())))), ("eval", place(ast.Expression(ast.Compare(name, [], [])))),
    ("eval", place(ast.Expression(ast.BoolOp(ast.And(), [name])))), ("eval", place(ast.Expression(ast.List([None], ast.Load())))),
    ("eval", place(ast.Expression(ast.Constant([1])))), ("eval", place(ast.Expression(ast.Name("True", ast.Load())))),
    ("exec", place(ast.Module([ast.If(name, [], [])], []))), ("exec", place(ast.Module([ast.Assign([], name)], []))),
    ("exec", place(ast.Module([ast.Assign([ast.Name("y", ast.Load())], name)], []))), ("exec", place(ast.Module([ast.Delete([ast.Constant(1)])], []))),
    ("exec", place(ast.Module([ast.Try([ast.Pass()], [], [], [])], []))), ("exec", place(ast.Module([ast.Raise(None, name)], []))),
    ("exec", place(ast.Module([ast.Return(name)], []))), ("exec", place(ast.Module([ast.Global([])], []))), ("exec", place(ast.Module(name, []))),
    ("eval", place(ast.Expression(ast.Dict([name], [])))), ("eval", place(ast.Expression(ast.ListComp(name, [])))),
]
for mode, tree in CASES:
    try:
        compile(tree, "<case>", mode)
        print("compiled")
    except (TypeError, ValueError, SyntaxError) as error:
        print(type(error).__name__, str(error).split(" at 0x")[0])
try:
    compile(5, "<x>", "exec")
except TypeError as error:
    print(error)
print(compile(tree, "<x>", "exec", ast.PyCF_ONLY_AST) is tree)
