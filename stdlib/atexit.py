"""Functions that run when the program ends, last registered first."""

_registered = []


def register(func, /, *args, **kwargs):
    if not callable(func):
        raise TypeError("the first argument must be callable")
    _registered.append((func, args, kwargs))
    return func


def unregister(func, /):
    _registered[:] = [entry for entry in _registered if entry[0] != func]


def _clear():
    _registered.clear()


def _ncallbacks():
    return len(_registered)


def _run_exitfuncs():
    while _registered:
        func, args, kwargs = _registered.pop()
        try:
            func(*args, **kwargs)
        except SystemExit:
            raise
        except BaseException as error:
            from _traceback import report_unraisable
            report_unraisable(error.with_traceback(error.__traceback__.tb_next), func, "Exception ignored in atexit callback")
