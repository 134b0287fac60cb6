# Mapping patterns need the named keys and may take the rest.
def f(v):
  match v:
    case {"type": "circle", "r": r}: return f"circle {r}"
    case {"type": "rect", "size": [w, h]}: return f"rect {w}x{h}"
    case {"type": t, **rest}: return f"{t} with {rest}"
    case {1: x}: return f"key one {x}"
    case {}: return "a mapping"
    case _: return "none"
for v in ({"type": "circle", "r": 1, "z": 0}, {"type": "rect", "size": (2, 3)}, {"type": "q", "k": 1}, {1: 2}, {}, {"x": 1}, []):
  print(f(v))
from collections import defaultdict
d = defaultdict(list)
match d:
  case {"missing": x}: print("found")
  case _: print("not made up", dict(d))
