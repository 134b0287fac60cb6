# What an operator asks may change the class of the other operand, or the methods of that class.
class Items(list):
  pass


class Refusing(list):
  def __mul__(self, other): return NotImplemented
  def __add__(self, other): return NotImplemented


class Moves:
  def moved(self, other):
    other.__class__ = Refusing
    return NotImplemented

  __add__ = __radd__ = __mul__ = __rmul__ = __imul__ = moved


class Late(list):
  pass


class Teaches:
  def __mul__(self, other):
    Late.__mul__ = lambda self, other: "late"
    return NotImplemented


def attempt(operation):
  try:
    print(operation())
  except TypeError as error:
    print(error)


def times_in_place(left, right):
  left *= right
  return left


attempt(lambda: Moves() * Items([1]))
attempt(lambda: Items([1]) * Moves())
attempt(lambda: Items([1]) + Moves())
attempt(lambda: Moves() + Items([1]))
attempt(lambda: times_in_place(Items([1]), Moves()))
attempt(lambda: times_in_place(Moves(), Items([1])))
attempt(lambda: Teaches() * Late([1]))
attempt(lambda: Late([1]) * 2)
