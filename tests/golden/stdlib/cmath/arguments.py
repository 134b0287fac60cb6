# cmath: what counts as a number, isclose and the questions
import cmath

def attempt(label, action):
  try:
    print(label, '->', action())
  except Exception as error:
    print(label, '->', f'{type(error).__name__}: {error}')

class Complex:
  def __complex__(self):
    return 3 + 4j


class Wrong:
  def __complex__(self):
    return 1


class Float:
  def __float__(self):
    return 2.25


class Index:
  def __index__(self):
    return 9


for value in (Complex(), Wrong(), Float(), Index(), True, 'a', None, 10**400):
  attempt(type(value).__name__, lambda: cmath.sqrt(value))
attempt('no argument', lambda: cmath.sqrt())
attempt('rect', lambda: cmath.rect(1))
print(cmath.isclose(1, 1 + 1e-10), cmath.isclose(1, 1 + 1e-8), cmath.isclose(1j, 2j, rel_tol=1), cmath.isclose(1, 2, abs_tol=1.5))
attempt('tolerance', lambda: cmath.isclose(1, 2, rel_tol=-1))
attempt('isclose(1)', lambda: cmath.isclose(1))
print(cmath.isnan(complex('nan+1j')), cmath.isinf(complex('1-infj')), cmath.isfinite(1), cmath.polar(-1), cmath.phase(-1j))
