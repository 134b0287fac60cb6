# Generators feed each other lazily.
def numbers(log):
  for n in range(100):
    log.append(n)
    yield n
def even(source): return (n for n in source if n % 2 == 0)
def take(n, source):
  for _, x in zip(range(n), source): yield x
log = []
print(list(take(3, even(numbers(log)))), log)
def primes():
  seen = []
  n = 2
  while True:
    if all(n % p for p in seen):
      seen.append(n)
      yield n
    n += 1
print(list(take(10, primes())))
def flatten(x):
  for i in x:
    if isinstance(i, list): yield from flatten(i)
    else: yield i
print(list(flatten([1, [2, [3, [4]], 5], [], [[6]]])))
