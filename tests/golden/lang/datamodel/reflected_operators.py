# The right operand is asked first when its class is a subclass with its own method; NotImplemented passes on.
class A:
  def __add__(self, other): print("A.add"); return NotImplemented
  def __radd__(self, other): print("A.radd"); return "from A"
  def __lt__(self, other): print("A.lt"); return NotImplemented
  def __gt__(self, other): print("A.gt"); return True
  def __eq__(self, other): print("A.eq"); return NotImplemented
  def __iadd__(self, other): print("A.iadd"); return NotImplemented


class B(A):
  def __radd__(self, other): print("B.radd"); return "from B"
  def __gt__(self, other): print("B.gt"); return "B is greater"
  def __eq__(self, other): print("B.eq"); return "B is equal"


class C(A): pass


print(A() + B())
print(A() + C())
print(1 + A())
print(A() < B())
print(A() == B())
print(A() == A(), A() != 1)
for use in (lambda: A() + A(), lambda: A() + 1):
  try:
    use()
  except TypeError as error:
    print(error)
a = A()
try:
  a += 1
except TypeError as error:
  print(error)
