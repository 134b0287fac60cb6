"""Functions that run when the program ends, last registered first."""

_native_wording = {"register": " counted", "unregister": ""}  # Words argument errors as natives do.
_registered = []  # None where a function was unregistered.


def register(func, /, *args, **kwargs):
    if not callable(func):
        raise TypeError("the first argument must be callable")
    _registered.append((func, args, kwargs))
    return func


def unregister(func, /):
    _registered[:] = [None if entry and entry[0] == func else entry for entry in _registered]


def _clear():
    _registered.clear()


def _ncallbacks():
    return len(_registered)


def _run_exitfuncs():
    for at in reversed(range(len(_registered))):
        if at >= len(_registered) or not _registered[at]:
            continue
        func, args, kwargs = _registered[at]
        try:
            func(*args, **kwargs)
        except BaseException as error:
            from _traceback import report_unraisable
            report_unraisable(error.with_traceback(error.__traceback__.tb_next), func, "Exception ignored in atexit callback")
    _clear()
