# A class with __eq__ and no __hash__ is unhashable; what __hash__ may return.
class A:
  def __init__(self, v): self.v = v
  def __eq__(self, other): return isinstance(other, A) and self.v == other.v


class B(A):
  def __hash__(self): return hash(self.v)


print(A.__hash__, len({B(1), B(1), B(2)}), B(1) in {B(1): 2})


def answer(value):
  return type("H", (), {"__hash__": lambda self: value})()


print(hash(answer(2**70)) == hash(2**70), hash(answer(-1)))
for use in (lambda: hash(A(1)), lambda: {A(1)}, lambda: hash(answer("a")), lambda: {[]: 1}, lambda: {{}}, lambda: hash(slice(1)), lambda: hash(([],))):
  try:
    use()
  except TypeError as error:
    print(error)
