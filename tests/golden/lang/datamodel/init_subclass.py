# __init_subclass__ gets the keywords of the class statement.
class Base:
  registry = {}
  def __init_subclass__(cls, /, tag=None, **options):
    super().__init_subclass__(**options)
    cls.registry[tag] = cls.__name__


class X(Base, tag="x"): pass
class Y(X): pass


print(Base.registry)
try:
  class Z(Base, tag="z", bogus=1): pass
except TypeError as error:
  print(error)
