# array: each item type, its size, its range and its errors
from array import array, typecodes

def attempt(label, action):
  try:
    print(label, '->', action())
  except Exception as error:
    print(label, '->', f'{type(error).__name__}: {error}')

print(typecodes)
EDGES = [0, -1, 127, 128, -128, -129, 255, 256, 2**15, -2**15 - 1, 2**16, 2**31, -2**31 - 1, 2**32, 2**63, -2**63 - 1, 2**64, 2**100]
for code in typecodes.replace('u', ''):
  items = array(code)
  print(code, items.itemsize, items.typecode)
  for number in EDGES:
    attempt(f'  {number}', lambda: (items.append(number), items[-1])[1])
for wrong in ('x', 1.5, None, b'a'):
  attempt(f'i {wrong!r}', lambda: array('i', [wrong]))
  attempt(f'd {wrong!r}', lambda: array('d', [wrong]))
print(array('f', [0.1, 1e300]), array('d', [0.1, 1e300]))
