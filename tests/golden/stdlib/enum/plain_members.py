# Members of plain values: aliases, names that hide inherited ones, code of the program that sees them made.
import enum
class P(enum.Enum):
  A=1
  B='x'
  C=1
  D=1.0
  name2=None
class S(enum.Enum):
  def __setattr__(self,n,v):
    print('set',n); super().__setattr__(n,v)
  A=1
class I(enum.Enum):
  A=1
  def __init__(self,v): print('init',v,len(type(self).__members__))
class R(enum.Enum):
  name=1
  value=2
  other=3
class N(enum.IntEnum):
  real=1
  x=2
class F(enum.Flag):
  A=1
  B=2
  AB=3
  Z=0
  BIG=1<<80
class Base(enum.Enum):
  def __init_subclass__(cls): print('sub',list(cls.__members__))
class D(Base):
  A=1
  B=2
for c in (P,S,I,R,N,F,D): print(list(c), c.__members__, [k for k in c.__dict__ if k[0]!='_'], [ (m._name_,m._value_,m._sort_order_,list(m.__dict__)) for m in c.__members__.values()])
print(P.C is P.A, P(1.0), F.AB, F(3) is F.AB, R.name.name, R.value.value, N.real, N.x.real)
try:
  class X(enum.Enum):
    A=1
    A=2
except TypeError as e: print(e)
class Ig(enum.Enum):
  _ignore_='tmp'
  tmp=5
  A=1
print(list(Ig))
