# An iterator whose class loses __next__ while a loop asks it.
class Once:
    def __iter__(self):
        return self

    def __next__(self):
        del Once.__next__
        return 1


def put_back():
    def __next__(self):
        del Once.__next__
        return 1
    Once.__next__ = __next__


def loop(once):
    for item in once:
        print("item", item)


for use in (loop, next):
    try:
        print(use(Once()))
        print(use(Once()))
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)
    put_back()


class Lengths:
    """Lengths that are wrong, or that refuse."""

    def __init__(self, hint):
        self.hint = hint

    def __iter__(self):
        return iter((1, 2))

    def __length_hint__(self):
        return self.hint


import sys

for start in ([], [0]):
    for hint in (0, 5, sys.maxsize, NotImplemented):
        items = list(start)
        try:
            items.extend(Lengths(hint))
            print(len(start), hint, items)
        except (MemoryError, OverflowError) as error:
            print(len(start), hint, type(error).__name__)


class Refuses:
    def __iter__(self):
        return iter((1, 2))

    def __len__(self):
        raise RuntimeError("no length")


for make in (list, tuple, bytearray, bytearray(b"a").extend, [].extend, bytes):
    try:
        print(make(Refuses()))
    except RuntimeError as error:
        print(error)
