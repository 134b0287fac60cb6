# slice: attributes, indices(), comparison, hash and odd bounds

def attempt(label, action):
  try:
    print(label, '->', action())
  except Exception as error:
    print(label, '->', f'{type(error).__name__}: {error}')

class Index:
  def __init__(self, value):
    self.value = value

  def __index__(self):
    return self.value


for s in [slice(5), slice(1, 5), slice(1, 5, 2), slice(None, None, -1), slice(-3, None), slice(None, 2**100), slice(-2**100, 2**100, 3), slice(5, 1, -2), slice(Index(1), Index(4)), slice(3, 3)]:
  for length in (0, 1, 4, 10):
    attempt(f'{s.start is not None, s.stop is not None} {length}', lambda: (s.indices(length), list(range(10))[s][:5]))
for action in ['slice()', 'slice(1, 2, 3, 4)', 'slice(1, 2, 0).indices(5)', 'slice("a").indices(5)', 'slice(1).indices(-1)', 'slice(1).indices("a")', 'slice(1, 2) == slice(1, 2)', 'slice(1) < slice(2)', 'slice(1) == 1', 'hash(slice(1))', 'repr(slice(1, None, "x"))', '[1, 2][slice(0, 1)]', '[1, 2]["a":]', '[1, 2][::0]', '"abc"[1.0:]', '(1, 2)[:2**100]', 'slice(stop=1)']:
  attempt(action, lambda: eval(action))
