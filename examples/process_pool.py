"""concurrent.futures: the same calls in a pool of threads, then in a pool of processes, which uses several cores."""

import concurrent.futures


def task(n):
  return n**2


for executor_class in (concurrent.futures.ThreadPoolExecutor, concurrent.futures.ProcessPoolExecutor):
  with executor_class(max_workers=2) as executor:
    results = [executor.submit(task, i) for i in range(5)]
    # as_completed gives them as they end, so their order is not certain.
    print(sorted(future.result() for future in concurrent.futures.as_completed(results)))
    print(list(executor.map(task, range(6), chunksize=2)))
