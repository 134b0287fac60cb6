# Iteration by __iter__, __getitem__, __reversed__, __length_hint__, __contains__; lengths and truth of odd results.
class G:
    def __getitem__(s, i):
        if i > 3: raise IndexError
        return i * 10
print(list(G()), 20 in G(), 25 in G(), [*reversed([1])], max(G()), dict(zip('ab', G())))
try: reversed(G())
except TypeError as e: print(e)
class R(G):
    def __len__(s): return 3
print(list(reversed(R())))
class It:
    def __init__(s): s.i = 0
    def __iter__(s): return s
    def __next__(s):
        s.i += 1
        if s.i > 3: raise StopIteration
        return s.i
it = It(); print(list(it), list(it), next(It()), sum(It()), tuple(map(lambda x: x * 2, It())))
class BadIter:
    def __iter__(s): return 5
try: iter(BadIter())
except TypeError as e: print(e)
class NoneIter:
    __iter__ = None
    def __getitem__(s, i): return i
try: iter(NoneIter())
except TypeError as e: print(e)
try: 1 in NoneIter()
except TypeError as e: print(e)
class NoContains:
    __contains__ = None
    def __iter__(s): return iter([1])
try: 1 in NoContains()
except TypeError as e: print(e)
class C:
    def __contains__(s, x): return 'truthy' if x else ''
print(1 in C(), 0 in C(), 1 not in C())
print(list(iter(iter([3, 2, 1, 0]).__next__, 0)))
class LH:
    def __iter__(s): return iter([1, 2])
    def __length_hint__(s): return s.h
import operator
for h in (5, -1, 'a', None, NotImplemented, 10**20):
    o = LH(); o.h = h
    try: print(operator.length_hint(o, 7), list(o))
    except Exception as e: print(h, type(e).__name__, e)
class LenErr:
    def __init__(s, r): s.r = r
    def __len__(s): return s.r
for r in (-1, 'a', 1.5, 2**70, True, None):
    for f in (len, bool):
        try: print(r, f.__name__, f(LenErr(r)))
        except Exception as e: print(r, f.__name__, type(e).__name__, e)
class BoolErr:
    def __init__(s, r): s.r = r
    def __bool__(s): return s.r
for r in (1, None, 'a', True):
    try: print(bool(BoolErr(r)))
    except TypeError as e: print(e)
def gen():
    yield 1
    return 2
a, = gen()
print(a, [x for x in gen()], dict.fromkeys(gen()), list(zip(gen(), [1, 2])), list(enumerate(gen())))
z = zip([1, 2, 3], iter([1])); print(list(z), next(z, 'done'))
i = iter([1, 2, 3]); print(list(zip(i, i)), list(i))
m = map(lambda a, b: a + b, [1, 2], [3]); print(list(m))
try: next(iter({}))
except StopIteration as e: print(repr(e))
e = enumerate('ab', start=10**20); print(next(e))
try: list(filter(5, [1]))
except TypeError as e: print(e)
