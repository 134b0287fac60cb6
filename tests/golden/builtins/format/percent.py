# %-formatting of text and bytes: every conversion, flags, widths, mappings and errors

def attempt(label, action):
  try:
    print(label, '->', action())
  except Exception as error:
    print(label, '->', f'{type(error).__name__}: {error}')

for template, value in [('%d', 5), ('%i', -5), ('%u', 5), ('%5d|', 42), ('%-5d|', 42), ('%05d', -42), ('%+d % d', (1, 2)), ('%x %X %#x %o %#o', (255, 255, 255, 8, 8)), ('%e %E %f %g %G', (1.5, 1.5, 1.5, 1e-5, 1e-5)), ('%.2f %.0f %#.0f', (1.005, 2.5, 2.5)),
                        ('%s %r %a', ('é', 'é', 'é')), ('%5s|%-5s|%.2s', ('ab', 'ab', 'abc')), ('%c%c', (65, 'B')), ('%%', ()), ('%*d|%-*d|', (5, 1, 5, 2)), ('%.*f', (2, 3.14159)), ('%(a)s %(b)d', {'a': 1, 'b': 2}), ('%(a)5.1f', {'a': 2.25}), ('%d', 3.99), ('%d', True), ('%x', 1.5),
                        ('%d', '5'), ('%f', 'x'), ('%c', 'ab'), ('%c', -1), ('%c', 0x110000), ('%s', ()), ('%s %s', 1), ('%s', (1, 2)), ('%', 1), ('%z', 1), ('%(a)s', 1), ('%(a)s', {}), ('%(a', {'a': 1}), ('%s', [1, 2]), ('x', {}), ('x', 5), ('%d%%', 5), ('%ld %hd', (1, 2)),
                        ('%.50f', 0.1), ('%d', 10**20), ('%s', None), ('%i', None), ('%*d', ('a', 1)), ('%s', {'a': 1}), ('%r', 'a\n')]:
  attempt(f'{template!r} % {value!r}', lambda: template % value)
for template, value in [(b'%d %x', (5, 255)), (b'%s', b'ab'), (b'%b', bytearray(b'x')), (b'%s', 'text'), (b'%a %r', ('é', 'é')), (b'%c', 65), (b'%c', b'B'), (b'%c', 256), (b'%5s|', b'a'), (b'%(k)s', {b'k': b'v'}), (b'%.1f', 2.5), (b'%s', 5), (bytearray(b'%d'), 7), (b'%d', 'x')]:
  attempt(f'{template!r} % {value!r}', lambda: template % value)
