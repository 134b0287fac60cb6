# Large containers while the collector works in slices: what is moved within them, or from one to another, stays alive and in place.
import gc
import heapq
import random
import weakref
from collections import deque


class Item:
    def __init__(self, number):
        self.number = number

    def __lt__(self, other):
        return self.number < other.number


def numbers(items):
    return [item.number for item in items]


rng = random.Random(7)
SIZE = 6000

items = [Item(i) for i in range(SIZE)]
model = list(range(SIZE))
for step in range(400):
    kind = step % 8
    at = rng.randrange(len(items))
    fresh = 100_000 + step
    if kind == 0:
        items.insert(at, Item(fresh))
        model.insert(at, fresh)
    elif kind == 1:
        items.append(Item(fresh))
        model.append(fresh)
        del items[0], model[0]
    elif kind == 2:
        items[at] = Item(fresh)
        model[at] = fresh
    elif kind == 3:
        other = rng.randrange(len(items))
        items[at], items[other] = items[other], items[at]
        model[at], model[other] = model[other], model[at]
    elif kind == 4:
        items.reverse()
        model.reverse()
    elif kind == 5:
        items[at:at + 3] = [Item(fresh), Item(fresh + 1)]
        model[at:at + 3] = [fresh, fresh + 1]
    elif kind == 6:
        items.append(Item(fresh))
        model.append(fresh)
        del items[::997], model[::997]
    elif step % 80 == 7:
        items.sort()
        model.sort()
print("list", len(items), numbers(items) == model)

heap = []
for i in range(3000):
    heapq.heappush(heap, Item(i * 7919 % 3001))
    if i % 3 == 2:
        heapq.heappop(heap)
order = [heapq.heappop(heap).number for _ in range(len(heap))]
print("heap", len(order), order == sorted(order))

queue = deque(Item(i) for i in range(4000))
expected = deque(range(4000))
for step in range(300):
    queue.append(Item(step))
    expected.append(step)
    queue.rotate(step % 5 - 2)
    expected.rotate(step % 5 - 2)
    if step % 50 == 0:
        queue.reverse()
        expected.reverse()
        del queue[17], expected[17]
    queue.popleft()
    expected.popleft()
print("deque", len(queue), numbers(queue) == list(expected))

table = {}
for i in range(4000):
    table[f"key {i}"] = Item(i)
    if i % 3 == 0:
        del table[f"key {i // 2}"]
    if i % 5 == 0:
        table[f"key {i}"] = Item(-i)
print("dict", len(table), sum(item.number for item in table.values()))

keys = {(i, str(i)) for i in range(3000)}
for i in range(0, 3000, 2):
    keys.discard((i, str(i)))
    keys.add((-i, str(i)))
print("set", len(keys), sum(number for number, _ in keys))

nested = tuple((i, [i]) for i in range(3000))
print("tuple", sum(second[0] for _, second in nested))

dead = 0


class Noted:
    def __init__(self, other):
        self.other = other

    def __del__(self):
        global dead
        dead += len(self.other)


references = []
for i in range(500):
    noted = Noted([i])
    noted.me = noted
    references.append(weakref.ref(noted))
del noted
kept = [Noted(["x"]) for _ in range(100)]

gc.collect()
gc.collect()
print("dead", dead >= 495, sum(reference() is not None for reference in references) <= 5, len(kept))
