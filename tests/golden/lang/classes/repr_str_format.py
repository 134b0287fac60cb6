# repr, str, format and bool fall back on each other in the usual way.
class R:
  def __repr__(self): return "R()"
class S(R):
  def __str__(self): return "ess"
  def __format__(self, spec): return f"formatted({spec})"
  def __bool__(self): return False
class L:
  def __len__(self): return 0
print(R(), S(), [R(), S()], f"{R()} {S()} {S()!s} {S()!r} {S():>5}", bool(S()), bool(L()), bool(R()))
class B:
  def __str__(self): return 5
  __repr__ = lambda self: None
for f in (str, repr, lambda b: f"{b}", lambda b: bool(type("X", (), {"__bool__": lambda s: 1})())):
  try:
    print(f(B()))
  except TypeError as error:
    print(error)
try:
  format(R(), ">10")
except TypeError as error:
  print(error)
