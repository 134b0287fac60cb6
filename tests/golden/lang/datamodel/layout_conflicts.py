# Two classes derived from a type of variable size, each with a dictionary, don't go together; with empty __slots__ one of them does.
def t(base):
  try:
    A = type("A", (base,), {}); B = type("B", (base,), {}); C = type("C", (A, B), {}); print(base.__name__, "ok")
  except TypeError as e: print(base.__name__, e)
  try:
    A = type("A", (base,), {"__slots__": ()}); B = type("B", (base,), {}); C = type("C", (A, B), {}); print(base.__name__, "ok")
    D = type("D", (B,), {}); E = type("E", (D, B), {}); F = type("F", (D, A), {})
    class P: pass
    G = type("G", (B, P), {}); H = type("H", (P, B), {}); print("ok2")
  except TypeError as e: print(base.__name__, e)
for b in int, bytes, tuple, str, list, dict, float, set, bytearray, Exception, type, object: t(b)
