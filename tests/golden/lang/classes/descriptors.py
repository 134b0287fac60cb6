# Data descriptors win over the instance, others lose; __set_name__ tells the name.
class Data:
  def __set_name__(self, owner, name):
    print("named", name, "in", owner.__name__)
    self.name = name
  def __get__(self, obj, owner=None):
    return f"get {self.name} of {None if obj is None else 'instance'}"
  def __set__(self, obj, value):
    print("set", self.name, value)
  def __delete__(self, obj):
    print("delete", self.name)
class NonData:
  def __get__(self, obj, owner): return "non-data"
class C:
  d = Data()
  n = NonData()
c = C()
c.__dict__["d"] = "in dict"
c.__dict__["n"] = "in dict"
print(c.d, "|", c.n, "|", C.d, "|", C.n)
c.d = 5
del c.d
print(sorted(c.__dict__))
class Only:
  def __set__(self, obj, value): obj.__dict__["o"] = value * 2
class E: o = Only()
e = E()
print(isinstance(e.o, Only))
e.o = 4
print(e.o)
