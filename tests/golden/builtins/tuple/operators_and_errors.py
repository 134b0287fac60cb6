# tuple: construction, indexing, comparison, hash, methods, immutability, repr

def attempt(label, action):
  try:
    print(label, '->', action())
  except Exception as error:
    print(label, '->', f'{type(error).__name__}: {error}')

for action in ['tuple()', 'tuple("ab")', 'tuple(5)', 'tuple([1], [2])', '(1,) + (2,)', '(1,) + [2]', '(1, 2) * 2', '2 * (1,)', '(1,) * -1', '(1,) * "a"', '(1, 2, 3)[1]', '(1, 2, 3)[-1]', '(1, 2)[2]', '(1, 2)["a"]', '(1, 2, 3)[::-1]', '(1, 2, 3)[5:]', '(1, 2) < (1, 3)', '(1, 2) < (1,)', '(1, "a") < (1, 2)', '(1,) < [1]', '() == ()',
               '(1, 2).index(2)', '(1, 2).index(3)', '(1, 2, 1).index(1, 1)', '(1, 2).count(1)', '1 in (1, 2)', 'len((1, 2))', 'hash((1, 2))', 'hash(())', 'hash((1, (2, 3), None is None))', 'hash((0.5, -1))', 'hash((1, []))', '(1,).append(2)', 'repr((1,))', 'repr(((), (1, 2)))', '(1, 2).__add__', 'max((1, 3, 2))', 'sorted((2, 1))']:
  attempt(action.replace('.__add__', '.__add__').strip(), lambda: eval(action) if '__add__' not in action else type(eval(action)).__name__)


def assign():
  t = (1, 2)
  t[0] = 5


def delete():
  t = (1, 2)
  del t[0]


attempt('assign', assign)
attempt('delete', delete)


class Pair(tuple):
  def __new__(cls, a, b):
    return super().__new__(cls, (a, b))


pair = Pair(1, 2)
pair.extra = 3
print(pair, pair + (3,), type(pair[:]).__name__, type(pair * 1).__name__, pair == (1, 2), hash(pair) == hash((1, 2)), pair.extra)
