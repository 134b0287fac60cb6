# Comparisons may return anything; containers look at the truth, and at identity first.
class Odd:
  def __eq__(self, other): return "weird"
  def __lt__(self, other): return "less"


print(Odd() == 1, Odd() != 1, [Odd()] == [1], Odd() in [5], Odd() < 1, 1 > Odd())
try:
  1 < Odd()
except TypeError as error:
  print(error)
nan = float("nan")
print(nan == nan, [nan] == [nan], nan in [nan], (nan,) == (nan,), 1 == 1.0 == True)
for use in (lambda: sorted([1, "a"]), lambda: max([1, None]), lambda: min([]), lambda: max()):
  try:
    use()
  except (TypeError, ValueError) as error:
    print(error)
