# array: seen through memoryview, bytes and struct; a view pins the size
import struct
from array import array

def attempt(label, action):
  try:
    print(label, '->', action())
  except Exception as error:
    print(label, '->', f'{type(error).__name__}: {error}')

a = array('i', [1, 2, 3])
view = memoryview(a)
print(view.format, view.itemsize, view.shape, view.nbytes, view.tolist(), view.readonly)
view[0] = 50
view[1:] = array('i', [60, 70])
print(a)
attempt('append', lambda: a.append(1))
attempt('clear slice', lambda: a.__delitem__(slice(None)))
view.release()
a.append(1)
print(a, bytes(array('h', [1, 2])), bytearray(array('h', [1])), b''.join([array('B', b'ab')]))
text = memoryview(array('u', 'ab'))
print(text.format, text.nbytes)
attempt('item of w', lambda: text[0])
print(memoryview(array('i', [1, 2])) == memoryview(array('b', [1, 2])), memoryview(array('d', [1])) == array('d', [1]))
struct.pack_into('<i', a, 4, 99)
print(a, struct.unpack_from('<i', a, 4))
