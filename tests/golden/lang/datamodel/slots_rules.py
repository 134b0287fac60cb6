# __slots__: what may stand there, layouts, and what instances then lack.
class P:
    __slots__ = ('x', '_y', '__z')
    def __init__(self): self.x = 1; self.__z = 3
p = P()
print(p.x, p._P__z, P.__slots__, [n for n in dir(P) if 'z' in n and not n.endswith('__')])
for code in ['p.w=1', 'p._y', 'del p._y', 'p.__dict__', 'P.x.__get__(3)', 'P.x.__set__(3,1)', 'P.x.__delete__(p)', 'p.x', 'P.x.__get__(None)', 'P.x.__get__(None,P)']:
    try: print(code, eval(code) if not code.startswith('del') and '=' not in code else exec(code))
    except Exception as e: print(code, type(e).__name__, e)
for spec in ['"__slots__ = \'a b\'"', '"__slots__ = 1"', '"__slots__ = (1,)"', '"__slots__=(\'x\',); x=1"', '"__slots__=(\'__dict__\',\'__dict__\')"', '"__slots__=(\'\',)"', '"__slots__=\'__weakref__\'"', '"__slots__={\'a\':\'doc of a\'}"', '"__slots__=iter([\'q\'])"']:
    try:
        ns = {}
        exec('class K:\n ' + eval(spec), ns); K = ns['K']
        print(spec, K.__slots__ if not hasattr(K.__slots__, '__next__') else 'iter', hasattr(K(), '__weakref__'), hasattr(K(),'__dict__'))
    except Exception as e: print(spec, type(e).__name__, e)
class Q(int):
    __slots__ = ()
print(Q(3) + 1)
try:
    class R(int): __slots__ = ('a',)
except TypeError as e: print(e)
try:
    class R(tuple): __slots__ = ('a',)
except TypeError as e: print(e)
class S1: __slots__ = ('a',)
class S2: __slots__ = ('b',)
try:
    class S3(S1, S2): pass
except TypeError as e: print(e)
class S4(S1): __slots__ = ('c',)
s = S4()
try: s.__class__ = S1
except TypeError as e: print(e)
