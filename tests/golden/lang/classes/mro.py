# The method resolution order of a diamond, and orders that cannot be.
class A:
  def who(self): return "A"
class B(A):
  def who(self): return "B" + super().who()
class C(A):
  def who(self): return "C" + super().who()
class D(B, C):
  def who(self): return "D" + super().who()
print(D().who(), [c.__name__ for c in D.__mro__])
try:
  class E(A, B): pass
except TypeError as error:
  print(error)
try:
  class F(A, A): pass
except TypeError as error:
  print(error)
class X(B): pass
class Y(X, C): pass
print([c.__name__ for c in Y.mro()])
try:
  class G(int, str): pass
except TypeError as error:
  print(error)
try:
  class H(bool): pass
except TypeError as error:
  print(error)
