# OrderedDict: order, keywords, copies with attributes, a queue of many items.
import copy
import functools
import pickle
from collections import OrderedDict

od = OrderedDict(a=1, b=2, c=3)
print(od.pop("a"), od.pop(key="x", default=5), od.setdefault(key="d", default=4), od.setdefault("b", 9), od)
od.move_to_end("b")
od.move_to_end("d", last=False)
print(od, list(reversed(od)), list(reversed(od.items())), od == {"b": 2, "c": 3, "d": 4}, od == OrderedDict(b=2, c=3, d=4))
for action in (lambda: od.pop("nothing"), lambda: od.move_to_end("nothing"), lambda: OrderedDict().popitem()):
  try:
    print(action())
  except (KeyError, TypeError) as error:
    print(type(error).__name__, str(error).removeprefix("OrderedDict."))
od.extra = [1]
for made in (copy.copy(od), copy.deepcopy(od), pickle.loads(pickle.dumps(od))):
  print(type(made).__name__, made == od, made.extra, made.extra is od.extra)
print(hasattr(od.copy(), "extra"), od.copy() == od)
print(od | {"z": 1}, {"z": 1} | od, OrderedDict.fromkeys("ab", 0), od.popitem(), od.popitem(last=False), repr(OrderedDict()))
queue = OrderedDict.fromkeys(range(100_000))
total = 0
while queue:
  key, _ = queue.popitem(last=False)
  total += key
print(total, len(queue))
plain = dict.fromkeys(range(10))
for key in (0, 1, 2, 5, 4, 3):
  del plain[key]
print(list(plain), plain.popitem(), plain.popitem(), list(plain))
plain.update(dict.fromkeys("xyz"))
for key in (6, 7, "x"):
  del plain[key]
print(list(plain), list(reversed(plain)), next(iter(plain)), plain.popitem(), plain.popitem(), list(plain), len(plain))
plain["new"] = 1
print(list(plain), plain)
calls = []
cached = functools.lru_cache(maxsize=3)(calls.append)
for n in (1, 2, 3, 1, 4, 2, 1, 5, 5, 4):
  cached(n)
print(calls, cached.cache_info())
