# help(): functions, methods, properties, classes and their instances.
import inspect

def price(amount, rate=0.2, *, rounded: bool = True) -> float:
    """Price with tax.

    amount -- the net price
    """

# A comment stands for a missing docstring.
def commented(x):
    return x

async def fetch(url): ...

class Account:
    """A bank account.

    Keeps its balance in cents.
    """
    currency = "EUR"
    on_close: str = "nothing " * 20
    def __init__(self, owner, cents=0):
        """Open the account."""
    def deposit(self, cents: int) -> None:
        """Add money."""
    pay_in = deposit
    @property
    def balance(self):
        """The balance in units."""
    @property
    def owner(self): ...
    @owner.setter
    def owner(self, name): ...
    @classmethod
    def empty(cls, owner):
        """An account without money."""
    @staticmethod
    def parse(text): ...
    def _hidden(self): ...

class Savings(Account):
    rate = 1.5
    def deposit(self, cents): ...

class Point:
    __slots__ = {"x": "how far to the right", "y": None}

for thing in (price, commented, fetch, lambda a, b: 0, Account, Savings, Point, Account.deposit, Savings("x").deposit, Account.balance, Account.empty,
              Point.x, Savings("x"), "nosuchname"):
    help(thing)
print(inspect.getdoc(Point.x), inspect.getdoc(Point.y), Point.x.__doc__)
try:
    help(1, 2)
except TypeError as error:
    print(type(error).__name__)
