# bytearray: a living memoryview pins the size; released and dead views do not

def attempt(label, action):
  try:
    print(label, '->', action())
  except Exception as error:
    print(label, '->', f'{type(error).__name__}: {error}')

array = bytearray(b'abcd')
view = memoryview(array)
for name, action in [('append', lambda: array.append(1)), ('extend', lambda: array.extend(b'12')), ('clear', lambda: array.clear()), ('pop', lambda: array.pop()),
                     ('slice of another size', lambda: array.__setitem__(slice(0, 1), b'123')), ('slice of the same size', lambda: array.__setitem__(slice(0, 1), b'z')),
                     ('del', lambda: array.__delitem__(0)), ('insert', lambda: array.insert(0, 1)), ('*= 2', lambda: array.__imul__(2)), ('reverse', lambda: array.reverse()),
                     ('extend by nothing', lambda: array.extend(b''))]:
  attempt(name, action)
view.release()
array.append(1)
print(array)
print(bytes(memoryview(array)[1:3]))
array.append(2)
print(sum(memoryview(array)))
array += b'3'
with memoryview(array) as view:
  with view[1:] as tail:
    print(tail.tobytes())
array.pop()
print(array)


def first(data):
  return memoryview(data)[0]


print(first(array))
array.clear()
print(array)
