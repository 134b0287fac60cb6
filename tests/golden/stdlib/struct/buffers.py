# struct: unpack, unpack_from, pack_into and iter_unpack over bytes-like objects, with offsets from both ends
import struct

def attempt(label, action):
  try:
    print(label, '->', action())
  except Exception as error:
    print(label, '->', f'{type(error).__name__}: {error}')

data = bytes(range(8))
attempt('unpack', lambda: struct.unpack('<hHi', data))
attempt('unpack, wrong size', lambda: struct.unpack('<i', data))
attempt('unpack text', lambda: struct.unpack('<i', 'abcd'))
attempt('memoryview', lambda: struct.unpack('<2i', memoryview(data)))
attempt('strided', lambda: struct.unpack('<4b', memoryview(data)[::2]))
for offset in (0, 2, 4, 5, -4, -8, -3, -9, 100, 2**100, 'x'):
  attempt(f'unpack_from {offset}', lambda: struct.unpack_from('<i', data, offset))
for offset in (0, 4, 5, -4, -3, -9):
  buffer = bytearray(8)
  attempt(f'pack_into {offset}', lambda: (struct.pack_into('<i', buffer, offset, -2), buffer))
attempt('pack_into bytes', lambda: struct.pack_into('<i', data, 0, 1))
attempt('pack_into without offset', lambda: struct.pack_into('<i', bytearray(4)))
attempt('pack_into without buffer', lambda: struct.pack_into('<i'))
attempt('pack_into, too many', lambda: struct.pack_into('<i', bytearray(4), 0, 1, 2))
print(list(struct.iter_unpack('<bh', b'\x01\x02\x00\x03\x04\x00')))
attempt('iter_unpack, wrong size', lambda: struct.iter_unpack('<i', b'12345'))
attempt('iter_unpack of nothing', lambda: struct.iter_unpack('', b''))
