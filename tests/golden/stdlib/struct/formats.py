# struct: alignment, padding, repeat counts, blanks, and formats that are wrong
import struct

def attempt(label, action):
  try:
    print(label, '->', action())
  except Exception as error:
    print(label, '->', f'{type(error).__name__}: {error}')

for form in ['', '>', 'ci', '@ci', '=ci', 'cq0i', 'c0q', '=c0q', '3xh', ' h h ', '2h3s', 'bxxxi', '0s', '10p', b'<i', '3', 'i3', 'z', '<n', '3 i', 'h\x00', 'hi<', 'é',
             '99999999999999999999s', '9223372036854775807s', '9223372036854775807i']:
  attempt(repr(form), lambda: struct.calcsize(form))
attempt('no format', struct.pack)
attempt('format of another type', lambda: struct.pack(1))
attempt('too few', lambda: struct.pack('ii', 1))
attempt('too many', lambda: struct.pack('ii', 1, 2, 3))
attempt('padding is zero', lambda: struct.pack('b3xb', 1, 2))
