# Adding many items at once, to bounded deques too; copies; comparing a deque with itself.
from collections import deque, OrderedDict

for limit in (None, 0, 1, 3, 5, 100):
  for start in ([], [1], [1, 2, 3, 4]):
    d = deque(start, limit)
    for more in ([], [5], (6, 7, 8, 9), range(3), "ab", iter([1, 2])):
      d.extend(more)
      d.rotate(1)
    d.extend(d)
    d.extendleft((1, 2))
    e = d.copy()
    e.append(0)
    print(limit, start, d, len(d), e == d, d == d, d != d, d + d == d * 2, deque(d, 2), list(e), tuple(d))

nan = float("nan")
d = deque([nan])
print(d == d, d == deque([nan]), d == deque([float("nan")]))


class Grows(list):
  def __iter__(self):
    for item in range(3):
      yield item


print(deque(Grows([9, 9])), deque([1, 2], maxlen=1))
d = deque([1, 2, 3])
it = iter(d)
next(it)
d.extend([])
print(next(it))
d.extend([4])
try:
  next(it)
except RuntimeError as e:
  print(e)

# The order of an OrderedDict.
o = OrderedDict.fromkeys("abcde")
o.move_to_end("b")
print("".join(o))
o.move_to_end("b", last=False)
print("".join(o), o.popitem(), o.popitem(last=False), o.popitem(False), "".join(o))
for key in ("z", [1]):
  try:
    o.move_to_end(key)
  except (KeyError, TypeError) as e:
    print(type(e).__name__, e)
one = OrderedDict([(1, "a"), (2, "b")])
one.move_to_end(1.0)
print(one)
while one:
  one.popitem(0)
try:
  one.popitem()
except KeyError as e:
  print(e)
print(OrderedDict(a=1, b=2) == OrderedDict(b=2, a=1), OrderedDict(a=1, b=2) == dict(b=2, a=1), OrderedDict(a=nan) == OrderedDict(a=nan))


class Noisy(OrderedDict):
  def __delitem__(self, key):
    print("del", key)
    super().__delitem__(key)

  def __getitem__(self, key):
    return super().__getitem__(key)


n = Noisy(a=1, b=2)
n.move_to_end("a")
print(n, n.popitem())

# A cache that forgets what was used least recently.
cache, log = OrderedDict(), 0
for i in range(20000):
  key = i * 31 % 997 * i % 1009
  if key in cache:
    cache.move_to_end(key)
    log += 1
  else:
    cache[key] = i
    if len(cache) > 500:
      cache.popitem(last=False)
print(len(cache), log, list(cache.items())[:3])
