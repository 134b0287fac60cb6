# breakpoint() calls what PYTHONBREAKPOINT names, nothing for 0, and warns of what cannot be imported.
import os
import sys
import warnings

for name in ("0", "builtins.print", "len", "nope.function", "os.nope", ".", "a.b.c"):
    os.environ["PYTHONBREAKPOINT"] = name
    with warnings.catch_warnings(record=True) as seen:
        warnings.simplefilter("always")
        try:
            print(name, breakpoint("abc"), [f"{one.category.__name__}: {one.message}" for one in seen])
        except TypeError as error:
            print(name, error)
sys.breakpointhook = lambda *args, **kwargs: ("own", args, kwargs)
print(breakpoint(1, x=2))
del sys.breakpointhook
try:
    breakpoint()
except RuntimeError as error:
    print(error)
