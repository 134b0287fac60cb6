# Many jobs that cannot be sent to a worker: each fails by itself, and those behind them run.
import multiprocessing
from concurrent.futures import ProcessPoolExecutor


def main():
    context = multiprocessing.get_context("fork")
    with ProcessPoolExecutor(max_workers=2, mp_context=context) as executor:
        futures = [executor.submit(lambda: 0) for _ in range(40)]
        good = executor.submit(abs, -5)
        futures += [executor.submit(len, (n for n in "ab")) for _ in range(5)]
        print(good.result(), len(executor._processes))
        for future in (futures[0], futures[39], futures[40], futures[-1]):
            print(type(future.exception()).__name__, str(future.exception()).split(" at ")[0])
        print(sum(f.exception() is not None for f in futures))


main()
