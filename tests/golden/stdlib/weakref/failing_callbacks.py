# What the callback of a weak reference or of finalize() raises goes to sys.unraisablehook.
import gc
import weakref


class Room:
    pass


class Failing:
    def __repr__(self):
        return "<failing>"

    def __call__(self, *args):
        raise ValueError("nobody is here to receive it")


class Closing(weakref.finalize):
    def __repr__(self):
        return "<closing>"


room = Room()
reference = weakref.ref(room, Failing())
del room
gc.collect()
print(reference())

room = Room()
closing = Closing(room, Failing())
del room
gc.collect()
print(closing.alive)
