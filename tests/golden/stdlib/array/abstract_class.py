# Arrays are mutable sequences for collections.abc, though it is imported after array, and for patterns.
from array import array
import collections.abc

print(isinstance(array("i"), collections.abc.MutableSequence), issubclass(array, collections.abc.Sequence))
match array("i", [1, 2, 3]):
    case [first, *rest]:
        print(first, rest)
