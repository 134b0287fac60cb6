# struct: every integer code at the edges of its range, in native and standard sizes
import struct

def attempt(label, action):
  try:
    print(label, '->', action())
  except Exception as error:
    print(label, '->', f'{type(error).__name__}: {error}')

EDGES = [0, 1, -1, 127, 128, -128, -129, 255, 256, 2**15, 2**16, 2**31, 2**32, 2**53, 2**61, 2**62, 2**63, 2**64, 2**100, -2**31, -2**63, -2**63 - 1]
for order in ('@', '<', '>'):
  for code in 'bBhHiIlLqQ':
    print(order + code, struct.calcsize(order + code))
    for number in EDGES:
      attempt(f'  {number}', lambda: struct.unpack(order + code, struct.pack(order + code, number)) == (number,))
for code in 'nNP':
  attempt(code, lambda: struct.pack(code, 258))
  attempt('<' + code, lambda: struct.pack('<' + code, 258))


class Index:
  def __index__(self):
    return 7


attempt('__index__', lambda: struct.pack('>h', Index()))
attempt('float', lambda: struct.pack('h', 1.0))
attempt('text', lambda: struct.pack('h', '1'))
