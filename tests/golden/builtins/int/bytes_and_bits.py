# int: to_bytes, from_bytes, bit_length, bit_count, shifts and bitwise operators of any size

def attempt(label, action):
  try:
    print(label, '->', action())
  except Exception as error:
    print(label, '->', f'{type(error).__name__}: {error}')

for number in (0, 1, 127, 128, 255, 256, -1, -128, -129, 2**31, 2**63, -2**63, 2**64 - 1):
  for length in (1, 2, 8, 9):
    for order in ('big', 'little'):
      for signed in (False, True):
        try:
          data = number.to_bytes(length, order, signed=signed)
        except OverflowError:
          continue
        assert int.from_bytes(data, order, signed=signed) == number
  print(number, number.bit_length(), number.bit_count(), ~number, -number)
for arguments in [(), (2,), (2, 'middle'), (-1, 'big'), (0, 'big'), (1, 'big'), (2**100, 'big'), ('2', 'big')]:
  attempt(f'to_bytes{arguments}', lambda: (258).to_bytes(*arguments))
attempt('negative', lambda: (-1).to_bytes(1, 'big'))
attempt('keywords', lambda: (1).to_bytes(byteorder='little', length=3))
attempt('from iterable', lambda: int.from_bytes([1, 2, 3], 'big'))
attempt('from text', lambda: int.from_bytes('abc', 'big'))
attempt('out of range', lambda: int.from_bytes([256], 'big'))
for left, right in [(5, 3), (-5, 3), (2**100, 2**100 - 1), (-2**100, 2**70 + 1), (True, 2), (True, False)]:
  print(left & right, left | right, left ^ right)
print(1 << 100, -1 >> 100, 2**100 >> 99, -5 >> 1, 5 >> 10**30, 0 << 10**30)
attempt('negative shift', lambda: 1 << -1)
attempt('float shift', lambda: 1 << 1.0)
print((10).as_integer_ratio(), (5).numerator, (5).denominator, (5).real, (5).imag, (5).conjugate(), (-5).__abs__(), (7).__index__())
