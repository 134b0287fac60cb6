# Ordinary use, mistakes and corners of enum: EnumType, property, pickle_by_enum_name.
import enum, pickle; from enum import Enum, EnumType, EnumMeta, IntFlag, Flag, property as eprop, pickle_by_enum_name

def err(f, *a, **k):
    try:
        r = f(*a, **k)
        print("ok", type(r).__name__ if " at 0x" in repr(r) else r)
    except Exception as e:
        print(type(e).__name__, str(e).partition(" at 0x")[0])

class M(EnumType):
    def __call__(cls, v, *a, **k): return super().__call__(v.upper() if isinstance(v, str) else v, *a, **k)
    def __contains__(cls, x): return isinstance(x, cls) or x in cls._value2member_map_
class Lang(Enum, metaclass=M):
    EN = 'EN'; FR = 'FR'
print(Lang('en'), 'EN' in Lang, 'zz' in Lang, type(Lang), EnumType is EnumMeta, isinstance(Lang, EnumType), EnumType.__name__); err(Lang, 'zz'); err(EnumType); err(EnumType, 'X', (), {}); err(EnumType, 'X', (Enum,), {}); 
class P(Enum):
    A = 1; B = 2
    @eprop
    def square(self): return self.value ** 2
    @square.setter
    def square(self, v): print('set', v)
    @eprop
    def name2(self): "doc"; return self.name * 2
    value3 = eprop(lambda self: self.value * 3)
print(P.A.square, P.B.name2, P.B.value3, P.square if 0 else '', P.__dict__['name2'].__doc__); P.A.square = 5; err(lambda: P.square); err(setattr, P.A, 'name2', 'x'); err(delattr, P.A, 'name2'); err(lambda: P.A.nope); err(setattr, P, 'A', 5); err(delattr, P, 'A'); P.C = 7; print(P.C, len(P), hasattr(P, 'C'))
class Q(Enum):
    __reduce_ex__ = pickle_by_enum_name
    X = 1
print(Q.X.__reduce_ex__(2)[0] is getattr, pickle.loads(pickle.dumps(Q.X)) is Q.X, P.A.__reduce_ex__(2), enum.pickle_by_global_name(Q.X, 2)); err(pickle_by_enum_name, Q.X)
class Base(Enum):
    def hello(self): return f'hi {self.name}'
    @staticmethod
    def st(): return 'st'
class D(Base): ONE = 1; UNO = 1; TWO = 2
print(D.ONE.hello(), D.st(), D.UNO is D.ONE, list(D), list(D.__members__), D.__members__['UNO'], D.ONE.TWO, D['UNO'], D.UNO.name, len(D), D.__iter__().__class__.__name__); err(Base, 1); err(lambda: Base['x']); err(lambda: D.__members__.__setitem__('q', 1))
class T(tuple, Enum): A = (1, 2); B = 3,
class S(str, Enum): A = 'x'; B = 'y', 
class F(float, Enum): PI = 3.14
print(T.A[1], T.A.value, S.A.upper(), S.B, str(S.A), f'{S.A}', F.PI + 1, F(3.14), repr(F.PI), isinstance(S.A, str), S.A == 'x', T.A == (1, 2)); err(lambda: type('Z', (D,), {})); err(lambda: D.ONE()); err(lambda: D.ONE + 1); err(lambda: D.ONE < D.TWO); err(lambda: len(D.ONE)); err(lambda: D.ONE in 5); err(lambda: 1 in D); print(D.ONE in D, D.ONE == 1, D.ONE != P.A, hash(D.ONE) == hash('ONE'), bool(D.ONE), D.ONE.__class__, D.__name__, D.__module__, D.__qualname__)
class E1(Enum):
    _ignore_ = ['tmp', 'i']
    for i in range(3): vars()[f'N{i}'] = i
    _order_ = 'N0 N1 N2'
print(list(E1)); 
def bad_order():
    class Z(Enum): _order_ = 'B A'; A = 1; B = 2
err(bad_order)
def bad_name():
    class Z(Enum): mro = 1
err(bad_name)
def sunder():
    class Z(Enum): _foo_ = 1
err(sunder)
def redefine():
    class Z(Enum):
        A = 1
        def A(self): pass
err(redefine)
class Fl(Flag): A = enum.auto(); B = enum.auto(); C = A | B
print(Fl.C, Fl.A | Fl.B is Fl.C, list(Fl), list(Fl.C), Fl(0), repr(Fl(0)), ~Fl.A, Fl.A & Fl.B, Fl.A in Fl.C, Fl['C'], Fl.__members__.keys(), bool(Fl.A & Fl.B), Fl.C.value, IntFlag('IF', 'x y').y, enum.global_enum.__name__, enum.show_flag_values(5), enum.unique(P) is P); err(Fl, 9); err(Fl, -9); print(Fl(-1))
