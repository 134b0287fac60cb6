# Slots, methods and functions of the interpreter by name; what is memoized of the names of their modules.
import pickle


class Sample:
  __slots__ = ("slot",)


for value in (Sample.slot, int.__add__, str.upper, [].append, len, map(len, []), enumerate([]), zip([1], [2]), [len, int, iter, str]):
  for protocol in (0, 2, 4):
    print(pickle.dumps(value, protocol))
print(pickle.loads(pickle.dumps(Sample.slot)) is Sample.slot)
