# float: round half to even, as_integer_ratio, is_integer, floor division, hash
import math

def attempt(label, action):
  try:
    print(label, '->', action())
  except Exception as error:
    print(label, '->', f'{type(error).__name__}: {error}')

for number in (0.5, 1.5, 2.5, -0.5, -1.5, 2.675, 1.005, 1e16 + 1, 12345.6789, -12345.6789, 5e-324, 1e300):
  print(number, round(number), [round(number, digits) for digits in (0, 1, 2, -1, -2, 20, -400)])
for action in ('round(float("inf"))', 'round(float("nan"))', 'round(float("inf"), 2)', 'round(1.5, 1.0)', 'round(1.5, 2**100)', 'round(1e308, -308)', 'round(1.7e308, -308)', 'int(float("inf"))', 'math.floor(float("nan"))',
               'float("inf").as_integer_ratio()', 'float("nan").as_integer_ratio()', '1e308 * 10', '2.0 ** 2000', '(-2.0) ** 0.5', '0.0 ** -1', '1.0 // 0.0', '1.0 % float("inf")', '-1.0 % float("inf")', 'float("inf") // 1'):
  attempt(action, lambda: eval(action))
for number in (0.0, 0.5, -2.25, 0.1, 1e22, 5e-324):
  print(number, number.as_integer_ratio(), number.is_integer(), math.floor(number), math.ceil(number), math.trunc(number), hash(number))
for a, b in [(7.5, 2), (-7.5, 2), (7.5, -2), (-7.5, -2), (0.0, -3), (-0.0, 3), (1e300, 1e-10), (6, 0.1)]:
  print(a, b, a // b, a % b, divmod(a, b))
print(0.1 + 0.2, 1e16 + 1, 0.1 * 3, 1 - 0.9, 2**0.5, 10.0**-5, float('nan') == float('nan'), -0.0 == 0.0)
