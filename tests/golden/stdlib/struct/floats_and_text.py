# struct: half, single and double precision, characters, booleans, strings and Pascal strings
import struct

def attempt(label, action):
  try:
    print(label, '->', action())
  except Exception as error:
    print(label, '->', f'{type(error).__name__}: {error}')

for number in (0.0, -0.0, 1.0, 0.1, 65504.0, 65519.0, 6e-8, 1e-8, 3.4e38, float('inf'), float('-inf'), float('nan'), True, 3):
  print(number, struct.pack('>e', number) if abs(number) < 65520 or number in (float('inf'), float('-inf')) else '', struct.pack('>f', number), struct.pack('<d', number))
attempt('half too large', lambda: struct.pack('<e', 65520.0))
attempt('half of an int too large', lambda: struct.pack('<e', 65520))
attempt('single too large', lambda: struct.pack('<f', 1e39))
attempt('no float', lambda: struct.pack('d', 'x'))
print(struct.unpack('<eee', b'\x00\x3c\x01\x00\xff\x7b'))
attempt('c', lambda: struct.pack('ccc', b'a', b'\x00', b'\xff'))
attempt('c of two', lambda: struct.pack('c', b'ab'))
attempt('c of int', lambda: struct.pack('c', 1))
print(struct.pack('????', 1, [], 'x', None), struct.unpack('??', b'\x00\x02'))
for form in ('s', '5s', '2s', '0s', '5p', '2p', '1p', '300p'):
  attempt(form, lambda: struct.pack(form, b'abc'))
attempt('bytearray', lambda: struct.pack('4s', bytearray(b'ab')))
attempt('s of text', lambda: struct.pack('4s', 'ab'))
print(struct.unpack('5s', b'ab\x00\x00\x00'), struct.unpack('5p', b'\x03abcd'), struct.unpack('5p', b'\xffabcd'))
