"""ast.unparse: precedences, strings and f-strings, statements; what comes back has the same tree."""
import ast

EXPRESSIONS = """
(a + b) * c - d ** -e ** f; -(a ** b); (-a) ** b; not (a and b) or c; (a or b) and c; a < (b < c) < d; (a, b), c; (lambda: 1)(); lambda x, /, y=1, *z, k, **q: (x, y)
(a if b else c) if d else (e if f else g); (yield); (await x) ** 2; await (x ** 2); [*a, *b]; {**a, 'k': 1}; {*()}; f(*a, **k, x=1); a[1], a[1:2, ::3], a[()], a[1,], a[b, c]
(x := 1); f((x := 1)); [x := 1]; 3 .real; 3.0.real; (1).bit_length(); -1 .x; 1e400; -1e400j; 1e-7, 10 ** 20, 0x1f, 1_000; ..., None, True
'it\\'s "x"'; "it's"; 'tab\\t newline\\n'; b'\\x00a'; u'u'; 'ä\\u200b'; ''; '''multi
line'''; f'{a}'; f'{a!r:>{w}.{p}}'; f'{{}}{a}'; f"{a['k']}"; f'{x:%H:%M}'; f'{ {1: 2} }'; f'{a + b}' 'c'; f'{lambda_}' f"{'q'}"; f'\\n{a}'
[x for x in y if a if b for z in x]; {x: y for x, y in z}; {x async for x in y}; (x for x in (a if b else c)); sum(x for x in y); [(a, b) for a, b in c]
a @ b; a // b % c; a << b >> c; a & b | c ^ d; ~a; +a; not a; a is not b; a not in b; a.b.c(d).e[f]; (a, ); (); a and b and (c and d); a + (b + c); (a + b) + c; a - (b - c)
"""
for line in EXPRESSIONS.strip().split("\n"):
    text = ast.unparse(ast.parse(line if "line'''" not in line else line, mode="exec")) if "'''multi" not in line and "line'''" not in line else None
    if text is not None:
        print(text)
        print(ast.dump(ast.parse(text)) == ast.dump(ast.parse(line)))

PROGRAM = '''
"""Module
documentation."""
import a, b.c as d
from . import x
from ..y import (z as w)
@deco
@other(1)
def f(a, b: int=1, *, c=2) -> int:
    """doc 'with' "quotes" \\\\ and backslash"""
    global g, h
    x: int
    (y): int = 1
    a.b += 1
    a = b = c, = d
    for i, in e: pass
    else: return
    while a: break
    else:
        if a: pass
        elif b: x
        else:
            if c: y
            else: z
    try: pass
    except A: pass
    except (B, C) as e: raise X from e
    else: pass
    finally: del a, b[0]
    try: pass
    except* A as g: raise
    with a as b, c as (d, e): assert x, "m"
    async def g():
        async with a: await b
        async for x in y: yield x
        return (yield)
    def h(): nonlocal x; return *a, b
class K: pass
class L(A, m=B, **kw):
    x = 1
    def m(self): "d"
match x, y:
    case [1, -2, *rest]: pass
    case {"a": 1, **r} if r: pass
    case P(a, b=C.D() | None) as q: pass
    case (1 | 2) as z: pass
    case {}: pass
    case _: pass
'''
tree = ast.parse(PROGRAM)
text = ast.unparse(tree)
print(text)
print(ast.dump(ast.parse(text)) == ast.dump(tree))
print(ast.unparse(ast.parse("x + 1", mode="eval")), ast.unparse(ast.Name("n")), ast.unparse(ast.arguments([], [ast.arg("a")], None, [], [], ast.arg("k"), [])))
print(ast.unparse(ast.Constant((1, "a", (2,)))), ast.unparse(ast.Constant(float("nan"))), ast.unparse([]) if False else "")
try:
    ast.unparse(ast.Raise(None, ast.Name("x")))
except ValueError as error:
    print(error)
