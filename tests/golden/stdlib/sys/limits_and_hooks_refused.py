# Recursion limits below the present depth, which counts the call of setrecursionlimit() itself; what unraisablehook() does not take.
import sys
from types import SimpleNamespace


def attempt(limit):
    try:
        sys.setrecursionlimit(limit)
        return "accepted"
    except RecursionError as error:
        return str(error)
    finally:
        sys.setrecursionlimit(1000)


print(attempt(1), attempt(3), attempt(4), (lambda: attempt(2))(), sep="\n")
made = SimpleNamespace(exc_type=KeyError, exc_value=KeyError("made up"), exc_traceback=None, err_msg=None, object=None)
for arguments in ((made,), (5,), ()):
    try:
        sys.unraisablehook(*arguments)
    except TypeError as error:
        print(error)
