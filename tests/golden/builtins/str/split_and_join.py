# str: split, rsplit, splitlines, partition and join with every kind of separator and limit

def attempt(label, action):
  try:
    print(label, '->', action())
  except Exception as error:
    print(label, '->', f'{type(error).__name__}: {error}')

for text, arguments in [('a b  c ', ()), (' a  b ', (None, 1)), ('a,b,,c', (',',)), ('a,b,,c', (',', 1)), ('a,b', (',', 0)), ('a,b', (',', -1)), ('', ()), ('', (',',)), ('aXXbXXc', ('XX',)), ('a\u3000b\x1cc', ()), ('abc', ('',)), ('abc', (1,)), ('a b c', (None, 2**100)), ('a b', ('b', '1'))]:
  attempt(f'split {text!r} {arguments}', lambda: text.split(*arguments))
  attempt(f'rsplit {text!r} {arguments}', lambda: text.rsplit(*arguments))
for text in ('a\nb\r\nc\rd', '\n', '', 'a\x0bb\x0cc\x1cd\x85e\u2028f', 'a\n\nb'):
  print(text.splitlines(), text.splitlines(True), text.splitlines(keepends=1))
for text, separator in [('a=b=c', '='), ('abc', '='), ('abc', ''), ('abc', 1), ('=', '=')]:
  attempt(f'partition {text!r} {separator!r}', lambda: (text.partition(separator), text.rpartition(separator)))
for separator, items in [(', ', ['a', 'b']), ('', ['a']), ('x', []), ('-', 'abc'), ('-', ['a', 1]), ('-', 5), ('-', {'k': 1}), ('-', iter(['a', b'b']))]:
  attempt(f'join {separator!r}', lambda: separator.join(items))
attempt('keywords', lambda: 'a b c'.split(maxsplit=1, sep=' '))
attempt('unknown keyword', lambda: 'a'.split(limit=1))
