# str.format() and format_map(): fields, attributes, items, conversions, nesting and errors

def attempt(label, action):
  try:
    print(label, '->', action())
  except Exception as error:
    print(label, '->', f'{type(error).__name__}: {error}')

class Thing:
  name = 'thing'
  items = [10, 20]


for template in ['{}', '{} {}', '{0} {1} {0}', '{1}', '{a}', '{t.name} {t.items[1]}', '{d[key]} {d[1]}', '{0[0]}', '{!r} {!s} {!a}', '{:>5}|{:<5}|', '{:{}}', '{:{w}.{p}}', '{{}}', '{{{}}}', '{', '}', '{}}', '{0', '{!}', '{!x}', '{!r:', '{0!r:>8}', '{ 0}', '{0 }', '{} {0}', '{0} {}',
                 '{a.}', '{a[}', '{a[]}', '{.name}', '{[0]}', '{-1}', '{0.real}', '{0.nope}', '{5}', '{nope}', '{:d}', '{a:{a:{a}}}', '{a!r:^{w}}', '{:%}', '{0[9]}', '{d[nope]}', '{99999999999999999999}', '{0!}', '{:>{w}}']:
  attempt(template, lambda: template.format('x', 'y', a='A', t=Thing, d={'key': 'K', '1': 'one', 1: 'int'}, w=6, p=2))
print('{a} {b}'.format_map({'a': 1, 'b': 2}))


class Default(dict):
  def __missing__(self, key):
    return f'<{key}>'


print('{x} {y.real}'.format_map(Default(y=5)))
attempt('format_map', lambda: '{x}'.format_map({}))
attempt('positional in format_map', lambda: '{}'.format_map({'a': 1}))
attempt('number', lambda: '{0:d}'.format('a'))
