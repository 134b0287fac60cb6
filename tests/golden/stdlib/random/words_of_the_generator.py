# Bits, bytes and states, number for number; seeds of any size and sign; combinations at the edge of small integers.
import math
import random

r = random.Random(7)
print([r.getrandbits(k) for k in (1, 31, 32, 33, 63, 64, 65, 128, 200)], r.randbytes(20).hex(), r.random())
print(random.Random(-5).random() == random.Random(5).random(), random.Random(2**33).random(), random.Random(2**62).random(), random.Random(0).random())


class Own(random.Random):
  pass


own = Own()
print(len(own.getstate()[1]))
own.seed(3)
print(own.random(), Own(3).random())
state = own.getstate()
ahead = [own.random() for _ in range(700)]
own.setstate(state)
print(ahead == [own.random() for _ in range(700)], ahead[-1])

for value in (0, 255, 256, -1, -128, -129, 2**62 - 1, -2**62, 2**63):
  for length in (0, 1, 8, 9):
    for signed in (False, True):
      try:
        print(value.to_bytes(length, "big", signed=signed).hex(), value.to_bytes(length, "little", signed=signed).hex(), end=" ")
      except OverflowError as e:
        print(e, end=" ")
  print()
for n in (66, 67, 68, 2**31, 2**61, 2**62, 2**63):
  print([math.comb(n, k) for k in (0, 1, 2, 5, 33)])
print(math.prod([2**31, 2**31, 2, 0.5]), math.prod([1e200, 1e200, 0]), math.prod([True, 3], start=2.0))

# What is no state is refused; large words are cut.
generator = random.Random(1)
state = generator.getstate()
first = generator.random()
for words in (state[1][:-1], ("a",) * 625, (1.5,) * 625, (-1,) * 625, (10**30,) * 625, state[1][:-1] + (625,), state[1][:-1] + (-1,),
              (state[1][0] + 2**32,) + state[1][1:]):
    try:
        generator.setstate((3, words, None))
        print(generator.random() == first)
    except (OverflowError, TypeError, ValueError) as error:
        print(type(error).__name__, error)
