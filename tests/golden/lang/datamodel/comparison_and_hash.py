# __eq__ and __hash__ together, unhashable things, NaN, and comparisons across number types.
class E:
    def __init__(s, v): s.v = v
    def __eq__(s, o): return isinstance(o, E) and s.v == o.v
print(E.__hash__, E(1) == E(1), E(1) != E(2))
try: {E(1)}
except TypeError as e: print(e)
try: hash(E(1))
except TypeError as e: print(e)
class F(E): __hash__ = E.__hash__
class G(E):
    def __hash__(s): return hash(s.v)
print(len({G(1), G(1), G(2)}), F.__hash__)
class H:
    def __hash__(s): return 'x'
for v in ([], {}, set(), slice(1), H(), bytearray(), (1, []), frozenset([1]), memoryview(bytearray(b'a')), range(3) == range(3), {1: 2}.keys(), {1:2}.items(), {1:2}.values()):
    try: h = hash(v); print(type(v).__name__, 'ok')
    except Exception as e: print(type(v).__name__, type(e).__name__, e)
class Big:
    def __hash__(s): return 2**70 + 5
print(hash(Big()) == hash(2**70 + 5), hash(-1), hash(-2), hash(1.0), hash(2**61 - 1), hash(0.5), hash(float('inf')), hash(-float('inf')), hash(1j), hash(1+2j), hash(2**61), hash(-2**61), hash(True), hash(1e300))
from functools import total_ordering
@total_ordering
class T:
    def __init__(s, v): s.v = v
    def __eq__(s, o): return s.v == o.v
    def __lt__(s, o): return s.v < o.v
print(T(1) <= T(1), T(2) > T(1), T(1) >= T(2))
class R:
    def __lt__(s, o): return 'lt'
    def __gt__(s, o): return 'gt'
    def __eq__(s, o): return NotImplemented
r = R()
print(r < 1, 1 < r, r > 1, r == r, r == 1, r != 1)
try: r <= 1
except TypeError as e: print(e)
nan = float('nan')
print(nan == nan, nan in [nan], [nan] == [nan], (nan,) < (nan,), {nan: 1}.get(nan), max(nan, 1), min(1, nan), sorted([3, nan, 1]))
print(1 == 1.0 == True, 0.1 + 0.2 == 0.3, 2**53 == 2.0**53, 2**53 + 1 == 2.0**53, 10**400 > 1e308, 10**400 < float('inf'))
