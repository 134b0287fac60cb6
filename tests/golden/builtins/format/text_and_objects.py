# format() of text, None, lists and objects; __format__ and its errors

def attempt(label, action):
  try:
    print(label, '->', action())
  except Exception as error:
    print(label, '->', f'{type(error).__name__}: {error}')

for spec in ['', 's', '5', '<5', '>5', '^5', '*^9', '.2', '5.2', '.0', '05', '<05', '=5', '+', ' ', ',', '_', '#', 'd', 'x', 'é^7', '.2s', 'z', '-', '0', '.1000000000000000000000']:
  attempt(repr(spec), lambda: format('abc', spec))
for value in (None, [1], (1,), {}, object, ...):
  attempt(repr(value), lambda: format(value, ''))
  attempt(repr(value), lambda: format(value, '5'))


class Point:
  def __format__(self, spec):
    return f'<{spec}>'


class Wrong:
  def __format__(self, spec):
    return 5


print(format(Point(), 'a:b'), f'{Point():{"x"}{1}}', '{:%Y}'.format(Point()), '{!s:>5}|{!r:<5}|{!a}'.format('é', 'é', 'é'))
attempt('no text', lambda: format(Wrong()))
attempt('spec of another type', lambda: format(1, 2))
attempt('object with a spec', lambda: format(object(), 'x')[:0])
