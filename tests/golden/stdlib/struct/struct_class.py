# struct.Struct: a format with its methods, sizes and errors
import struct

def attempt(label, action):
  try:
    print(label, '->', action())
  except Exception as error:
    print(label, '->', f'{type(error).__name__}: {error}')

point = struct.Struct('<hhB')
print(point.format, point.size, struct.Struct(b'>d').format)
packed = point.pack(1, -2, 3)
print(packed, point.unpack(packed), point.unpack_from(b'xx' + packed, 2), list(point.iter_unpack(packed * 2)))
target = bytearray(7)
point.pack_into(target, 1, 4, 5, 6)
print(target, len(list(point.iter_unpack(b''))), point.iter_unpack(packed * 3).__length_hint__())
attempt('too few', lambda: point.pack(1))
attempt('out of range', lambda: point.pack(1, 2, 300))
attempt('wrong size', lambda: point.unpack(b'1'))
attempt('no format', struct.Struct)
attempt('bad format', lambda: struct.Struct('?!'))
print(struct.error, issubclass(struct.error, Exception), struct.error.__module__)


class Pair(struct.Struct):
  def __init__(self):
    super().__init__('<2i')


print(Pair().pack(1, 2), isinstance(Pair(), struct.Struct))
