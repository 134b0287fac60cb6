# int(): texts and bytes in every base, blanks, underscores, digits of other scripts, and errors

def attempt(label, action):
  try:
    print(label, '->', action())
  except Exception as error:
    print(label, '->', f'{type(error).__name__}: {error}')

for text in ['0', ' 42 ', '-7', '+7', '1_000', '_1', '1__0', '1_', '', ' ', 'abc', '1.5', '٣٤', '½', '0x1f', '１２', '\t9\n', '- 1', '--1', '1 2', '\x1c5', b'12', b'1_0', bytearray(b'7'), b'x', '9' * 30, '-0', '00']:
  attempt(repr(text), lambda: int(text))
for text, base in [('1f', 16), ('0x1F', 16), ('0x1f', 0), ('0b101', 0), ('0o17', 0), ('017', 0), ('0', 0), ('00', 0), ('z', 36), ('Z9', 36), ('12', 2), ('0b1', 2), ('0b1', 16), ('0x_1', 16), ('1', 1), ('1', 37), ('1', -1), ('1', 2**70), (5, 10), (b'ff', 16), ('0_7', 0), ('1', '10'), ('1', 10.0)]:
  attempt(f'int({text!r}, {base!r})', lambda: int(text, base))
for value in (1.9, -1.9, True, float('nan'), float('inf'), 1e20, None, [], 1j, '1e3'):
  attempt(f'int({value!r})', lambda: int(value))
attempt('base without text', lambda: int(base=10))
attempt('keyword', lambda: int(x=1))
attempt('too many', lambda: int('1', 2, 3))


class Trunc:
  def __trunc__(self):
    return 8


class Wrong:
  def __int__(self):
    return 'x'


attempt('__int__ of another type', lambda: int(Wrong()))
attempt('4301 digits', lambda: int('1' * 4301))
attempt('4301 digits as text', lambda: str(10**4300))
print(len(hex(10**4300)), int('f' * 5000, 16).bit_length())
