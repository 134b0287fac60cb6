# Assignment expressions and where they may stand; chained comparisons, and, or, not.
if (n := len('abc')) > 2: print(n)
print([y := 5, y ** 2], [last := x for x in range(3)], last)
while (line := next(it := iter([1, 0]), None)):
    print(line); break
print((a := 1, b := 2), a, b, f'{(c := 3)}', c)
def f(x, y=(z := 10)): return x + y
print(f(1), z, f(x := 4), x)
for src in ['x := 1', '(x := 1) = 2', 'f(x=y := 1)', '[x := 1 for x in y]', '[(i := 0) for i in y]', 'def f(x := 1): pass', 'x = y := 1', '(a.b := 1)', '(a[0] := 1)', '((a, b) := 1)', 'lambda: x := 1', 'class A:\n [(z := i) for i in range(2)]', '{x := 1: 2}', '{(x := 1): 2}', 'x[y := 1]', 'x[y := 1:2]', 'f"{x := 5}"', 'assert (x := 1)', 'with (x := open): pass', 'del (x := 1)', 'print(x := 1, y := 2)', '[i for i in (j := [1])]', 'x: int = (y := 1)', 'return (x := 1)', '(x := 1, 2)', '(x := (y := 1))', '(None := 1)', '(True := 1)', '(__debug__ := 1)', 'lambda x: (x := 1)', '(yield := 1)']:
    try: compile(src, 's', 'exec'); print(src, 'ok')
    except SyntaxError as e: print(src, '->', e.msg, e.offset)
print(1 if True else 2 if False else 3, (lambda: (yield))().__class__.__name__, not 1 == 2, 1 < 2 < 3, 1 < 3 < 2, 1 == 1.0 != 2, 5 in [5] == True)
x = 5; print(1 < x < 10 > 3, x == 5 if 0 else 'n', None or 0 or 'last', 1 and [] and 2, not [] and not {})
class T:
    def __init__(s, n, v): s.n, s.v = n, v
    def __bool__(s): print('bool', s.n); return s.v
    def __lt__(s, o): print('lt', s.n, o.n); return T(s.n + o.n, s.v)
a, b, c = T('a', True), T('b', False), T('c', True)
r = a < b < c; print(r.n)
r = b < a < c; print(r.n)
r = a and b or c; print(r.n)
print('y' if b else 'n', not a)
