"""concurrent.futures: a pool of threads runs ordinary functions."""

import concurrent.futures


def task(n):
  return n**2


with concurrent.futures.ThreadPoolExecutor(max_workers=2) as executor:
  futures = [executor.submit(task, i) for i in range(5)]
  # as_completed gives them as they end, so the sum is what is certain.
  print("sum", sum(future.result() for future in concurrent.futures.as_completed(futures)))
  print("in order", [future.result() for future in futures])
  print("map", list(executor.map(task, range(6))))

  failing = executor.submit(lambda: 1 / 0)
  print("exception:", repr(failing.exception()))
