# The reflected method of a subclass on the right is tried first.
class A:
  def __add__(self, o): return "A.add"
  def __radd__(self, o): return "A.radd"
  def __eq__(self, o): print("A.eq", end=" "); return NotImplemented
  def __lt__(self, o): return "A.lt"
class B(A):
  def __radd__(self, o): return "B.radd"
  def __eq__(self, o): print("B.eq", end=" "); return NotImplemented
  def __gt__(self, o): return "B.gt"
class C(A): pass
print(A() + B(), A() + C(), B() + A(), A() + A())
print(A() == B())
print(A() < B(), B() < A())
