# __new__ makes the object, __init__ fills it; __init__ is skipped for other types.
class Single:
  instance = None
  def __new__(cls, *args):
    if cls.instance is None:
      cls.instance = super().__new__(cls)
    return cls.instance
  def __init__(self, *args): self.args = args
a, b = Single(1), Single(2)
print(a is b, a.args)
class Other:
  def __new__(cls): return "not an instance"
  def __init__(self): print("never")
print(Other())
class Even(int):
  def __new__(cls, v): return super().__new__(cls, v // 2 * 2)
print(Even(7), Even(7) + 1, type(Even(3) + 1).__name__, isinstance(Even(1), int))
class Bad:
  def __init__(self): return 5
for attempt in (Bad, lambda: object(1), lambda: object.__new__(int), lambda: object.__new__(5)):
  try:
    attempt()
  except TypeError as error:
    print(error)
class Pt(tuple):
  def __new__(cls, x, y): return tuple.__new__(cls, (x, y))
  x = property(lambda self: self[0])
print(Pt(3, 4), Pt(3, 4).x, Pt(1, 2) == (1, 2))
