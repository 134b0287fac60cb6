# Names with two leading underscores are mangled with the class name.
class A:
  __secret = 1
  def __hidden(self): return "A hidden"
  def show(self): return self.__secret, self.__hidden()
class B(A):
  __secret = 2
  def __hidden(self): return "B hidden"
  def show_b(self): return self.__secret, self.__hidden()
b = B()
print(b.show(), b.show_b(), b._A__secret, b._B__secret)
try:
  b.__secret
except AttributeError as error:
  print(error)
print(sorted(k for k in dir(B) if "secret" in k or "hidden" in k))

# Parameters and local names are mangled, names of keyword arguments and of attributes in patterns are not.
def gather(**names): return names
class Meta(type):
  def __new__(meta, name, bases, namespace, **options): return super().__new__(meta, name, bases, {**namespace, "options": options})
  def __init__(cls, *arguments, **options): pass
class Caller:
  class Inner(metaclass=Meta, __option=1): pass
  in_body = gather(__body=1)
  def call(self): return gather(__outer=1, **{"__x": 2}, __y=3), dict(*[[("a", 1)]], __z=4)
  def define(self, __p=1, *, __k=2): return sorted(locals())
  def wrong(self):
    try: self.define(__k=5)
    except TypeError as error: return error
  def matches(self, value):
    match value:
      case object(__seen=seen): return seen
class Value: pass
value = Value()
vars(value)["__seen"] = "by its plain name"
print(Caller().call(), Caller().define(), Caller.Inner.options, Caller.in_body)
print(Caller().wrong(), Caller().matches(value), Caller().define(_Caller__k=3))
