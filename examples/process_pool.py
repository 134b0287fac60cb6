# needs: processes
"""concurrent.futures: a pool of processes uses several cores."""

import concurrent.futures


def task(n):
  return n**2


if __name__ == "__main__":
  with concurrent.futures.ProcessPoolExecutor(max_workers=2) as executor:
    futures = [executor.submit(task, i) for i in range(5)]
    print("sum", sum(future.result() for future in concurrent.futures.as_completed(futures)))
    print("in order", [future.result() for future in futures])
    print("map", list(executor.map(task, range(6))))
