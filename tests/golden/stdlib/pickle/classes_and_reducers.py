# Objects are taken apart by __getstate__, __getnewargs__, __reduce__ and their kin, and made again without __init__.
import copyreg
import pickle
from collections import Counter, OrderedDict, defaultdict, deque, namedtuple
from dataclasses import dataclass
from enum import Enum
from functools import partial


class Plain:
    def __init__(self):
        print("Plain.__init__")
        self.name = "plain"


class WithState:
    def __getstate__(self):
        return {"kept": 1}

    def __setstate__(self, state):
        self.restored = state


class WithNewArgs:
    def __new__(cls, a, *, b=0):
        self = super().__new__(cls)
        self.pair = a, b
        return self

    def __getnewargs_ex__(self):
        return (self.pair[0],), {"b": self.pair[1]}


class WithReduce:
    def __init__(self, value):
        self.value = value

    def __reduce__(self):
        return WithReduce, (self.value + 1,)


class Slots:
    __slots__ = ("a", "b")


class Outer:
    class Inner:
        pass

    def method(self):
        return "method"


class Words(list):
    pass


class Table(dict):
    pass


class Color(Enum):
    RED = 1


@dataclass
class Point:
    x: int
    y: int = 0


Pair = namedtuple("Pair", "left right")


def function():
    return "function"


def again(obj, protocol=None):
    return pickle.loads(pickle.dumps(obj, protocol))


for protocol in range(6):
    print("protocol", protocol)
    print(vars(again(Plain(), protocol)))
    print(again(WithState(), protocol).restored)
    if protocol >= 2:
        print(again(WithNewArgs(1, b=2), protocol).pair)
        slots = Slots()
        slots.a = 1
        copy = again(slots, protocol)
        print(copy.a, hasattr(copy, "b"))
    print(again(WithReduce(1), protocol).value)
    print(again(Outer.Inner, protocol) is Outer.Inner, again(Outer().method, protocol)(), again(function, protocol) is function)
    words = Words([1, 2])
    words.note = "n"
    copy = again(words, protocol)
    print(type(copy).__name__, copy, copy.note, type(again(Table(a=1), protocol)).__name__)
    print(again(Color.RED, protocol) is Color.RED, again(Point(1, 2), protocol), again(Pair(1, 2), protocol))
    print(again(Counter("aab"), protocol), again(OrderedDict(a=1), protocol), again(defaultdict(list, {1: [2]}), protocol),
          again(deque([1, 2], 5), protocol))
    print(again(partial(int, base=2), protocol)("101"), again([].append, protocol).__name__, again(str.upper, protocol)("x"))
    print(repr(again(ValueError("a", 1), protocol)), repr(again(OSError(2, "no", "file"), protocol)), again(OSError(2, "no", "file"), protocol).filename)
    print([again(value, protocol) is value for value in (int, len, ..., NotImplemented, type(None), Exception)])
    print(again(1 + 2j, protocol), again(range(1, 9, 2), protocol), again(list[int], protocol), again(int | str, protocol))


copyreg.pickle(Plain, lambda obj: (str, ("from the dispatch table",)))
print(again(Plain()))
