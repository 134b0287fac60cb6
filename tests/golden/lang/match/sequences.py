# Sequence patterns take lists and tuples, not strings.
def f(v):
  match v:
    case []: return "empty"
    case [x]: return f"one {x}"
    case (1, y): return f"1 and {y}"
    case [[a, b], c]: return f"nested {a} {b} {c}"
    case [first, *_, 9]: return f"from {first} to 9"
    case [x, *rest]: return f"{x} and {rest}"
    case _: return "no sequence"
for v in ([], (5,), [1, 2], [[1, 2], 3], [3, 4, 9], (7, 8, 7), "ab", b"ab", {1: 2}, {1}, range(2), iter([1])):
  print(f(v))
match 1, 2, 3:
  case a, *b: print(a, b)
