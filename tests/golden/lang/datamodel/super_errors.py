# super() where it has nothing to find.
class A:
  def f(self): return "f"


class B(A):
  def deleted(self):
    del self
    super()
  def star(*args): return super().f()
  def missing(self): super().nope
  def assign(self): super().x = 1
  def rebound(self):
    self = 1
    return super().f()
  def comprehension(self): return [super().f() for _ in range(1)]


for name in ("deleted", "star", "missing", "assign", "rebound", "comprehension"):
  try:
    print(getattr(B(), name)())
  except (RuntimeError, AttributeError, TypeError) as error:
    print(name, type(error).__name__, error)


def outside(x): super()


for use in (lambda: super(A, 5), lambda: super(5), lambda: outside(1)):
  try:
    use()
  except (RuntimeError, TypeError) as error:
    print(type(error).__name__, error)
