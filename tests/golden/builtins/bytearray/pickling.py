# Subclasses of bytearray, set and frozenset with attributes, slots or both, through pickle and copy.
import copy
import pickle


class Plain(bytearray):
    pass


class Slotted(bytearray):
    __slots__ = ("x",)


class SlottedSet(set):
    __slots__ = ("x", "__dict__")


class SlottedFrozen(frozenset):
    __slots__ = ("x", "y")


for value in (Plain(b"ab\xff"), Slotted(b"cd"), SlottedSet([1, 2]), SlottedFrozen([3])):
    value.x = "x"
    if hasattr(value, "__dict__"):
        value.other = [1]
    for other in (copy.copy(value), copy.deepcopy(value), *(pickle.loads(pickle.dumps(value, n)) for n in range(2, 6))):
        print(type(other).__name__, other == value, other.x, getattr(other, "other", None), end="; ")
    print()
print(bytearray(b"a\xff").__reduce__(), bytearray(b"a\xff").__reduce_ex__(2), bytearray(b"a\xff").__reduce_ex__(3), bytearray().__reduce_ex__(5))
print(Plain(b"q").__reduce_ex__(4), SlottedFrozen([1]).__reduce__())
