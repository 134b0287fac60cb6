# Short representations of arrays and of nested containers.
import reprlib
from array import array
from collections import deque

print(reprlib.repr(array("i", range(9))), reprlib.repr(array("d")), reprlib.repr(array("u", "abc")))
short = reprlib.Repr()
short.maxarray = short.maxlist = short.maxdeque = short.maxset = 2
short.maxlevel = 2
print(short.repr(array("b", [1, 2, 3])), short.repr([[[1]], 2, 3]), short.repr(deque("abc")), short.repr({3, 1, 2}), short.repr({"k": [[[]]]}))
