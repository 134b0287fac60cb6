# Class patterns: keywords, __match_args__, built-in types, dotted names.
class P:
  __match_args__ = ("x", "y")
  def __init__(self, x, y): self.x, self.y = x, y
class Color: RED = "red"
def f(v):
  match v:
    case P(0, 0): return "origin"
    case P(x, y=0): return f"on x at {x}"
    case P(y=yy, x=0): return f"on y at {yy}"
    case P(): return "a point"
    case Color.RED: return "red"
    case int(n) | float(n): return f"number {n}"
    case str(s): return f"text {s}"
    case [P(a, _), *_]: return f"list of points {a}"
    case dict(d): return f"dict {d}"
  return "nothing"
for v in (P(0, 0), P(1, 0), P(0, 5), P(1, 1), "red", 3, 2.5, "blue", [P(7, 8), 1], {"a": 1}, None, True):
  print(f(v))
def bad(v):
  match v:
    case P(1, 2, 3): pass
try: bad(P(1, 2))
except TypeError as e: print(e)
def bad2(v):
  match v:
    case object(1): pass
try: bad2(5)
except TypeError as e: print(e)
def bad3(v):
  match v:
    case f(): pass
try: bad3(5)
except TypeError as e: print(e)
