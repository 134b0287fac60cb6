# array: indexing, slicing, assignment, concatenation, repetition, comparison, iteration
from array import array
from collections.abc import MutableSequence

def attempt(label, action):
  try:
    print(label, '->', action())
  except Exception as error:
    print(label, '->', f'{type(error).__name__}: {error}')

a = array('i', [1, 2, 3, 4, 5])
for key in (0, -1, 5, 'x', 1.0, 2**100, slice(1, 3), slice(None, None, -2), slice(10, 20)):
  attempt(key, lambda: a[key])


def assign(key, value):
  copy = a[:]
  copy[key] = value
  return copy


def delete(key):
  copy = a[:]
  del copy[key]
  return copy


for key, value in [(0, 10), (5, 1), (0, 'x'), (slice(0, 2), array('i', [7, 8, 9])), (slice(0, 2), [1]), (slice(0, 2), array('b', [1])), (slice(None, None, 2), array('i', [1])),
                   (slice(None, None, 2), array('i', [7, 8, 9])), (slice(1, 1), a)]:
  attempt(f'{key} = {value}', lambda: assign(key, value))
for key in (0, 9, slice(0, 2), slice(None, None, 2), slice(None, None, -1), 'x'):
  attempt(f'del {key}', lambda: delete(key))
attempt('+', lambda: array('i', [1]) + array('i', [2]))
attempt('+ list', lambda: array('i', [1]) + [2])
attempt('+ other type', lambda: array('i', [1]) + array('b', [2]))
for factor in (3, 0, -1, True, 'x', 1.5, 2**62, 2**100):
  attempt(f'* {factor}', lambda: array('i', [1, 2]) * factor)
b = array('i', [1])
b += array('i', [2])
b *= 2
print(b, 3 * array('h', [1]))
print(array('i', [1, 2]) == array('b', [1, 2]), array('i', [1]) == array('d', [1.0]), array('i', [1]) == [1], array('i', [1]) < array('i', [2]), array('i') == array('d'))
attempt('< list', lambda: array('i') < [1])
attempt('hash', lambda: hash(array('i')))
print(2 in a, 9 in a, len(a), bool(array('i')), list(reversed(a)), sorted(array('i', [3, 1])), max(a), sum(a), type(iter(a)))
print(isinstance(a, MutableSequence))
match a:
  case [first, *_]:
    print('sequence pattern', first)
