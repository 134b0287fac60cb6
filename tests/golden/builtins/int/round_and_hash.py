# int: rounding to negative digits, hash values, comparison with floats, text in bases

def attempt(label, action):
  try:
    print(label, '->', action())
  except Exception as error:
    print(label, '->', f'{type(error).__name__}: {error}')

for number in (0, 5, 15, 25, 35, -15, 149, 150, 151, 2**70, -2**70):
  print(number, [round(number, digits) for digits in (None, 0, 1, -1, -2, -20, -25)])
attempt('digits of another type', lambda: round(5, 1.0))
for number in (0, 1, -1, -2, 2**61 - 2, 2**61 - 1, 2**61, -2**61 + 1, 2**64, 10**30, True):
  print(number, hash(number), hash(float(number)) == hash(number) if abs(number) < 2**53 else '')
print(2**53 == float(2**53), 2**53 + 1 == float(2**53 + 1), 2**53 + 1 > float(2**53), 10**400 > float('inf'), -10**400 < 1e308, 1 < float('nan'))
for number in (0, 5, -5, 255, 2**64):
  print(bin(number), oct(number), hex(number), f'{number:b} {number:o} {number:x} {number:X} {number:#b} {number:#o} {number:#X}')
print(int.__doc__ is not None, isinstance(True, int), True + True, int(True), str(True), True == 1, {1: 'a', True: 'b'})


class Number(int):
  def __add__(self, other):
    return Number(super().__add__(other))


number = Number(5)
number.label = 'five'
print(number + 1, type(number + 1).__name__, type(number - 1).__name__, type(-number).__name__, number.label, Number('ff', 16), Number.from_bytes(b'\x01', 'big'), repr(number))
