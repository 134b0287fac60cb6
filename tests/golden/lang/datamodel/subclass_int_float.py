# Subclasses of int and float: operators give the base type, formatting uses the subclass's text.
class MyInt(int):
  def __new__(cls, value, extra=None):
    self = super().__new__(cls, value)
    self.extra = extra
    return self
  def __repr__(self): return f"MyInt({int(self)})"


class MyFloat(float):
  def __repr__(self): return "MyFloat"


a = MyInt(5, "e")
print(a, a + 1, type(a + 1), a.extra, a == 5, hash(a) == hash(5), {5: 1}[a], [0] * a, f"{a}", f"{a:03d}", "%d %s" % (a, a))
f = MyFloat(1.5)
print(f, f * 2, type(f * 2), [f], f"{f}", f"{f:.2f}")
