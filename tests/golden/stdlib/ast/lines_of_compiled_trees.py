# Code that is compiled from trees has the lines of their nodes: several statements on a line, rewritten ones, errors and warnings.
import ast, traceback, textwrap
src = '''x = 1; y = 2
def f(a,
      b=3):
    "doc"
    z = (a +
         b); return z / 0
class C:
    """Two
    lines."""
    @staticmethod
    def m(): return [1,
        2][5]
if x: pass
else:
    y = 5
for i in range(2): i; j = i
try:
    f(1)
except ZeroDivisionError:
    raise'''
def where(code):
    ns = {}
    try: exec(code, ns)
    except Exception as e:
        return [(f.lineno, f.name, f.colno, f.end_colno) for f in traceback.extract_tb(e.__traceback__)][1:], ns
a = where(compile(src, "t", "exec"))[0]
tree = ast.parse(src)
b, ns = where(compile(tree, "t", "exec"))
print([x[:2] for x in a] == [x[:2] for x in b], [x[:2] for x in b])
print(ns["f"].__code__.co_firstlineno, ns["C"].m.__code__.co_firstlineno)
class Expand(ast.NodeTransformer):
    def visit_Assert(self, node):
        new = ast.parse("if not 0:\n  tmp = 1\n  other = 2\n  raise AssertionError('rewritten')").body
        for n in new:
            for s in ast.walk(n): ast.copy_location(s, node)
        return new
src2 = "def g():\n    v = 1\n    assert v == 2\n    return 3\ndef h():\n    assert 0\n    w = 1\nassert 1 == 2"
t = Expand().visit(ast.parse(src2)); 
code = compile(t, "t", "exec"); ns = {}
try: exec(code, ns)
except AssertionError as e: print(e, e.__traceback__.tb_next.tb_lineno)
for n in "gh":
    try: ns[n]()
    except AssertionError as e: print(e, e.__traceback__.tb_next.tb_lineno, ns[n].__code__.co_firstlineno)
t = ast.fix_missing_locations(ast.Module([ast.Expr(ast.BinOp(ast.Constant(1), ast.Div(), ast.Constant(0)))], []))
try: exec(compile(t, "t", "exec"))
except ZeroDivisionError as e: print(e.__traceback__.tb_next.tb_lineno)
try: compile(ast.increment_lineno(ast.parse("x = 1\nreturn 5"), 10), "t", "exec")
except SyntaxError as e: print(e.msg, e.lineno)
import warnings
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter("always"); compile(ast.increment_lineno(ast.parse("x\ny = x is 5"), 7), "t", "exec"); print([(x.lineno, str(x.message)) for x in w])
