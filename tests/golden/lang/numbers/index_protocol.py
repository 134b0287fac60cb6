# __index__, __int__, __float__, __trunc__ and __round__ where numbers are wanted.
class I:
    def __init__(s, v): s.v = v
    def __index__(s): return s.v
l = list(range(10))
print(l[I(3)], l[I(1):I(5):I(2)], 'abc'[I(1)], b'abc'[I(0)], range(10)[I(2)], [0] * I(2), 'a' * I(3), hex(I(255)), bin(I(5)), oct(I(8)), chr(I(65)), int(I(7)), float(I(7)), complex(I(2)), bytes(I(2)), list(range(I(2))), round(1.234, I(1)), (5).to_bytes(I(2), 'big'), 1 << 3)
for c in ['l[I("a")]', 'l[I(100)]', 'hex(I(1.5))', 'I(1) + 1', '1 << I(2)', 'l.pop(I(0))', 'l.insert(I(0), 5)', '"abc".find("c", I(1))', 'l.index(5, I(0))', 'int("11", I(2))', 'round(5, I(1))', 'divmod(I(1), 2)', '"%d" % I(3)', '"%x" % I(255)', '"{:d}".format(I(3))', 'I(1) == 1', 'math.factorial(I(4))', 'math.gcd(I(4), 6)', 'slice(I(1)).indices(5)', 'l[I(2**70)]', 'l[I(True)]', 'bytearray(I(2))', 'memoryview(b"abc")[I(1)]', '"abc".center(I(7))', '"a,b".split(",", I(1))', 'sum([I(1)])', 'operator.index(I(3))', 'operator.index(3.5)', 'operator.index(True)', 'range(I(1), I(3))[I(0)]', 'l[I(1)::]', 'l["a":]', 'l[1.5:]', 'l[None:I(2)]', 'isinstance(I(1), int)', 'pow(I(2), 3)', 'enumerate([], I(1))', 'str.zfill("1", I(3))', 'b"a".hex(":", I(1))', '[1,2].__getitem__(I(1))', 'l.__setitem__(I(0), 9)', 'del_(l, I(0))', 'time.sleep(I(0))', 'int(Tr())', 'int(N())', 'float(N())', 'int(FL())', 'float(FL())', 'complex(FL())', 'round(Rn(), 2)', 'math.floor(Rn())', 'math.trunc(Rn())', 'int(Bad())', 'float(Bad())', 'complex(Bad())', 'index(Bad())', 'abs(Rn())']:
    import math, operator, time
    class Tr:
        def __trunc__(s): return 42
    class N: pass
    class FL:
        def __float__(s): return 2.5
    class Rn:
        def __round__(s, n=None): return ('round', n)
        def __floor__(s): return 'floor'
        def __trunc__(s): return 'trunc'
        def __abs__(s): return 'abs'
    class Bad:
        def __int__(s): return 'x'
        def __float__(s): return 1
        def __complex__(s): return 1
    def del_(a, i): del a[i]; return a
    import warnings; warnings.simplefilter('ignore')
    try: print(c, '->', eval(c) if 'enumerate' not in c else next(eval(c), 'e'))
    except Exception as e: print(c, '->', type(e).__name__, e)
