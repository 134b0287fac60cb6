# dict: construction, update, merge, views as sets, order, and errors

def attempt(label, action):
  try:
    print(label, '->', action())
  except Exception as error:
    print(label, '->', f'{type(error).__name__}: {error}')

for action in ['dict()', 'dict(a=1)', 'dict([(1, 2)])', 'dict([1])', 'dict([(1, 2, 3)])', 'dict(["ab"])', 'dict(5)', 'dict({}, {})', 'dict([(1, 2)], a=3)', 'dict.fromkeys("ab")', 'dict.fromkeys([1], [])', 'dict.fromkeys(5)', '{1: 2} | {3: 4}', '{1: 2} | [(3, 4)]', '{} | 5', '{[]: 1}', '{{}: 1}', '{1: 2}[3]', '{1: 2}["a"]',
               '{1: 2}[[]]', '{1: 2}.get(3)', '{1: 2}.get(3, 4)', '{1: 2}.get([])', '{1: 2}.pop(1)', '{1: 2}.pop(3)', '{1: 2}.pop(3, None)', '{}.popitem()', '{1: 2, 3: 4}.popitem()', '{1: 2}.setdefault(3, 4)', '{1: 2}.setdefault([])', '{1: 2} == {1: 2.0}', '{1: 2} < {1: 3}', '{1: 2} == {2: 1}', 'hash({})', '1 in {1: 2}',
               '[] in {}', 'len({1: 2})', 'list({1: 2, 3: 4})', 'list(reversed({1: 2, 3: 4}))', '{1: 2}.items() & {(1, 2)}', '{1: 2}.keys() | [3]', '{1: 2}.keys() - {1}', '{1: 2}.keys() ^ {3}', '{1: 2}.keys() & 5', '{1: 2}.values() & {2}', '{1: 2}.keys() == {1}', '{1: 2}.keys() <= {1, 2}', '{1: 2}.keys().isdisjoint([2])',
               '{1: 2}.keys() < 5', '{1: 2}.items() == {(1, 2)}', '{1: [2]}.items() & {(1, 2)}', '{1: 2}.values() == {1: 2}.values()', '{1: 2}.keys()', '{1: 2}.items().mapping', '{1: 2}.update(5)', '{1: 2}.update([1])', '{1: 2}.update(a=1)', '{1: 2}.copy()', '{**{1: 2}, **{"a": 3}}', 'dict(**{1: 2})', '{1: 2}.clear(1)', '{1: 2}.nope']:
  attempt(action, lambda: eval(action))
table = {'b': 1, 'a': 2}
table['c'] = 3
del table['b']
table['b'] = 4
table |= [('d', 5)]
print(table, list(table.items()), table.keys(), table.values())
attempt('|= 5', lambda: table.__ior__(5))
attempt('del', lambda: table.__delitem__('zz'))


class Missing(dict):
  def __missing__(self, key):
    return key * 2


print(Missing()[3], Missing().get(3), Missing({1: 5})[1])
table['self'] = table
print(table)
