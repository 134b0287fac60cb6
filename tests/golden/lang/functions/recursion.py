# Recursion: direct, mutual, and its limit.
def even(n): return n == 0 or odd(n - 1)
def odd(n): return n != 0 and even(n - 1)
print(even(10), odd(7), even(301))
def hanoi(n, a="a", b="b", c="c"):
  return [] if n == 0 else hanoi(n - 1, a, c, b) + [a + c] + hanoi(n - 1, b, a, c)
print(" ".join(hanoi(3)))
def deep(n): return deep(n + 1)
try:
  deep(0)
except RecursionError as error:
  print(type(error).__mro__[1].__name__, error)
def depth(n): return 0 if n == 0 else 1 + depth(n - 1)
print(depth(800))
