# One place in a program meets integers, floats, big integers and objects in turn: what it learned of the first never shows in the next.
from fractions import Fraction


class Ten:
  def __add__(self, other): return ("add", other)
  def __radd__(self, other): return ("radd", other)
  def __sub__(self, other): return ("sub", other)
  def __rsub__(self, other): return ("rsub", other)
  def __rmul__(self, other): return ("rmul", other)
  def __rtruediv__(self, other): return ("rtruediv", other)
  def __rlshift__(self, other): return ("rlshift", other)
  def __iadd__(self, other): return ("iadd", other)
  def __lt__(self, other): return ("lt", other) and other > 3
  def __eq__(self, other): return other == 3


operands = [1, -7, 2**62 - 1, -(2**62), 2**62, 10**30, 1.5, 0.0, -0.0, float("inf"), True, Fraction(1, 3), Ten(), "text", [1], None]


def right(x):
  return x + 3, x - 3, x + -3


def left(x):
  return 3 + x, 3 - x, 3 * x, 3 / x, 1.5 * x


def in_place(x):
  x += 3
  return x


def compared(x):
  answers = []
  if x < 3: answers.append("<")
  if not x < 3: answers.append("not <")
  if x == 3: answers.append("==")
  if x != 3: answers.append("!=")
  if x >= 3: answers.append(">=")
  while x <= 3:
    answers.append("<=")
    break
  return "".join(answers)


def attempt(function, x):
  try:
    return function(x)
  except (TypeError, ValueError, ArithmeticError) as error:
    return f"{type(error).__name__}: {error}"


for _ in range(2):
  for function in right, left, in_place, compared:
    for x in operands:
      print(function.__name__, "Ten" if isinstance(x, Ten) else x, attempt(function, x))


def shifted(n):
  return 1 << n


for n in 0, 5, 61, 62, 63, 200, -1, 2.0, Ten():
  print(attempt(shifted, n))


# At the ends of the constants that have room in an instruction, and behind them.
def large(x):
  return x + -16383, x + -16384, x - -16383, x - -16384, x - -16385, x + 16383, x + 16384, x - 16384, x - 16385, x + 40000, x < 16383, x < 16384, x > -16384, x > -16385


for x in 0, 16383, 16384, -16384, -16385, 2**61:
  print(large(x), large(x))
