# array(): initialisers of all kinds and what is refused
from array import array

def attempt(label, action):
  try:
    print(label, '->', action())
  except Exception as error:
    print(label, '->', f'{type(error).__name__}: {error}')

for arguments in [(), ('x',), (1,), ('ii',), ('i', 'abc'), ('i', 5), ('i', [1], 3), ('u', 'héllo€😀'), ('u',), ('i',), ('b', b'\x01\xff'), ('i', b'123'), ('i', b'1234'),
                  ('B', bytearray(b'ab')), ('B', memoryview(b'ab')), ('h', (1, 2)), ('h', range(3)), ('h', {5: 6}), ('h', array('b', [1, 2])), ('d', array('b', [1, 2])),
                  ('h', array('u', 'ab')), ('u', ['a', 'b']), ('u', ['ab']), ('h', [1.5]), ('h', None)]:
  attempt(str(arguments).split(' at ')[0], lambda: array(*arguments))
attempt('keyword', lambda: array(typecode='i'))


class Numbers(array):
  def __new__(cls, *items):
    return super().__new__(cls, 'i', items)

  def total(self):
    return sum(self)


numbers = Numbers(1, 2, 3)
numbers.label = 'n'
print(numbers, numbers.total(), numbers.label, type(numbers[:2]), isinstance(numbers, array))
