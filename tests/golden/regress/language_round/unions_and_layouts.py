# Subscripting a union, unions with type variables, __class__ between classes with equal slots.
import typing

T = typing.TypeVar("T")
pair = list[T] | dict[str, T] | None
print(pair[int], pair.__parameters__)
for get in (lambda: pair[int, str], lambda: (int | str)[int], lambda: int | T, lambda: T | None, lambda: (list[T] | T)[str]):
    try:
        print(get())
    except TypeError as error:
        print(error)


class A:
    __slots__ = ("x", "y")


class B:
    __slots__ = ("x", "y")


class C:
    __slots__ = ("x", "z")


a = A()
a.x = 1
a.__class__ = B
print(type(a).__name__, a.x)
try:
    a.__class__ = C
except TypeError as error:
    print(error)
print((int | str).__module__, hasattr(3, "__module__"))
import functools
import threading
import warnings

unchanged = b"abc"
print(functools.partial(len).__module__, unchanged.translate(None) is unchanged)


def attempt(function, *arguments):
    try:
        print(function(*arguments))
    except Exception as error:
        print(type(error).__name__, error)


def lines(*arguments):
    raise OSError("in formatwarning")


attempt(type, "Sub", (type(threading.Lock()),), {})
attempt(type("Meta", (type,), {"mro": lambda cls: []}), "Empty", (), {})
try:
    1 / 0
except ZeroDivisionError as error:
    attempt(setattr, error.__traceback__, "tb_next", 3)
warnings.formatwarning = lines
attempt(warnings.warn, "not shown")
