# Copies and pickles of an OrderedDict keep what its subclass has in slots.
import copy
import pickle
from collections import OrderedDict


class Slotted(OrderedDict):
    __slots__ = ("x", "y")


class Open(OrderedDict):
    pass


for cls in (Slotted, Open):
    items = cls(a=1, b=2)
    items.x = ["x"]
    for made in (copy.copy(items), copy.deepcopy(items), *(pickle.loads(pickle.dumps(items, protocol)) for protocol in range(2, 6))):
        print(made, made.x, made.x is items.x, hasattr(made, "y"))
    print(hasattr(items.copy(), "x"), items.__reduce__()[1:4])
