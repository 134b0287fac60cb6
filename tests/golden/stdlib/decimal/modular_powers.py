# pow() with a modulus is exact, whatever the precision; what it does not take.
from decimal import Context, Decimal, Inexact, setcontext

for precision in (1, 3, 28):
  setcontext(Context(prec=precision, traps=[Inexact]))
  for base, exponent, modulus in ((23, 11, 7), (99, 30, 7), (-71, 3, 7), (10**20, 3, 7), (12345, 678, 5), (2, 10, 1000), (3, -1, 7), (3, 2, 0), (3, 2, -7), (0, 0, 7), (7, 0, 1)):
    print(precision, base, exponent, modulus, end=": ")
    try:
      print(pow(Decimal(base), Decimal(exponent), Decimal(modulus)))
    except ArithmeticError as error:
      print(type(error).__name__, error)
