# The same arithmetic sites see floats, integers, huge and tiny values, zeros, infinities, and objects in turn.
class Money:
  def __init__(self, cents):
    self.cents = cents

  def __mul__(self, other):
    return Money(self.cents * other)

  def __add__(self, other):
    return Money(self.cents + (other.cents if isinstance(other, Money) else other))

  def __sub__(self, other):
    return Money(self.cents - (other.cents if isinstance(other, Money) else other))

  def __rsub__(self, other):
    return f"{other}-{self}"

  def __truediv__(self, other):
    return Money(self.cents // other)

  def __repr__(self):
    return f"Money({self.cents})"


def sums(x, y, z):
  yield x * y + z
  yield z + x * y
  yield x * y - z
  yield z - x * y
  yield x * y + x * z
  yield x * x + y * y + z * z
  total = z
  total += x * y
  yield total
  total -= x * z
  yield total
  yield (x + y) * (x - y) / (z + x)


def show(x, y, z):
  results = []
  steps = sums(x, y, z)
  while True:
    try:
      results.append(next(steps))
    except StopIteration:
      break
    except (ArithmeticError, TypeError) as error:
      results.append(f"{type(error).__name__}: {error}")
      break
  print(*results)


warm = [(1.5, 2.25, -0.5), (0.1, 0.2, 0.3)] * 3
odd = [
  (0.0, -0.0, 0.0), (-0.0, 1.0, -0.0), (1e200, 1e200, 1.0), (1e-200, 1e-200, 1e-300), (5e-324, 0.5, 0.0), (1.0, 1e308, 1e308),
  (float("inf"), 0.0, 1.0), (float("nan"), 1.0, 2.0), (float("inf"), 2.0, float("-inf")), (1, 2, 3), (2**62, 2**62, 1), (10**30, 3, 2.5), (1, 2.5, 3),
  (True, 0.5, False), (2j, 1.5, 1), (1.7976931348623157e308, 10.0, -1.0), (2.0**-255, 1.0, 0.5), (2.0**-256, 2.0**256, 1.0),
]
for values in warm + odd + warm[:1] + [(Money(5), 2, 3), ("ab", 3, "c"), (1.5, "x", 2.0), (0.5, 4.0, -0.5)] + warm[:2]:
  show(*values)


def dot(left, right):
  total = 0.0
  for a, b in zip(left, right):
    total += a * b
  return total


def bad(a, b, c):
  return (a * b
          + c)


print(dot([1.5] * 4, [2.0] * 4), dot([1, 2.5], [3, 4]), dot([1e300], [1e300]))
for last in (1.0, 2, "x"):
  print(bad(1.0, 2.0, last) if last != "x" else bad(1.0, 2.0, last))
