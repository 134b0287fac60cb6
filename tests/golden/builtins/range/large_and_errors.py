# range: large bounds, indexing, slicing, membership, comparison, hash and errors

def attempt(label, action):
  try:
    print(label, '->', action())
  except Exception as error:
    print(label, '->', f'{type(error).__name__}: {error}')

for action in ['range()', 'range(1, 2, 0)', 'range(1.0)', 'range("a")', 'range(1, 2, 3, 4)', 'range(stop=5)', 'len(range(10, 0, -3))', 'len(range(2**63 - 1))', 'len(range(2**63))', 'range(2**64)[2**63]', 'range(2**64)[-1]', 'range(5)[5]', 'range(5)["a"]', 'range(10)[2:8:3]', 'range(10)[::-1]', 'range(2**70)[2**69:][0]',
               '5 in range(10)', '5.0 in range(10)', '"a" in range(10)', '2**70 in range(2**71)', 'range(0) == range(5, 5)', 'range(0, 3, 2) == range(0, 4, 2)', 'range(3) == [0, 1, 2]', 'hash(range(0)) == hash(range(2, 1))', 'range(10).index(5)', 'range(10).index(50)', 'range(10).count(5)', 'range(10).count("a")', 'range(3) < range(4)',
               'list(range(2**64, 2**64 + 3))', 'list(reversed(range(0, 10, 3)))', 'list(range(-3, 3))', 'repr(range(3)), repr(range(1, 5, 2))', 'range(5).start, range(5).stop, range(5).step', 'bool(range(0))', 'range(5) + range(5)', 'range(5) * 2', 'sum(range(101))', 'max(range(5, 0, -1))', 'list(iter(range(3)))',
               'range(True)', 'range(2**100, 2**100 + 5)[2]', 'range(10).start']:
  attempt(action, lambda: eval(action))
attempt('assign', lambda: setattr(range(5), 'start', 1))
attempt('item assignment', lambda: range(5).__setitem__)
