# property with getter, setter, deleter, and read-only errors.
class Temp:
  def __init__(self): self._c = 0
  @property
  def celsius(self):
    "degrees"
    return self._c
  @celsius.setter
  def celsius(self, value):
    if value < -273: raise ValueError("too cold")
    self._c = value
  @celsius.deleter
  def celsius(self): self._c = None
  @property
  def kelvin(self): return self._c + 273
t = Temp()
t.celsius = 20
t.celsius += 5
print(t.celsius, t.kelvin, Temp.celsius.__doc__)
for action in ("t.celsius = -300", "t.kelvin = 1", "del t.kelvin"):
  try:
    if "300" in action: t.celsius = -300
    elif "=" in action: t.kelvin = 1
    else: del t.kelvin
  except Exception as error:
    print(type(error).__name__, error)
del t.celsius
print(t.celsius)
p = property(lambda self: 42)
class Q: answer = p
print(Q().answer, isinstance(Q.answer, property), p.fset)
