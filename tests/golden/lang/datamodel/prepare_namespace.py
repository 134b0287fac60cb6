# __prepare__ gives the namespace of a class body, and sees every name in order.
class Recorder(dict):
  def __init__(self):
    super().__init__()
    self.log = []

  def __setitem__(self, key, value):
    self.log.append(key)
    super().__setitem__(key, value)


class Meta(type):
  @classmethod
  def __prepare__(mcs, name, bases, **options):
    print("prepare", name, bases, options)
    return Recorder()

  def __new__(mcs, name, bases, namespace, **options):
    print("new", name, namespace.log, options)
    return super().__new__(mcs, name, bases, dict(namespace))

  def __init__(cls, name, bases, namespace, **options):
    print("init", name, options)
    super().__init__(name, bases, namespace)

  def __call__(cls, *args, **kwargs):
    print("call", args, kwargs)
    return super().__call__(*args, **kwargs)


class A(metaclass=Meta, flag=1):
  x = 1
  def f(self): return __class__
  y: int = 2
  del x


print(A().f())


class B(A, other="z"): pass


print(type(B), B.__mro__)


class Bad(type):
  @classmethod
  def __prepare__(mcs, name, bases): return 5


try:
  class C(metaclass=Bad): pass
except TypeError as error:
  print(error)
