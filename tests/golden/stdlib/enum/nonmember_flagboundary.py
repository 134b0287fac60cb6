# Ordinary use, mistakes and corners of enum: nonmember, FlagBoundary, global_enum, EnumType.
import enum; from enum import *

def err(f, *a, **k):
    try:
        r = f(*a, **k)
        print("ok", type(r).__name__ if " at 0x" in repr(r) else r)
    except Exception as e:
        print(type(e).__name__, str(e).partition(" at 0x")[0])

class Shape(Enum):
    SQUARE = 1; CIRCLE = 2; PI = nonmember(3.14)
    @nonmember
    class Helper: x = 1
    @member
    def area(self): return 1
print(Shape.PI, Shape.Helper.x, type(Shape.area).__name__, Shape.area.value.__name__, len(Shape))
@global_enum
class Level(IntFlag): LOW = 1; HIGH = 2
print(LOW, HIGH, repr(Level.LOW), str(Level.HIGH), Level.LOW | Level.HIGH, repr(Level.LOW | Level.HIGH), repr(Level(0)), Level(8)) 
print(list(EnumCheck), [c.value for c in EnumCheck], list(FlagBoundary), FlagBoundary.STRICT.value, [str(b) for b in FlagBoundary]); err(FlagBoundary, 'zz'); err(EnumCheck, 5)
def v1():
    @verify(UNIQUE)
    class A(Enum): X = 1; Y = 1
def v2():
    @verify(CONTINUOUS)
    class A(IntEnum): X = 1; Y = 4
def v3():
    @verify(NAMED_FLAGS)
    class A(Flag): X = 1; Z = 8 | 4
def v4():
    @verify(CONTINUOUS)
    class A(Enum): X = 'a'
def v5(): verify('x')(Shape)
for f in (v1, v2, v3, v4, v5): err(f)
@verify(UNIQUE, CONTINUOUS)
class Good(IntEnum): A = 1; B = 2; C = 3
print(list(Good), Good.A + Good.B, EnumType.__name__, isinstance(Good, EnumType), Good.__class__ is EnumType)
class F(Flag, boundary=STRICT): A = 1; B = 2
err(F, 5); err(F, -5) ; err(lambda: F.A | 'x'); print(F(3), F(0), ~F.A, list(F(3)), F.A in F(3), len(F(3)), F.A | F.B, F.A ^ F.A, F['A'], F.A.name, F(3).name, F(0).name, bool(F(0)), [m.name for m in F])
class K(Flag, boundary=KEEP): A = 1
class C(Flag, boundary=CONFORM): A = 1
class E(IntFlag, boundary=EJECT): A = 1
print(K(5), C(5), E(5), type(E(5)).__name__, K(5).value, ~K.A); err(type, 'Bad', (Flag,), {}) ; err(lambda: Shape.SQUARE.CIRCLE.value.nope); err(Shape, 3.14); err(setattr, Shape, 'SQUARE', 5); err(lambda: Shape['PI']); print(Shape(1) is Shape.SQUARE, 'SQUARE' in Shape.__members__, Shape.SQUARE._value_, Shape.SQUARE._name_, Shape._member_names_, auto.__name__, [n for n in dir(Shape.SQUARE) if not n.startswith('_')])
