# Binary operators with reflected forms and NotImplemented.
class N:
  def __init__(self, v): self.v = v
  def __repr__(self): return f"N({self.v})"
for op, sym in (("add", "+"), ("sub", "-"), ("mul", "*"), ("truediv", "/"), ("floordiv", "//"), ("mod", "%"),
                ("pow", "**"), ("lshift", "<<"), ("rshift", ">>"), ("and", "&"), ("or", "|"), ("xor", "^"), ("matmul", "@")):
  setattr(N, f"__{op}__", lambda a, b, s=sym: f"{a}{s}{b}" if not isinstance(b, str) else NotImplemented)
  setattr(N, f"__r{op}__", lambda a, b, s=sym: f"{b} r{s} {a}")
n = N(1)
print(n + 2, 2 + n, n - n, 3 - n, n * 2.5, 2 * n, n / 1, 1 / n, n // 1, 1 // n, n % 1, 1 % n)
print(n ** 2, 2 ** n, n << 1, 1 << n, n >> 1, 1 >> n, n & 1, 1 & n, n | 1, 1 | n, n ^ 1, 1 ^ n, n @ 1, 1 @ n)
print([] + n, "s" + n)
try:
  n + "text"
except TypeError as error:
  print(error)
class U:
  def __neg__(self): return "neg"
  def __pos__(self): return "pos"
  def __invert__(self): return "inv"
  def __abs__(self): return "abs"
  def __round__(self, n=None): return f"round {n}"
print(-U(), +U(), ~U(), abs(U()), round(U()), round(U(), 2))
