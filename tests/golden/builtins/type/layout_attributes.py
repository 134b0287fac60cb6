# What classes tell of their layout, and that nobody can set.
class Plain: pass


class Slotted:
    __slots__ = ("a", "b")


class Number(int): pass


for cls in (int, str, bytes, tuple, list, Plain, Slotted, Number):
    print(cls.__name__, cls.__itemsize__, cls.__weakrefoffset__ > 0, cls.__dictoffset__ != 0)
for name in ("__itemsize__", "__dictoffset__", "__weakrefoffset__", "__basicsize__", "__flags__", "__text_signature__", "__mro__", "__base__"):
    try:
        setattr(Plain, name, 1)
    except AttributeError as error:
        print(name, "|", error)
print(Plain.__text_signature__, Number.__text_signature__, int.__text_signature__)
