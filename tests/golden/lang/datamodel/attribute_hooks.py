# __getattr__, __setattr__, __delattr__, __dir__; an AttributeError of a hook learns what was asked for.
class A:
  def __getattr__(self, name):
    if name.startswith("dyn"): return name.upper()
    raise AttributeError(f"custom {name}")

  def __setattr__(self, name, value):
    if name == "fixed": raise AttributeError("read-only")
    object.__setattr__(self, name, value)

  def __delattr__(self, name):
    print("del", name)
    super().__delattr__(name)

  def __dir__(self): return ["z", "a"]


a = A()
print(a.dynamic, getattr(a, "foo", "default"), hasattr(a, "foo"), dir(a))
try:
  a.foo
except AttributeError as error:
  print(error, "|", error.name, error.obj is a)
try:
  a.fixed = 1
except AttributeError as error:
  print(error, "|", error.name)
a.q = 1
del a.q
try:
  del a.q
except AttributeError as error:
  print(error)


class B:
  x = 1
  def __getattribute__(self, name):
    print("get", name)
    return object.__getattribute__(self, name)


b = B()
b.y = 2
print(b.x, b.y)
b.y += 1


class C:
  @property
  def p(self): raise AttributeError("inner")
  def __getattr__(self, name): return "fallback " + name


print(C().p)

# dir() asks __dict__ and __class__ when the class defines them.
class Claims:
    @property
    def __dict__(self): return {'claimed': 1}
class Pretends:
    @property
    def __class__(self): return int
class NoDict: __dict__ = 5
print([name for name in dir(Claims()) if name[0] != '_'], 'bit_length' in dir(Pretends()), '__init__' in dir(NoDict()))
