# Allocation and collection: many small trees beside one that stays.
import time


class Node:
  def __init__(self, left, right):
    self.left = left
    self.right = right


def make(depth):
  if depth == 0:
    return Node(None, None)
  return Node(make(depth - 1), make(depth - 1))


def check(node):
  if node.left is None:
    return 1
  return 1 + check(node.left) + check(node.right)


def run():
  stay = make(15)
  total = 0
  for _ in range(100):
    total += check(make(12))
  return total + check(stay)


start = time.perf_counter()
result = run()
elapsed = time.perf_counter() - start
print("binary_trees", result)
print(f"# {elapsed / result * 1e9:.1f} ns per op")
