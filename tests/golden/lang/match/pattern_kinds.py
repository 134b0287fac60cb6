# Every kind of pattern against every kind of subject.
def f(x):
    match x:
        case 0 | 1: return 'small'
        case -1: return 'neg'
        case 1.5 | 2+3j: return 'float/complex'
        case 'a' | b'a': return 'str'
        case None: return 'none'
        case True: return 'true'
        case [a]: return ('one', a)
        case [a, *rest] if len(rest) > 2: return ('many', a, rest)
        case (a, b): return ('pair', a, b)
        case [*_, 9]: return 'ends9'
        case {'k': v, **rest} if rest: return ('map', v, rest)
        case {'k': str(v)}: return ('kstr', v)
        case {'k': [x, y]}: return ('klist', x, y)
        case {}: return 'mapping'
        case int(n) if n > 100: return ('int', n)
        case str() as s: return ('str', s)
        case P(1, y=q): return ('P1', q)
        case P(x=p): return ('P', p)
        case float(): return 'float'
        case _: return 'other'
class P:
    __match_args__ = ('x', 'y')
    def __init__(s, x, y): s.x, s.y = x, y
for v in [0, 1, True, False, -1, 1.5, 2+3j, 'a', b'a', None, [5], (5, 6), [1, 2, 3, 4], [1, 2, 9], {'k': 1, 'z': 2}, {'k': 's'}, {'k': [1, 2]}, {}, {'q': 1}, 101, 50, 'hello', P(1, 2), P(3, 4), 2.5, {1, 2}, range(3), bytearray(b'ab'), 'ab', iter([1])]:
    try: print(repr(v)[:20] if not isinstance(v, P) and not hasattr(v, '__next__') else 'P', '->', f(v))
    except Exception as e: print(type(e).__name__, e)
class Q: __match_args__ = 5
class R: __match_args__ = ('a', 3)
class S: pass
def g(v):
    match v:
        case Q(1): return 1
        case R(1, 2): return 2
        case S(1): return 3
        case P(1, 2, 3): return 4
        case P(1, x=1): return 5
        case int(1, 2): return 6
class NotType: pass
nt = NotType()
for v in [Q(), S(), P(1, 2), 5]:
    try: print(g(v))
    except TypeError as e: print(e)
r = R(); r.a = 1
try: print(g(r))
except TypeError as e: print(e)
try:
    match 5:
        case nt(): pass
except TypeError as e: print(e)
match [1, [2, {'z': (3, 4)}]]:
    case [a, [b, {'z': (c, d)}]]: print(a, b, c, d)
import collections
match collections.OrderedDict(a=1), collections.deque([1]):
    case {'a': 1}, [1]: print('od deque')
match = 5; case = 3; print(match, case)
