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

# The names of a code object are those that are no variables; a variable that an inner function captures is none of them.
import inspect, types
def counter(step):
  total = step + START
  def show():
    return print(total)
  for number in range(step):
    total += number
  return show.__name__
print(counter.__code__.co_names, counter.__code__.co_cellvars, counter.__code__.co_consts[1].co_names, counter.__code__.co_consts[1].co_freevars)
try:
  types.CodeType(1, 2)
except TypeError as error:
  print(error)
for function in (sorted, len, pow, list.sort):
  print(function.__name__, inspect.signature(function))

# Captured variables: parameters at their places, then the others by name.
def capturing(zebra, middle, *rest, apple=1):
  yellow = black = 1
  return lambda: (zebra, yellow, black, apple, rest, middle)
print(capturing.__code__.co_cellvars, capturing(1, 2).__code__.co_freevars, [cell.cell_contents for cell in capturing(1, 2).__closure__])
