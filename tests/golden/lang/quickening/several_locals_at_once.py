# a, b = ... for locals: every value is there before the first name changes, also when one fails, and names that stand twice take the last value.
def fibonacci(n):
  a, b = 0, 1
  for _ in range(n): a, b = b, a + b
  return a, b


def rotated(a, b, c):
  a, b, c = b, c, a
  return a, b, c


def twice(a, b):
  a, a = a + b, b
  a, b, a = 1, a, b
  return a, b


def failing(a, b):
  try:
    a, b = b, a / b
  except ZeroDivisionError:
    pass
  return a, b


def nested(a, b, c):
  (a, b), c = (b, c), a
  a, (b, c) = c, (a, b)
  return a, b, c


def captured(a, b):
  show = lambda: (a, b)
  a, b = b, a
  return show()


def with_walrus(a):
  a, b = (a := a + 1), a * 10
  return a, b


def unbound():
  a, b = 1, c
  c = 2
  return a, b, c


def choice(x):
  return "small" if x < 3 else "middle" if x < 6 else late if x > 8 else None
  late = 1


print(fibonacci(90), rotated(1, 2, 3), twice(1, 2), failing(1, 0), failing(1, 2), nested(1, 2, 3), captured(1, 2), with_walrus(1))
for call in unbound, lambda: choice(9):
  try:
    call()
  except UnboundLocalError as error:
    print(error)
print(choice(1), choice(4), choice(7))


async def waiting(x):
  a, b = x, await_value(x)
  return (await b) if a else b.close()


async def await_value(x): return x * 2


import asyncio
print(asyncio.run(waiting(4)), asyncio.run(waiting(0)))
