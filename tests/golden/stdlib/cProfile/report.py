"""Reports of cProfile: calls, recursion, natives, callers and callees. Times are shown as T."""
import cProfile
import io
import pstats
import re


def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


def even(n):
    return n == 0 or odd(n - 1)


def odd(n):
    return n != 0 and even(n - 1)


def collect(count):
    found = []
    for i in range(count):
        found.append(len(str(i)))
    found.sort(key=lambda item: -item)
    return sorted(found)


class Account:
    def __init__(self, start):
        self._total = start

    @property
    def total(self):
        return self._total

    def __add__(self, other):
        return Account(self._total + other)

    @classmethod
    def empty(cls):
        return cls(0)


def squares(n):
    for i in range(n):
        yield i * i


def fails():
    try:
        int("x")
        raise KeyError(1)
    except ValueError:
        [].index(3)


def main():
    fib(10)
    even(6)
    collect(5)
    account = Account.empty() + 3
    print(account.total, sum(squares(4)), list(squares(2)))
    try:
        fails()
    except ValueError as error:
        print(error)


def shown(profile, *restrictions, sort=("name",), what="print_stats"):
    out = io.StringIO()
    stats = pstats.Stats(profile, stream=out).strip_dirs().sort_stats(*sort)
    getattr(stats, what)(*restrictions)
    text = re.sub(r"\d+\.\d{3}", "T.TTT", out.getvalue())
    print(re.sub(r"\d+ function calls \(\d+ primitive calls\)", "N function calls", text))


profile = cProfile.Profile()
profile.enable()
main()
profile.disable()
own = r"report\.py"
profile.create_stats()
stats = profile.stats


class Copy:
    """Statistics that can be read several times."""

    def create_stats(self):
        self.stats = dict(stats)


shown(Copy(), own)
shown(Copy(), own, sort=("calls", "name"))
shown(Copy(), "fib|even|odd|collect", 2, sort=("pcalls", "stdname"))
shown(Copy(), "fib|even|odd|collect|total|empty|__add__", what="print_callees")
shown(Copy(), "fib|even|odd|collect|len|append|__init__", what="print_callers")
shown(Copy(), r"'append' of|\.len|sorted|'sort'|disable|'index'", sort=("stdname",))
shown(Copy(), "[")
shown(Copy(), "nothing here")
