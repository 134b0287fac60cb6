# with statements: a class, a generator, try and finally that nothing disturbs.
import time
from contextlib import contextmanager

COUNT = 200_000


class Manager:
  entered = 0

  def __enter__(self):
    self.entered += 1
    return self

  def __exit__(self, kind, error, traceback):
    return False


@contextmanager
def scope(log):
  log[0] += 1
  try:
    yield log
  finally:
    log[0] += 1


def run():
  manager = Manager()
  log = [0]
  total = 0
  for i in range(COUNT):
    with manager as entered:
      total += entered.entered & 1
    try:
      total += 1
    finally:
      total += 1
    if i % 4 == 0:
      with scope(log):
        total += 1
  return total + manager.entered + log[0]


start = time.perf_counter()
result = run()
elapsed = time.perf_counter() - start
print("context_managers", result)
print(f"# {elapsed / (COUNT * 3) * 1e9:.1f} ns per op")
