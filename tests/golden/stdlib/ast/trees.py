"""ast.parse and ast.dump: every kind of node, with places, fields, modes."""
import ast

SOURCE = '''\
"""A module."""
from __future__ import annotations
import a.b as c, d
from .e import f as g, h
from .. import *
@deco(1)
async def task(a, /, b: int = 2, *args: str, c, d=None, **kwargs) -> "x":
    async with lock as l, m: await z
    async for i, *j in k: continue
    else: pass
    return [x async for x in y if x if not x], {**a, 1: 2}, {*a, 2}
class C(Base, metaclass=Meta):
    x: int = 1
    (y): str
    z.w: float
    def method(self): return lambda *a, k=1, **q: (yield)
    def generator(self): got = yield from self; nonlocal_ = -got ** 2
for i in range(10):
    if i and not j or k: break
    elif (n := len(i)) > 3 >= 2 != 1: del i, j[0]
    else: x[1:2, ::3] += y if z else w
while True:
    try: raise ValueError from None
    except (A, B) as error: raise
    except: pass
    else: assert x, "no"
    finally: global q, r
try: pass
except* E: pass
with a as (b, c), d: x = y = z, = 1, 2.5, 3j, "s" "t", b"x", u"u", ..., None, True, f"{x!r:>{w}}{{y}}" "z" f"{a=}"
match p:
    case 1 | -2.5 | "s" | None: pass
    case [a, *_, b] if a: pass
    case {"k": v, **rest}: pass
    case Point(0, y=1) as q: pass
    case A.B | (): pass
    case _: pass
print(a @ b // c << 1 >> 2 & 3 | 4 ^ ~5 % 6, *a, x=1, **k, end=not a is not b in c not in d)
'''
tree = ast.parse(SOURCE)
print(ast.dump(tree, indent=1))
print(ast.dump(ast.parse("x = 'ä' + y\n\nif a:\n  b()"), include_attributes=True))
print(ast.dump(ast.parse("a + b", mode="eval"), annotate_fields=False))
print(ast.dump(ast.parse("a; b", mode="single")))
print(ast.dump(compile("f(1)", "<x>", "eval", ast.PyCF_ONLY_AST)), ast.dump(ast.parse(b"x = 1")), ast.dump(ast.parse("")))
node = ast.parse("def f(a):\n    'doc'\n    return a").body[0]
print(type(node), node._fields, node._attributes, node.lineno, node.col_offset, node.end_lineno, node.end_col_offset)
print(isinstance(node, ast.stmt), isinstance(node, ast.AST), ast.FunctionDef.__mro__[1:3], node.returns, node.type_comment)
print(ast.parse("a").body[0].value.ctx is ast.parse("b").body[0].value.ctx)
for source in ("x = ", "if", "def f(:", "x = (1", "  x"):
    try:
        ast.parse(source)
    except SyntaxError as error:
        print(type(error).__name__, error)
for bad in (1, None):
    try:
        ast.parse(bad)
    except TypeError as error:
        print(error)
try:
    ast.parse("a\0b")
except (SyntaxError, ValueError) as error:
    print(error)
