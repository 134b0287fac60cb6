# A pool of processes: results in order, exceptions with their cause, what cannot be pickled.
import concurrent.futures
import os
from concurrent.futures import ProcessPoolExecutor


def square(n):
    return n * n


def add(a, b=0, *, c=0):
    return a + b + c


def fail(value):
    raise ValueError("bad", value)


class NotPickled:
    def __reduce__(self):
        raise TypeError("cannot be sent")


def give_back():
    return NotPickled()


with ProcessPoolExecutor(2) as executor:
    print(list(executor.map(square, range(10))))
    print(list(executor.map(square, range(10), chunksize=3)), list(executor.map(add, [1, 2], [3, 4])))
    print(executor.submit(add, 1, 2, c=3).result(), executor.submit(os.getpid).result() != os.getpid())
    future = executor.submit(fail, 5)
    try:
        future.result()
    except ValueError as error:
        print(repr(error), type(error.__cause__).__name__, str(error.__cause__).strip().splitlines()[-2:])
    for future in (executor.submit(lambda: 1), executor.submit(square, NotPickled()), executor.submit(give_back)):
        error = future.exception()
        print(type(error).__name__, type(error.__cause__).__name__, str(error).partition("<")[0])
    futures = [executor.submit(square, n) for n in range(5)]
    print(sorted(future.result() for future in concurrent.futures.as_completed(futures)))
    done, not_done = concurrent.futures.wait(futures)
    print(len(done), len(not_done))
    try:
        executor.map(square, [1], chunksize=0)
    except ValueError as error:
        print(error)
try:
    executor.submit(square, 1)
except RuntimeError as error:
    print(error)
for options in ({"max_workers": 0}, {"initializer": 5}, {"max_tasks_per_child": 0}, {"max_tasks_per_child": "x"}):
    try:
        ProcessPoolExecutor(**options)
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
