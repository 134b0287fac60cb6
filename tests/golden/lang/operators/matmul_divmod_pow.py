# Operators with unusual arity: divmod, three-argument pow, matrix product.
class M:
  def __init__(self, rows): self.rows = rows
  def __matmul__(self, o):
    return M([[sum(a * b for a, b in zip(r, c)) for c in zip(*o.rows)] for r in self.rows])
  def __imatmul__(self, o): return "in place"
  def __pow__(self, e, mod=None): return ("pow", e, mod)
  def __rpow__(self, b): return ("rpow", b)
  def __divmod__(self, o): return ("divmod", o)
  def __rdivmod__(self, o): return ("rdivmod", o)
m = M([[1, 2], [3, 4]])
print((m @ m).rows, m ** 2, pow(m, 2, 5), 2 ** m, divmod(m, 3), divmod(3, m))
m @= m
print(m)
print(2 ** 3 ** 2, -2 ** 2, 2 ** -1, (-8) ** (1 / 3) == complex(1, 3 ** 0.5), pow(3, 100, 7), pow(3, -1, 7))
