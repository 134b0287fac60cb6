# A metaclass sees the class statement: __prepare__, __new__, __init__, __call__, keywords.
class Meta(type):
  @classmethod
  def __prepare__(mcs, name, bases, **kw):
    print("prepare", name, kw)
    return {"prepared": True}
  def __new__(mcs, name, bases, ns, **kw):
    print("new", name, [k for k in ns if not k.startswith("__")])
    return super().__new__(mcs, name, bases, ns)
  def __init__(cls, name, bases, ns, **kw):
    print("init", name)
    super().__init__(name, bases, ns)
  def __call__(cls, *args):
    print("call", args)
    return super().__call__(*args)
  def __len__(cls): return 7
  def __getitem__(cls, key): return key * 2
  def __repr__(cls): return f"<class {cls.__name__}>"
  @property
  def tag(cls): return cls.__name__.lower()
class A(metaclass=Meta, option=1):
  x = 1
  def __init__(self, v): self.v = v
class B(A): pass
print(A(5).v, len(B), B[4], B, B.tag, A.prepared, type(B) is Meta)
Dyn = type("Dyn", (object,), {"f": lambda self: "dynamic"})
print(Dyn().f(), Dyn.__name__)
class M2(type): pass
try:
  class C(A, metaclass=M2): pass
except TypeError as error:
  print(error)
