# memoryview: reading and writing items of each format

def attempt(label, action):
  try:
    print(label, '->', action())
  except Exception as error:
    print(label, '->', f'{type(error).__name__}: {error}')

for code in 'bBhHiIlLqQnNfd?cP':
  view = memoryview(bytearray(16)).cast(code)
  print(code, view.itemsize, view.shape, view.tolist())

  def put(value):
    view[0] = value
    return view[0]

  for value in (1, -1, 2**7, 2**8, 2**15, 2**16, 2**31, 2**32, 2**63, 2**64, 2**100, -2**63, -2**63 - 1, 1.5, 'a', b'a', b'ab', None, True):
    attempt(f'  {value!r}', lambda: put(value))

# A number that is too big for a float is an invalid value, what is no number an invalid type.
floats = memoryview(bytearray(8)).cast("d")
for value in (10**400, "text", 2, None):
    try:
        floats[0] = value
        print(floats[0])
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
