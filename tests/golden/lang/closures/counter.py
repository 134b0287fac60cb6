# A closure keeps its own variable between calls; two closures do not share it.
def make(start):
  count = start
  def step(by=1):
    nonlocal count
    count += by
    return count
  return step
a, b = make(0), make(100)
print(a(), a(), a(5), b(), a())
print(a.__closure__[0].cell_contents, a.__code__.co_freevars)
