# Messages of calls that fail in the middle of a protocol.
import asyncio
import sys


def attempt(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__, "|", error)


class NoIterator:
    def __iter__(self):
        return 5

    def keys(self):
        return 3


attempt("".join, NoIterator())
attempt(bytes, NoIterator())
attempt(bytearray, NoIterator())
attempt(lambda: {**NoIterator()})
attempt(dict, NoIterator())
attempt(zip, [1], strict=1, foo=2)
attempt(zip, [1], foo=2)
attempt(lambda: sys.stdout.nope)
attempt(setattr, sys, "__dict__", {})


def f():
    pass


f.__defaults__ = (1,)
attempt(f, 2)
attempt(exec, "match 1:\n    case Point(a.b=1): pass")
attempt(exec, "match 1:\n    case x if f(a.b=1): pass")


class BadSteps:
    def __aiter__(self):
        return self

    def __anext__(self):
        return 5


async def main():
    try:
        async for _ in BadSteps():
            pass
    except TypeError as error:
        print(error, "from", repr(error.__cause__))
    attempt(lambda: asyncio.current_task().nope)
    attempt(lambda: asyncio.get_running_loop().create_future() + 1)


asyncio.run(main())
