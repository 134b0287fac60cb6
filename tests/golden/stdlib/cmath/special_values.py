# cmath: infinities, nans and signed zeros
import cmath

def attempt(label, action):
  try:
    print(label, '->', action())
  except Exception as error:
    print(label, '->', f'{type(error).__name__}: {error}')

INF, NAN = float('inf'), float('nan')
for name in ['acos', 'acosh', 'asin', 'asinh', 'atan', 'atanh', 'cos', 'cosh', 'exp', 'log', 'sin', 'sinh', 'sqrt', 'tan', 'tanh']:
  for real in (0.0, -0.0, 1.0, INF, -INF, NAN):
    for imag in (0.0, -0.0, -1.0, INF, -INF, NAN):
      if all(part in (0.0, 1.0, -1.0) for part in (real, imag)) and (real or imag):
        continue
      attempt(f'{name}({real}, {imag})', lambda: getattr(cmath, name)(complex(real, imag)))
for r in (0.0, 1.0, INF, -INF, NAN):
  for phi in (0.0, 1.0, INF, NAN):
    attempt(f'rect({r}, {phi})', lambda: cmath.rect(r, phi))
