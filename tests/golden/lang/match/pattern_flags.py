# Which instances match sequence and mapping patterns: what the first class of the MRO with an opinion says; str and bytes never do.
import array
import collections
import collections.abc


def mapping_first(subject):
    match subject:
        case {}:
            return "mapping"
        case [*_]:
            return "sequence"


def sequence_first(subject):
    match subject:
        case [*_]:
            return "sequence"
        case {}:
            return "mapping"


for subject in ("abc", b"abc", bytearray(b"abc"), array.array("b", b"abc"), memoryview(b"abc"), range(3), collections.deque(), {1}, {1: 2}):
    print(type(subject).__name__, mapping_first(subject), sequence_first(subject))


class Plain:
    pass


class DictThenSequence(collections.UserDict, collections.abc.Sequence):
    pass


class DictThenList(collections.UserDict, Plain, list):
    pass


class ListThenMapping(list, Plain, collections.abc.Mapping):
    pass


class UserListThenDict(collections.UserList, dict, Plain):
    pass


for cls in (DictThenSequence, DictThenList, ListThenMapping, UserListThenDict):
    print(cls.__name__, mapping_first(cls()), sequence_first(cls()))


class Parent:
    pass


class Child(Parent):
    pass


class Grandchild(Child):
    pass


print(mapping_first(Grandchild()))
collections.abc.Mapping.register(Parent)
print([mapping_first(cls()) for cls in (Parent, Child, Grandchild)])
collections.abc.Sequence.register(Child)
print([mapping_first(cls()) for cls in (Parent, Child, Grandchild)])
