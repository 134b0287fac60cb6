"""StopIteration out of a function that an iterator calls is the end of the iteration, with its value for next()."""
import itertools


def stop(*arguments):
    raise StopIteration(7)


def attempt(call):
    try:
        print(call())
    except BaseException as error:
        print(type(error).__name__, error)


for make in (lambda: map(stop, [1, 2]), lambda: filter(stop, [1]), lambda: itertools.filterfalse(stop, [1]), lambda: itertools.takewhile(stop, [1]),
             lambda: itertools.dropwhile(stop, [1]), lambda: itertools.starmap(stop, [(1,)]), lambda: itertools.accumulate([1, 2], stop),
             lambda: itertools.groupby([1], stop), lambda: zip(map(stop, [1]), [2]), lambda: (x for x in map(stop, [1]))):
    print(type(make()).__name__)
    attempt(lambda: list(make()))
    attempt(lambda: next(make(), "none"))
    attempt(lambda: max(make(), default="empty"))
