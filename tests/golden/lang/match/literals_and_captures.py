# Literal, capture, wildcard, or, as and guard patterns.
def f(v):
  match v:
    case 0: return "zero"
    case -1 | -2: return "small negative"
    case 1.5: return "float"
    case 1 + 2j: return "complex"
    case "a" | b"a": return "letter"
    case None: return "none"
    case True: return "true"
    case (3 | 4) as n: return f"three or four: {n}"
    case int(x) if x > 100: return f"big {x}"
    case str() as s: return f"text {s}"
    case other: return f"other {other!r}"
for v in (0, 0.0, False, -1, 1.5, 1 + 2j, "a", b"a", None, True, 1, 4, 500, 50, "zzz", []):
  print(repr(v), f(v))
