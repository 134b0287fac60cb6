# Dictionaries and sets with weak items, while their items live; methods that are dead or alive; finalizers.
import copy
import gc
import weakref


class Node:
  def __init__(self, name):
    self.name = name

  def __repr__(self):
    return self.name

  def __eq__(self, other):
    return isinstance(other, Node) and self.name == other.name

  def __hash__(self):
    return hash(self.name)

  def method(self):
    return self.name


a, b, c = map(Node, "abc")
keys = weakref.WeakKeyDictionary({a: 1, b: 2})
values = weakref.WeakValueDictionary(x=a, y=b)
print(next(keys.items()), next(values.items()), list(keys), list(keys.values()), list(values.keys()), len(keys), len(values))
print(keys.get(c), keys.get(c, 5), keys.pop(c, None), keys.setdefault(c, 3), keys.setdefault(c, 4), keys.popitem(), values.popitem(), values.setdefault("z", c))
keys.update([(b, 20), (c, 30)])
values.update({"w": a}, v=b)
print(dict(keys), dict(values), a in keys, "w" in values, 5 in keys, [type(ref).__name__ for ref in keys.keyrefs()][:1], len(list(values.itervaluerefs())), len(values.valuerefs()))
print(dict(keys | {a: 9}), dict({"q": a} | values), type(keys | {}).__name__, copy.copy(keys) == keys, dict(copy.deepcopy(values)) != {}, keys == dict(keys))
keys |= {a: 0}
del keys[a]
for function in (lambda: keys[a], lambda: values["none"], lambda: keys.pop(a), lambda: keys.__setitem__(1, 2), lambda: weakref.WeakValueDictionary().popitem(),
                 lambda: weakref.WeakSet().pop(), lambda: weakref.WeakSet([1]), lambda: weakref.ref("text")):
  try:
    print(function())
  except Exception as error:
    print(type(error).__name__, str(error) if "weakref" not in str(error) else "a reference")

some, other = weakref.WeakSet([a, b]), weakref.WeakSet([b, c])


def show(items):
  return sorted(map(str, items))


print(show(some | other), show(some & other), show(some - other), show(some ^ other), show(some.union([c])), show(some.intersection([a, c])), show(some.difference([a])),
      show(some.symmetric_difference([a, c])))
print(some <= other, some < weakref.WeakSet([a, b, c]), some >= weakref.WeakSet([a]), some > some, some.issubset([a, b, c]), some.issuperset([a]), some.isdisjoint([c]),
      some == weakref.WeakSet([b, a]), some == {a, b}, a in some, 1 in some)
some |= other
some -= weakref.WeakSet([a])
some ^= weakref.WeakSet([a, b])
some &= weakref.WeakSet([a, c])
some.add(b)
some.discard(c)
print(show(some), len(some), show(some.copy()), show(copy.copy(some)), some.pop() in (a, b))
some.intersection_update([])
some.update([a])
some.difference_update([b])
some.symmetric_difference_update([c])
some.remove(a)
try:
  some.remove(a)
except KeyError:
  print("KeyError")
some.clear()
print(len(some), weakref.WeakSet[int])

method, equal = weakref.WeakMethod(a.method), Node("a")
print(method()(), method == weakref.WeakMethod(a.method), method == weakref.WeakMethod(equal.method), method == weakref.WeakMethod(b.method),
      method == weakref.ref(a), weakref.getweakrefcount(Node("x")), weakref.ref(a) == weakref.ref(equal), type(weakref.ref(a)).__name__, weakref.ReferenceType is weakref.ref)
try:
  weakref.WeakMethod(print)
except TypeError as error:
  print(error)

done = []
finalizer = weakref.finalize(a, done.append, "called")
print(finalizer.alive, finalizer.atexit, finalizer.peek()[0] is a, finalizer.peek()[2:], repr(finalizer).split(" at ")[0])
finalizer.atexit = False
print(finalizer(), finalizer(), finalizer.alive, finalizer.peek(), finalizer.detach(), done, finalizer.atexit, repr(finalizer).endswith("; dead>"))
second = weakref.finalize(b, done.append, "never")
print(second.detach()[2:], second.alive)
weakref.finalize(c, print, "at exit", end="!\n")
