# A worker that dies takes the pool with it, and nothing hangs.
import os
import signal
import sys
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool


def die(how):
    os.read(read_end, 1)
    if how == "exit":
        os._exit(3)
    os.kill(os.getpid(), signal.SIGKILL)


def one():
    return 1


def fail():
    sys.stderr = open(os.devnull, "w")
    raise RuntimeError("the initializer fails")


read_end, write_end = os.pipe()
for how in ("exit", "kill"):
    with ProcessPoolExecutor(2) as executor:
        futures = [executor.submit(die, how)] + [executor.submit(one) for _ in range(20)]
        os.write(write_end, b"x")  # all calls are submitted
        try:
            futures[0].result()
        except BrokenProcessPool as error:
            print(error)
        print(all(future.exception() is None or isinstance(future.exception(), BrokenProcessPool) for future in futures))
        try:
            executor.submit(one)
        except BrokenProcessPool as error:
            print(error)
with ProcessPoolExecutor(1, initializer=fail) as executor:
    print(type(executor.submit(one).exception()).__name__)
