# WeakSet has the operations of a set.
import copy
from weakref import WeakSet


class Item:
    def __init__(self, name):
        self.name = name


a, b, c, d = items = [Item(name) for name in "abcd"]


def names(found):
    return type(found).__name__, sorted(item.name for item in found)


left, right = WeakSet([a, b, c]), WeakSet([c, d])
for name in ("union", "intersection", "difference", "symmetric_difference"):
    print(name, names(getattr(left, name)(right)), names(getattr(left, name)([a, d])))
for found in (left | right, left & right, left - right, left ^ right):
    print(names(found))
for name in ("update", "intersection_update", "difference_update", "symmetric_difference_update"):
    changed = left.copy()
    print(name, getattr(changed, name)(right), names(changed))
changed = WeakSet(left)
changed |= right
changed -= {a}
changed &= WeakSet([b, c])
changed ^= WeakSet([b, d])
print(names(changed))
print(left.issubset(items), left <= right, left < WeakSet(items), left.issuperset([a]), left >= left, left > left, left.isdisjoint([d]))
print(left == WeakSet([c, b, a]), left == {a, b, c}, left != right, a in left, 3 in left)
for call in (lambda: left.remove(d), lambda: left.remove([]), lambda: WeakSet().pop(), lambda: left.add(3)):
    try:
        call()
    except (KeyError, TypeError) as error:
        print(type(error).__name__)
left.extra = "kept"
print(names(copy.copy(left)), copy.copy(left).extra)
left.discard(a)
left.clear()
print(len(left), names(right))
