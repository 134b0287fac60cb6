# Ordinary use, mistakes and corners of ast: dump, auto, AugAssign, Gt.
import ast

def err(f, *a, **k):
    try:
        r = f(*a, **k)
        print("ok", type(r).__name__ if " at 0x" in repr(r) else r)
    except Exception as e:
        print(type(e).__name__, str(e).partition(" at 0x")[0])

t = ast.parse('x += 1\nif a > b: y = [i for i in range(3)]\n')
print(ast.dump(t))
print(ast.dump(t.body[0], annotate_fields=False), ast.dump(t.body[0], include_attributes=True))
print(ast.dump(t, indent=2))
print(ast.dump(ast.parse('f(a, *b, k=1)', mode='eval'), indent='--'))
a = t.body[0]
print(type(a).__name__, isinstance(a, ast.AugAssign), a._fields, a.op, isinstance(a.op, ast.Add), a.lineno, a.col_offset, a.end_col_offset) if 0 else print(type(a).__name__, isinstance(a, ast.AugAssign), a._fields, isinstance(a.op, ast.Add), a.lineno, a.col_offset, a.end_col_offset)
print(isinstance(t.body[1].test.ops[0], ast.Gt), ast.Gt._fields, ast.Gt()._attributes, ast.Gt.__mro__[1].__name__)
n = ast.AugAssign(target=ast.Name('z', ast.Store()), op=ast.Mult(), value=ast.Constant(3))
print(ast.unparse(n), ast.dump(n))
m = ast.fix_missing_locations(ast.Module([ast.Assign([ast.Name('z', ast.Store())], ast.Constant(2)), n], []))
ns = {}; exec(compile(m, 'gen', 'exec'), ns); print(ns['z'])
err(ast.dump, 5)
err(ast.dump)
err(ast.AugAssign, 1, 2, 3, 4)
err(ast.Gt, 1)
err(ast.AugAssign, 1, target=2)
err(compile, ast.Module([ast.Expr(ast.Name('x'))], []), 'f', 'exec')
err(compile, ast.Module(), 'f', 'exec')
err(compile, ast.Expression(ast.Constant(1)), 'f', 'exec')
err(compile, ast.Gt(), 'f', 'eval')
err(compile, ast.fix_missing_locations(ast.Module([ast.Assign([ast.Constant(1)], ast.Constant(2))], [])), 'f', 'exec')
err(ast.parse, 'x = ')
err(ast.parse, 5)
err(ast.parse, 'x', mode='bogus')
err(ast.literal_eval, 'f()')
err(ast.literal_eval, '1 + x')
err(ast.literal_eval, 5)
err(ast.literal_eval, '{[]: 1}')
print(ast.literal_eval("{'a': [1, -2.5, (3+4j)], b'x': None, ...: {1, 2}}"), ast.literal_eval(' 1'), ast.literal_eval('set()'))
class V(ast.NodeVisitor):
    def visit_Name(self, n): print('name', n.id, type(n.ctx).__name__); self.generic_visit(n)
V().visit(t)
class T(ast.NodeTransformer):
    def visit_Constant(self, n): return ast.copy_location(ast.Constant(n.value * 10), n)
    def visit_If(self, n): return None
print(ast.unparse(T().visit(t)))
print([type(n).__name__ for n in ast.walk(ast.parse('a.b[c] = -d', mode='exec'))], list(ast.iter_child_nodes(ast.parse('a')))[0].__class__.__name__, [f for f, v in ast.iter_fields(ast.parse('a').body[0])])
print(ast.get_docstring(ast.parse('"""doc\n  more\n"""')), ast.get_docstring(ast.parse('x')), ast.get_source_segment('a = bb', ast.parse('a = bb').body[0].value))
err(ast.get_docstring, ast.parse('x', mode='eval'))
x = ast.Constant(1, kind=None); print(x.value, x.kind, x.n if 0 else '', hasattr(x, 'lineno'))
err(lambda: ast.Name().id)
print(ast.unparse(ast.parse('@d\nasync def f(a, /, b: int=1, *, c) -> str:\n    """doc"""\n    await x\n    return f"{a!r:>{b}} {{"\n')))
print(ast.increment_lineno(ast.parse('x'), 5).body[0].lineno, ast.parse('(a:=1)', mode='eval').body.__class__.__name__)
