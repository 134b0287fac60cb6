# A hook for exceptions that nobody can receive may fail itself; None, or none at all, stands for the standard one.
import gc
import sys
import weakref


class Room:
    pass


class Callback:
    def __repr__(self):
        return "<callback>"

    def __call__(self, reference):
        raise ValueError("lost")


class Hook:
    def __repr__(self):
        return "<hook>"

    def __call__(self, unraisable):
        print(type(unraisable).__name__, unraisable.exc_type, unraisable.exc_value, unraisable.err_msg, unraisable.object)
        raise KeyError("from the hook")


def lose_an_exception():
    room = Room()
    reference = weakref.ref(room, Callback())
    del room
    gc.collect()


sys.unraisablehook = Hook()
lose_an_exception()
sys.unraisablehook = 5
lose_an_exception()
sys.unraisablehook = None
lose_an_exception()
del sys.unraisablehook
lose_an_exception()
