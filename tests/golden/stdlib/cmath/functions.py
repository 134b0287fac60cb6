# cmath: every function at ordinary and at large and tiny numbers
import cmath

def attempt(label, action):
  try:
    print(label, '->', action())
  except Exception as error:
    print(label, '->', f'{type(error).__name__}: {error}')

NUMBERS = [0j, 1, -1, 1j, -1j, 0.5 + 0.5j, -2.5 + 3j, 1e-320 + 1e-320j, 1e300 - 1e300j, 1.5e308 + 1.5e308j, 710 + 1j, -710 + 2j, 0.71 + 0.1j]
for name in ['acos', 'acosh', 'asin', 'asinh', 'atan', 'atanh', 'cos', 'cosh', 'exp', 'log', 'log10', 'phase', 'polar', 'sin', 'sinh', 'sqrt', 'tan', 'tanh']:
  for number in NUMBERS:
    attempt(f'{name}({number})', lambda: getattr(cmath, name)(number))
for r, phi in [(1, 0), (2, cmath.pi), (-1, 1), (0, 5), (1e308, 0.5)]:
  print('rect', r, phi, cmath.rect(r, phi))
print(cmath.log(8, 2), cmath.log(-1, 10), cmath.log(1j, 1j))
attempt('log of zero', lambda: cmath.log(0))
attempt('base one', lambda: cmath.log(2, 1))
print(cmath.pi, cmath.e, cmath.tau, cmath.inf, cmath.nan, cmath.infj, cmath.nanj)
