# The numbers of a seeded generator, for every method.
import random

rng = random.Random(12345)
print(rng.random(), rng.uniform(2, 5), rng.triangular(0, 10, 3), rng.triangular())
print(rng.randint(1, 6), rng.randrange(10), rng.randrange(5, 50, 7), rng.randrange(10, 0, -3), rng.getrandbits(70), rng.randbytes(5))
print(rng.choice("abc"), rng.choices([1, 2, 3], [5, 1, 1], k=6), rng.choices("xy", cum_weights=[1, 4], k=4), rng.sample(range(1000), 5), rng.sample("abc", counts=[2, 0, 3], k=4))
deck = list(range(10))
rng.shuffle(deck)
print(deck)
print(rng.gauss(0, 1), rng.gauss(), rng.normalvariate(5, 2), rng.lognormvariate(0, 0.5), rng.expovariate(2), rng.vonmisesvariate(1, 2))
print(rng.gammavariate(2, 3), rng.gammavariate(0.5, 1), rng.gammavariate(1, 1), rng.betavariate(2, 3), rng.paretovariate(3), rng.weibullvariate(1, 2))
state = rng.getstate()
first = [rng.random() for _ in range(3)]
rng.setstate(state)
print(first == [rng.random() for _ in range(3)], state[0], len(state[1]))
for seed in (0, -7, 2**100, "text", b"bytes", bytearray(b"array"), 1.5, None.__class__.__name__):
  print(random.Random(seed).random(), end=" ")
print()
rng.seed("text", version=1)
print(rng.random())
for call, arguments in ((rng.choice, ([],)), (rng.randrange, (0,)), (rng.randrange, (5, 5)), (rng.sample, ([1], 2)), (rng.sample, ({1, 2}, 1)), (rng.choices, ([1], [0])),
                        (rng.choices, ([1, 2], [1])), (rng.getrandbits, (-1,)), (rng.seed, ([],)), (rng.randrange, (1, 2, 0)), (rng.choices, ([], None))):
  try:
    print(call(*arguments))
  except (ValueError, IndexError, TypeError) as error:
    print(type(error).__name__, error)
