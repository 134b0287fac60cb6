"""Types with items but without a length are looked up by key: nothing iterates over them."""
import functools
import itertools
import re


def attempt(call, *arguments, **keywords):
    try:
        print(call(*arguments, **keywords))
    except Exception as error:
        print(type(error).__name__, error)


for keyed in (re.match("a", "a"), int | str):
    attempt(iter, keyed)
    attempt(list, keyed)
    attempt(lambda: 1 in keyed)
    attempt(lambda: [*keyed])
    attempt(print, *([keyed][:0]))
    attempt(lambda: print(*keyed))
    attempt(reversed, keyed)
    attempt(b"".join, keyed)
    attempt(bytearray().extend, keyed)
    attempt(int.from_bytes, keyed, "big")
    attempt(functools.reduce, max, keyed)
    attempt([].__setitem__, slice(0), keyed)


def unpack(value):
    a, b = value


def unpack_rest(value):
    a, *b = value


attempt(unpack, int | str)
attempt(unpack_rest, int | str)
for cls in (itertools.cycle, itertools.pairwise, itertools.starmap, itertools.takewhile):
    attempt(cls)
    attempt(cls, 1, 2, 3)
    attempt(cls, x=1)
