# list, dict, set, bytearray: what happens when they change during iteration, comparison or sorting

def attempt(label, action):
  try:
    print(label, '->', action())
  except Exception as error:
    print(label, '->', f'{type(error).__name__}: {error}')

items = [1, 2, 3]
for item in items:
  if len(items) < 6:
    items.append(item * 10)
print(items)
items = [1, 2, 3, 4]
for item in items:
  items.remove(item)
print(items)
for make, change in [(lambda: {1: 1, 2: 2}, lambda d: d.update({3: 3})), (lambda: {1: 1, 2: 2}, lambda d: d.pop(1)), (lambda: {1, 2}, lambda s: s.add(3)), (lambda: {1, 2}, lambda s: s.discard(1)), (lambda: {1: 1}, lambda d: d.__setitem__(1, 5))]:
  container = make()

  def loop():
    for item in container:
      change(container)
    return container

  attempt('loop', loop)
table = {1: 1, 2: 2}
for make in (lambda: table.keys(), lambda: table.values(), lambda: table.items(), lambda: reversed(table)):
  view = make()
  iterator = iter(view)
  next(iterator)
  table[len(table) + 10] = 0
  attempt(type(view).__name__, lambda: next(iterator))


class Nasty:
  def __init__(self, victim):
    self.victim = victim

  def __eq__(self, other):
    self.victim.clear()
    return False

  def __lt__(self, other):
    self.victim.append(self)
    return False

  __hash__ = object.__hash__


victim = []
victim += [Nasty(victim) for _ in range(4)]
attempt('in', lambda: 5 in victim)
print(victim)
victim += [Nasty(victim) for _ in range(4)]
attempt('==', lambda: victim == [1, 2, 3, 4])
victim += [Nasty(victim) for _ in range(3)]
attempt('sort', lambda: victim.sort())
print(len(victim))


class Failing:
  def __init__(self, number):
    self.number = number

  def __lt__(self, other):
    if self.number == 3:
      raise KeyError('three')
    return self.number < other.number


failing = [Failing(number) for number in (5, 4, 3, 2, 1)]
attempt('sort that fails', failing.sort)
print(sorted(item.number for item in failing))
