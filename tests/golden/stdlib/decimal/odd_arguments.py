# Subclasses that are copied, mappings and lists of signals, powers with a modulus and an exponent of zero.
import copy
from decimal import Context, Decimal, Inexact, InvalidOperation, Overflow


class Price(Decimal):
    pass


price = Price("1.5")
price.currency = ["EUR"]
print(copy.copy(price) is price, copy.deepcopy(price) is price, copy.deepcopy([price])[0].currency)


class Money(Decimal):
    def __new__(cls, value, currency):
        self = super().__new__(cls, value)
        self.currency = currency
        return self


print(copy.deepcopy({"cost": Money("3", "USD")})["cost"].currency)


def attempt(function, *args, **keywords):
    try:
        print(repr(function(*args, **keywords)))
    except (ArithmeticError, KeyError, TypeError, ValueError) as error:
        print(type(error).__name__, error)


trapping = Context(traps=[Inexact, Overflow])
for signals in (3, "ab", (Inexact,), [int], [Inexact, Overflow], {Inexact: True}, {}, trapping.traps, trapping.traps.copy()):
    attempt(Context, traps=signals)
    attempt(Context, flags=signals)

for base, exponent, modulus in (("1E+20", "-0", "1e5"), ("-1", "-0", "1"), ("10", "-0", "-1"), ("0", "-0", "7"), ("3", "0", "7"),
                                ("3", "-1", "7"), ("3", "0", "0")):
    attempt(pow, Decimal(base), Decimal(exponent), Decimal(modulus))
