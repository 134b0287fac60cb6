# Deprecated uses of built-in types: int() through __trunc__, subclasses of int from __int__, the truth of NotImplemented; arguments of warn().
import warnings


class Truncates:
    def __trunc__(self):
        return 3


class Flag(int):
    pass


class GivesSubclass:
    def __int__(self):
        return Flag(4)


def attempt(function, *arguments):
    with warnings.catch_warnings(record=True) as found:
        warnings.simplefilter("always")
        try:
            print(repr(function(*arguments)))
        except Exception as error:
            print(type(error).__name__, error)
    for one in found:
        print("   ", one.category.__name__, one.message)


attempt(int, Truncates())
attempt(int, GivesSubclass())
attempt(bool, NotImplemented)
attempt(lambda: "yes" if NotImplemented else "no")
attempt(lambda: not NotImplemented)
attempt(warnings.warn, "text", 3)
attempt(warnings.warn, "text", int)
attempt(warnings.warn, "text", UserWarning, "deep")
attempt(warnings.warn_explicit, "text", UserWarning, "file", "line")
with warnings.catch_warnings():
    warnings.simplefilter("error")
    attempt_error = None
    try:
        int(Truncates())
    except DeprecationWarning as error:
        print("raised", error)
