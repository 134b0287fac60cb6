# Functions of ast that the other tests do not use: every node.
import ast

SOURCE = '''
from m import n as k
import q
x: int = 1
x += 2; x -= 3; x *= 1; x /= 2; x //= 1; x %= 5; x **= 2; x @= y; x <<= 1; x >>= 1; x |= 1; x &= 1; x ^= 1
assert x, "why"
del x, y[0], z.w
async def co(a, /, b=1, *c, d, e=2, **f) -> None:
    async for i in a: await b
    async with a as b, c: pass
    return [i async for i in b]
class C(B, metaclass=M):
    nonlocal_ = lambda self, *a: (yield)
    def f(self):
        nonlocal q; global g
        yield from self
        raise E from None
while not -x and ~y or +z: break
else: pass
for i, *j in k: continue
with open(p) as h: pass
try: t
except (A, B) as e: u
except: v
else: w
finally: z
try: pass
except* E: pass
d = {**a, 1: 2} | {s for s in t if 1 if 2} | {k: v for k, v in e}
g = (i for i in h) if a < b <= c > d >= e == f != g is h is not i in j not in k else (y := 3)
s = a[1:2:3, ...][::] @ b.c(*d, **e) and f"{a!r:>{w}}x" 'y'
n = a + b - c * d / e // f % g ** h << i >> j | k ^ l & m
match v:
    case None | True: pass
    case 1 | "s" | -2: pass
    case [a, *rest] if rest: pass
    case {"k": w, **others}: pass
    case C(1, y=2) as z: pass
    case m.n: pass
    case _: pass
'''
tree = ast.parse(SOURCE)
names = sorted({type(node).__name__ for node in ast.walk(tree)})
print(len(names), *names)
for node in ("Add Sub Mult MatMult Div Mod Pow LShift RShift BitOr BitXor BitAnd FloorDiv And Or Not Invert UAdd USub Eq NotEq Lt LtE Gt GtE Is IsNot In NotIn Load Store Del".split()):
    print(node, [base.__name__ for base in getattr(ast, node).__mro__[1:3]], end="; ")
print()
for node in ("AnnAssign Assert AsyncFor AsyncFunctionDef AsyncWith AugAssign Await Break ClassDef Delete DictComp ExceptHandler FormattedValue GeneratorExp IfExp ImportFrom JoinedStr Lambda "
             "MatchAs MatchClass MatchMapping MatchOr MatchSequence MatchSingleton MatchStar MatchValue NamedExpr Nonlocal SetComp Slice Starred Subscript TryStar TypeIgnore UnaryOp While With YieldFrom match_case withitem Global Interactive Expression FunctionType").split():
    kind = getattr(ast, node); print(node, kind._fields, kind.__mro__[1].__name__, kind._attributes[:2])
print([c.__name__ for c in (ast.boolop, ast.cmpop, ast.excepthandler, ast.expr, ast.expr_context, ast.type_ignore, ast.unaryop, ast.operator, ast.pattern, ast.stmt, ast.mod)], ast.AugLoad.__mro__[1].__name__, ast.AugStore.__name__, ast.Param.__name__, ast.Suite.__name__, ast.ExtSlice.__name__, ast.Index.__name__)
print(ast.unparse(tree) == ast.unparse(ast.parse(ast.unparse(tree))))
print(ast.unparse(tree))
t = ast.parse("(a, b)[c]").body[0].value; print([type(e).__name__ for e in t.value.dims], ast.Index(ast.Constant(1)).value, ast.dump(ast.ExtSlice([ast.Constant(1)])) if 0 else "")
print(ast.dump(ast.TypeIgnore(1, "x")), ast.dump(ast.MatchStar()), ast.dump(ast.Slice()), ast.dump(ast.arguments([], [], None, [], [], None, [])))
