# Abstract classes: abstract members of every kind, virtual subclasses, __subclasshook__.
import abc


class Shape(abc.ABC):
  @property
  @abc.abstractmethod
  def area(self):
    ...

  @classmethod
  @abc.abstractmethod
  def unit(cls):
    ...

  @staticmethod
  @abc.abstractmethod
  def name():
    ...


class Half(Shape):
  area = 1

  @classmethod
  def unit(cls):
    return cls()


print(sorted(Shape.__abstractmethods__), sorted(Half.__abstractmethods__))
for cls in (Shape, Half):
  try:
    cls()
  except TypeError as error:
    print(error)
Half.name = staticmethod(lambda: "half")
print(abc.update_abstractmethods(Half) is Half, Half().unit().name(), abc.get_cache_token() >= 0)


class Sized(metaclass=abc.ABCMeta):
  @classmethod
  def __subclasshook__(cls, other):
    return hasattr(other, "size") or NotImplemented


class Box:
  size = 1


@Sized.register
class Registered:
  pass


print(issubclass(Box, Sized), isinstance(Registered(), Sized), isinstance(5, Sized), issubclass(Registered, (int, Sized)))
try:
  Sized.register(5)
except TypeError as error:
  print(error)
try:
  Registered.register = Sized.register
  class Loop(Registered, Sized):
    pass
  Loop.register(Sized)
except RuntimeError as error:
  print(error)
for wrong in (lambda: Shape.register(), lambda: Shape.register(int, str), lambda: Shape.register(5), lambda: Shape.register(subclass=5),
              lambda: Shape.register(kind=int)):
    try: wrong()
    except TypeError as error: print(error)
