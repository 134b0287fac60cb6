# Workers of the method 'spawn' import the program's file under another name; they are replaced after max_tasks_per_child calls.
import multiprocessing
import os
from concurrent.futures import ProcessPoolExecutor

state = "as imported"


class Point:
    def __init__(self, x):
        self.x = x


def look(point):
    return state, __name__, point.x, type(point).__module__, os.getpid()


def set_state(value):
    global state
    state = value


if __name__ == "__main__":
    state = "changed by the program"
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn"), initializer=set_state, initargs=("set",)) as executor:
        print(executor.submit(look, Point(1)).result()[:4])
    with ProcessPoolExecutor(1, max_tasks_per_child=2) as executor:
        results = [executor.submit(look, Point(n)).result() for n in range(4)]
        print([result[:4] for result in results], len({result[4] for result in results}))
    try:
        ProcessPoolExecutor(max_tasks_per_child=1, mp_context=multiprocessing.get_context("fork"))
    except ValueError as error:
        print(error)
