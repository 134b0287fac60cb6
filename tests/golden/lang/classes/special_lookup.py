# Operators look for special methods on the type, not on the instance.
class C:
  def __len__(self): return 3
c = C()
c.__len__ = lambda: 99
print(len(c), c.__len__())
c.__call__ = lambda: 1
try:
  c()
except TypeError as error:
  print(error)
C.__call__ = lambda self: "called"
print(c(), callable(c))
C.__add__ = lambda self, o: "added later"
print(c + 1)
del C.__add__
try:
  c + 1
except TypeError as error:
  print(error)
c.__class__ = type("D", (C,), {"hello": lambda self: "hello from D"})
print(c.hello(), type(c).__name__)
