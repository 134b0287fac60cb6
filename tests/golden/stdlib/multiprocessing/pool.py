# Pools of processes and of threads.
import multiprocessing
import os
from multiprocessing.pool import ThreadPool


def square(n):
    return n * n


def fail_at_three(n):
    if n == 3:
        raise ValueError("three")
    return n


def add(a, b):
    return a + b


def set_value(value):
    global stored
    stored = value


def get_value(_):
    return stored


def process_number(_):
    return os.getpid()


def not_pickled():
    return lambda: 0


def raising():
    yield 1
    raise KeyError("from the iterable")


for make in (multiprocessing.Pool, ThreadPool):
    with make(3) as pool:
        print(pool.map(square, range(10)), pool.map(square, []), pool.map(square, (n for n in range(4)), chunksize=2))
        print(pool.apply(add, (1,), {"b": 2}), pool.starmap(add, [(1, 2), (3, 4)]))
        print(list(pool.imap(square, range(5))), sorted(pool.imap_unordered(square, range(5), chunksize=2)))
        result = pool.apply_async(square, (7,))
        print(result.get(60), result.ready(), result.successful())
        seen, errors = [], []
        pool.map_async(square, range(3), callback=seen.append).wait()
        result = pool.apply_async(fail_at_three, (3,), error_callback=lambda error: errors.append(repr(error)))
        result.wait()
        print(seen, errors, result.successful())
        for call in (lambda: pool.map(fail_at_three, range(5)), lambda: pool.apply(fail_at_three, (3,)), lambda: list(pool.imap(fail_at_three, range(5)))):
            try:
                call()
            except ValueError as error:
                print(error, type(error.__cause__).__name__)
        results = pool.imap(square, raising())
        print(next(results))
        try:
            next(results)
        except KeyError as error:
            print("KeyError", error)
    try:
        pool.map(square, [1])
    except ValueError as error:
        print(error)
    pool = make(2, initializer=set_value, initargs=("stored",))
    print(pool.map(get_value, range(3)))
    try:
        pool.join()
    except ValueError as error:
        print(error)
    pool.close()
    pool.join()

with multiprocessing.Pool(1, maxtasksperchild=2) as pool:
    print(len(set(pool.map(process_number, range(6), chunksize=1))))
    for call in (lambda: pool.apply(not_pickled), lambda: pool.apply(lambda: 1)):
        try:
            call()
        except Exception as error:
            print(type(error).__name__)
