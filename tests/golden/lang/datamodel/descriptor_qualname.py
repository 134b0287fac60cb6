# Descriptors of slots and of built-in types know where they are; a class that takes no keywords is named as it is found.
class Point:
    __slots__ = ("x",)

    class Inner:
        __slots__ = ("y",)


print(Point.x.__qualname__, Point.Inner.y.__qualname__, int.real.__qualname__, type.__dict__["__doc__"].__qualname__)


def make():
    class Local(color="red"):
        pass


try:
    make()
except TypeError as error:
    print(error)
try:

    class Outer:
        class Within(size=1):
            pass

except TypeError as error:
    print(error)
