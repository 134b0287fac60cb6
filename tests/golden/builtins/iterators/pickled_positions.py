# Iterators over sequences tell where they are: pickle and copy make one that goes on from there.
import array
import collections
import copy
import pickle

for source in ("abc", "äbc", "a€c", b"abc", bytearray(b"abc"), [1, 2, 3], (1, 2, 3), array.array("i", [1, 2, 3]), collections.deque([1, 2, 3])):
    iterator = iter(source)
    next(iterator)
    print(type(iterator).__name__, iterator.__reduce__()[1:])
    for protocol in (0, 2, 5):
        print(list(pickle.loads(pickle.dumps(iterator, protocol))), end=" ")
    print(list(copy.copy(iterator)), list(iterator))
    if not isinstance(source, collections.deque):
        print("  at the end:", iterator.__reduce__()[1:], list(pickle.loads(pickle.dumps(iterator))))

for state in (2, 100, -5):
    for source in ("abc", b"abc", bytearray(b"abc"), array.array("b", b"abc")):
        iterator = iter(source)
        iterator.__setstate__(state)
        print(state, list(iterator), end="; ")
    print()

deque = collections.deque("xyz")
forward, backward = type(iter(deque)), type(reversed(deque))
print(list(forward(deque)), list(forward(deque, 1)), list(backward(deque, 2)), list(forward(deque, 9)))
for arguments in ((), (3,), ("abc",)):
    try:
        forward(*arguments)
    except TypeError as error:
        print(error)
iterator = iter(collections.deque())
changed = collections.deque()
iterator = iter(changed)
changed.append(1)
try:
    next(iterator)
except RuntimeError as error:
    print(error)

try:
    pickle.dumps(iter(memoryview(b"abc")))
except TypeError as error:
    print(error)
