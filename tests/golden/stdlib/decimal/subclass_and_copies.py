# Subclasses, pickles, copies, weak references, attributes, and contexts of threads and tasks.
import asyncio
import copy
import pickle
import weakref
from decimal import *
from fractions import Fraction


class Money(Decimal):
  def __new__(cls, value, currency="EUR"):
    self = Decimal.__new__(cls, value)
    self.currency = currency
    return self

  def __add__(self, other):
    return Money(Decimal.__add__(self, other), self.currency)

  def __str__(self):
    return f"{Decimal.__str__(self)} {self.currency}"


m = Money("1.50", "USD")
print(m, m + 1, type(m + 1).__name__, type(1 + m).__name__, type(m * 2).__name__, m.__dict__, repr(m), f"{m:.1f}")
print(m == Decimal("1.5"), hash(m) == hash(1.5), {m: 1}[Decimal("1.500")], m < 2, m == Fraction(3, 2), Fraction(1, 3) < m)

big = Decimal("1234567890123456789012345678901234567890.5E-50")
for protocol in range(6):
  print(pickle.loads(pickle.dumps([big, Decimal("-sNaN7"), Decimal("-Infinity")], protocol)))
ctx = pickle.loads(pickle.dumps(Context(prec=5, rounding=ROUND_UP, traps=[Inexact], flags=[Rounded])))
print(ctx, copy.copy(big) is big, copy.deepcopy(big) is big)
print(weakref.ref(m)() is m)
for change in (lambda: setattr(big, "x", 1), lambda: setattr(big, "real", 1)):
  try:
    change()
  except AttributeError as e:
    print("AttributeError")


async def worker(prec, event):
  getcontext().prec = prec
  await event.wait()
  return Decimal(2) / 3


async def main():
  event = asyncio.Event()
  tasks = [asyncio.create_task(worker(prec, event)) for prec in (3, 5, 40)]
  await asyncio.sleep(0)
  event.set()
  print(await asyncio.gather(*tasks), Decimal(2) / 3)


asyncio.run(main())
print(getcontext().prec)
