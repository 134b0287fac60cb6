# Calls through classes: inherited methods, bound methods, properties, keyword and default arguments, constructors.
import time

COUNT = 400_000


class Base:
  def __init__(self, value, step=1):
    self.value = value
    self.step = step

  def add(self, amount, *, times=1):
    self.value += amount * times
    return self

  def reset(self, value=0):
    self.value = value

  @property
  def double(self):
    return self.value * 2


class Derived(Base):
  def __init__(self, value):
    super().__init__(value, step=2)

  def next(self):
    return self.add(self.step, times=2)


def run():
  total = 0
  for i in range(COUNT):
    item = Derived(i)
    item.next().add(1)
    bound = item.add
    bound(3)
    total += item.double
    item.reset()
    total += item.value
  return total


start = time.perf_counter()
result = run()
elapsed = time.perf_counter() - start
print("method_calls", result)
print(f"# {elapsed / (COUNT) * 1e9:.1f} ns per op")
