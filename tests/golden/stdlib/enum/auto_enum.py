# Ordinary use, mistakes and corners of enum: auto, Enum, property, unique.
import enum, json, pickle; from enum import *

def err(f, *a, **k):
    try:
        r = f(*a, **k)
        print("ok", type(r).__name__ if " at 0x" in repr(r) else r)
    except Exception as e:
        print(type(e).__name__, str(e).partition(" at 0x")[0])

class Color(Enum):
    RED = auto(); GREEN = auto(); BLUE = 10; CYAN = auto()
    @property
    def pretty(self): return self.name.title()
    @classmethod
    def default(cls): return cls.RED
    def __str__(self): return f'<{self.name}>'
print(list(Color), Color.CYAN.value, Color.RED.pretty, Color.default(), Color(10), Color['GREEN'], repr(Color.BLUE), str(Color.RED), f'{Color.RED}', Color.RED in Color, len(Color), Color.__members__['RED'], list(reversed(Color))[0], Color.RED.name)
err(Color, 99); err(lambda: Color['NOPE']); err(lambda: Color.NOPE); err(setattr, Color, 'RED', 5); err(delattr, Color, 'RED'); err(lambda: Color.RED < Color.BLUE); err(lambda: 5 in Color); err(Color); err(setattr, Color.RED, 'value', 3); err(setattr, Color.RED, 'name', 'x'); err(lambda: Color.RED.BLUE.nope)
def sub():
    class More(Color): X = 1
err(sub)
def dup():
    class D(Enum): A = 1; A = 2
err(dup)
def uniq():
    @unique
    class U(Enum): A = 1; B = 1; C = 1; D = 2
err(uniq)
def badauto():
    class B(Enum): A = 'x'; B = auto()
err(badauto) if 0 else None
class Str(StrEnum): FOO = auto(); BAR = 'b'
print(Str.FOO, Str.FOO == 'foo', repr(Str.BAR), Str('b').upper(), json.dumps([Str.FOO]))
def badstr():
    class S(StrEnum): A = 1
err(badstr)
class Custom(Enum):
    def _generate_next_value_(name, start, count, last): return f'{name.lower()}-{count}'
    A = auto(); B = auto()
    @classmethod
    def _missing_(cls, v): return cls.A if v == 'default' else None
print(Custom.A.value, Custom.B.value, Custom('default')); err(Custom, 'zzz')
class Prop(Enum):
    A = (1, 'one')
    def __init__(self, num, text): self.num, self.text = num, text
    @enum.property
    def label(self): return f'{self.text}!'
print(Prop.A.num, Prop.A.label, Prop((1, 'one'))); err(lambda: Prop.label); err(setattr, Prop.A, 'label', 5)
class Perm(Flag): R = 4; W = 2; X = 1; RW = R | W
print(Perm.R | Perm.X, repr(Perm.RW), ~Perm.R, Perm(7), Perm(0), bool(Perm(0)), Perm.R in Perm.RW, list(Perm.RW), Perm.RW & Perm.W, Perm.R ^ Perm.RW, len(Perm.RW), Perm(3).name, Perm.RW.value); err(Perm, 8); err(Perm, 'x'); err(lambda: Perm.R | 1); err(lambda: Perm.R | 'x'); err(lambda: 1 in Perm.R)
class Keep(Flag, boundary=KEEP): A = 1
class Conf(Flag, boundary=CONFORM): A = 1
class Ej(Flag, boundary=EJECT): A = 1
class St(Flag, boundary=STRICT): A = 1
print(Keep(9), Conf(9), Ej(9), type(Ej(9)), list(FlagBoundary), FlagBoundary.KEEP.value); err(St, 9)
class I(IntFlag): A = 1; B = 2
print(I.A | 8, I.A + 1, repr(I(3)), I(16), ~I.A, I.A | I.B == 3)
class N(IntEnum): ONE = 1; TWO = 2
print(N.ONE + 1, N.ONE < N.TWO, sorted([N.TWO, N.ONE]), N(2), f'{N.ONE:03d}', N.ONE == 1, repr(N.ONE), str(N.ONE), [10, 20][N.ONE])
F = Enum('F', 'a b c', start=5); G = Enum('G', {'x': 1, 'y': 2}); H = IntEnum('H', [('p', 1)]); print(list(F), G.y, H.p, F.a.value, F.__module__); err(Enum, 'Z'); err(Enum, 'Z', 5); err(Enum, 'Z', ['a', 'a'])
print(pickle.loads(pickle.dumps(Color.RED)) is Color.RED, isinstance(Color.RED, Color), type(Color).__name__, Color.__class__, hash(Color.RED) == hash('RED'), Color.RED is Color(1), {Color.RED: 1}, [m for m in dir(Color) if not m.startswith('_')], bool(Color.RED), member, nonmember, verify) if 0 else print(pickle.loads(pickle.dumps(Color.RED)) is Color.RED, {Color.RED: 1}, [m for m in dir(Color) if not m.startswith('_')])
class Mem(Enum):
    A = member(5); b = nonmember(6)
    @member
    def fn(self): pass
print(list(Mem)[0], Mem.b, Mem.A.value); 
def ver():
    @verify(CONTINUOUS)
    class V(IntEnum): A = 1; C = 3
err(ver)
def ver2():
    @verify(NAMED_FLAGS)
    class V(Flag): A = 1; C = 12
err(ver2)
import inspect; print([n for n, v in inspect.getmembers(Color) if not n.startswith('__')])
