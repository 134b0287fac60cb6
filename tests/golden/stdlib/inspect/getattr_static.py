from inspect import getattr_static


class Loud(type):
    def __getattr__(cls, name):
        print("metaclass", name)
        raise AttributeError(name)

    on_meta = "metaclass"


class Spy(metaclass=Loud):
    __slots__ = ("slot", "__dict__")
    field = 1

    def __init__(self):
        object.__getattribute__(self, "__dict__").update(own=2, field=3, computed=4)

    def __getattribute__(self, name):
        print("instance", name)
        return object.__getattribute__(self, name)

    @property
    def computed(self):
        print("computed")


class Shadowed:
    __dict__ = property(lambda self: print("never"))
    field = "class"


spy = Spy()
print(getattr_static(spy, "own"))
print(getattr_static(spy, "field"))
print(type(getattr_static(spy, "computed")).__name__)
print(type(getattr_static(spy, "slot")).__name__)
print(getattr_static(spy, "nothing", "default"))
print(getattr_static(Spy, "field"))
print(getattr_static(Spy, "on_meta"))
print(getattr_static(Spy, "nothing", None))
print(getattr_static(Shadowed(), "field"))
print(getattr_static(5, "nothing", "default"))
print(getattr_static(5, "real") is int.__dict__["real"])
for owner in (spy, Spy, 5, int):
    try:
        getattr_static(owner, "nothing")
    except AttributeError as error:
        print("AttributeError", error)
