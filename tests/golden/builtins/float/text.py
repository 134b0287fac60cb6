# float: shortest repr, parsing, hex() and fromhex()

def attempt(label, action):
  try:
    print(label, '->', action())
  except Exception as error:
    print(label, '->', f'{type(error).__name__}: {error}')

for number in (0.0, -0.0, 1.0, 0.1, 1 / 3, 1e15, 1e16, 123456789012345680.0, 1e22, 1e23, 5e-324, 2.2250738585072014e-308, 1.7976931348623157e308, 1e-4, 1e-5, 0.00012345, 100.0, 1.5e300, float('inf'), float('-inf'), float('nan')):
  print(repr(number), str(number), number.hex(), float(repr(number)) == number)
for text in ['1.5', ' 1e3 ', '-.5', '5.', '1_0.5', '1__0', '', '.', 'e5', '1e', '1e400', '-1e400', '1e-400', 'inf', '-Infinity', 'NaN', 'nan(1)', '0x1p3', '٣.٥', '1,5', b'2.5', bytearray(b'1'), '\x00', '1\x00', None, [], 10**400]:
  attempt(repr(text)[:30], lambda: float(text))
for text in ['0x1p3', '1.8', '-0x.8p-2', 'inf', 'nan', '0x1.fffffffffffffp1023', '0x1p1024', '0x1p-1074', '0x1p-1080', '', '0x', '0x1.8p', 'xyz', ' 0x1 ', '0x1.00000000000008', '0x1.00000000000018']:
  attempt(f'fromhex {text!r}', lambda: float.fromhex(text))
