# Data descriptors win over the instance's dictionary, others lose.
class Data:
  def __get__(self, instance, owner): return "data", instance is not None, owner.__name__
  def __set__(self, instance, value): print("set", value)
  def __delete__(self, instance): print("delete")


class NonData:
  def __get__(self, instance, owner=None): return "non-data"


class A:
  d = Data()
  n = NonData()


a = A()
a.__dict__.update(d=1, n=2)
print(a.d, a.n, A.d, A.n)
a.d = 5
del a.d
a.n = 7
print(a.n)
del a.n
print(a.n)


class SetOnly:
  def __set__(self, instance, value): print("only set", value)


class B: s = SetOnly()


b = B()
b.s = 1
print(type(b.s).__name__)
try:
  del b.s
except AttributeError as error:
  print(error)
