# set and frozenset: operators, methods with iterables, order of integers, and errors

def attempt(label, action):
  try:
    print(label, '->', action())
  except Exception as error:
    print(label, '->', f'{type(error).__name__}: {error}')

for action in ['set("aab") == {"a", "b"}', 'set(5)', 'set([[]])', 'set(1, 2)', '{1, 2} | {3}', '{1, 2} | [3]', '{1, 2} & {2}', '{1, 2} - {2}', '{1, 2} ^ {2, 3}', '{1}.union([2], (3,))', '{1}.union(5)', '{1, 2}.intersection([2], [2, 3])', '{1, 2}.difference([1], [2])', '{1, 2}.symmetric_difference([2, 3])',
               '{1} < {1, 2}', '{1} <= {1}', '{1} == frozenset([1])', '{1} < [1]', '{1}.issubset([1, 2])', '{1, 2}.issuperset([1])', '{1}.isdisjoint([2])', '{1}.isdisjoint(5)', '{1}.add([])', '{1}.remove(2)', '{1}.remove([])', '{1}.discard(2)', 'set().pop()', '{1}.add()', 'hash({1})', 'hash(frozenset([1, 2])) == hash(frozenset([2, 1]))',
               'hash(frozenset())', 'hash(frozenset([1]))', 'hash(frozenset([1, 2, 3]))', '{frozenset([1])} == {frozenset([1])}', '{1} in {frozenset([1])}', '{1, 2}.copy()', 'frozenset([1]) | {2}', '{2} | frozenset([1])', 'frozenset([1]).add(2)', '[] in {1}', '{1: 2}.keys() | {3}', 'set() == set()', '{1, True, 1.0}', 'repr(set())', 'repr(frozenset())', '{*[1, 2], *"a"} == {1, 2, "a"}']:
  attempt(action, lambda: eval(action))
for numbers in ([5, 3, 8, 1], [100, 50, 25, 8, 16], range(20, 0, -3), [2**61, 2**62, -1, -2, 0], [1.5, 2.5, 0.25], [(1, 2), (3, 4), (0, 0)]):
  print(set(numbers), frozenset(numbers))
numbers = set(range(10))
numbers -= {3, 4}
numbers |= {100, 200}
numbers &= set(range(0, 201, 2))
numbers ^= {0, 1}
print(numbers, numbers.pop(), len(numbers))
attempt('|= list', lambda: numbers.__ior__([1]))


def augmented():
  numbers |= [1]


left = {1, 2}
left.update([3], (4,))
left.intersection_update([1, 2, 3])
left.difference_update([1])
left.symmetric_difference_update([3, 9])
print(left)
