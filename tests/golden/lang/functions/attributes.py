# Functions are objects with a name, a doc string, defaults and attributes of their own.
def area(width: int, height: "int" = 2) -> int:
  """Area of a rectangle."""
  return width * height
area.unit = "m2"
print(area.__name__, area.__qualname__, area.__doc__, area.__module__)
print(area.__annotations__, area.unit, area.__dict__)
print(area.__code__.co_argcount, area.__code__.co_varnames, area.__code__.co_name)
class A:
  def method(self): pass
  def other():
    def inner(): pass
    return inner
print(A.method.__qualname__, A.other().__qualname__, (lambda: 0).__name__)
try:
  area.nothing
except AttributeError as error:
  print(error)
