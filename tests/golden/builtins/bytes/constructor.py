# bytes() and bytearray(): counts, iterables, buffers, texts and what they refuse

def attempt(label, action):
  try:
    print(label, '->', action())
  except Exception as error:
    print(label, '->', f'{type(error).__name__}: {error}')

class Index:
  def __index__(self):
    return 3


class Bytes:
  def __bytes__(self):
    return b'made'


class Wrong:
  def __bytes__(self):
    return 'x'


for arguments in [(), (3,), (0,), (-1,), (2**100,), ([1, 2, 255],), ([256],), ([-1],), (['a'],), ([1.5],), ('é', 'utf-8'), ('é', 'ascii'), ('é', 'ascii', 'replace'), ('é',), (b'ab', 'utf-8'), (b'ab',), (bytearray(b'ab'),), (range(3),), ({1, 2},), (1.5,), (None,), (True,), (5, 'utf-8'), ('a', None),
                  ('a', 'nope'), ('a', 'ascii', 'nope')]:
  attempt(f'bytes{arguments}', lambda: bytes(*arguments))
  attempt(f'bytearray{arguments}', lambda: bytearray(*arguments))
for value in (Index(), Bytes(), Wrong(), iter([1, 2]), memoryview(b'xy')[::-1]):
  attempt(type(value).__name__, lambda: bytes(value))
attempt('keywords', lambda: bytes(source='é', encoding='latin-1'))
attempt('unknown keyword', lambda: bytes(x=1))
for text in ('00ff', '0 1', '0g', '00 FF', '', 'é', '0'):
  attempt(f'fromhex {text!r}', lambda: (bytes.fromhex(text), bytearray.fromhex(text)))
print(b'ab'.hex(), b'abcd'.hex(':'), b'abcde'.hex('-', 2), b'abcde'.hex('-', -2), bytearray(b'a').hex())
attempt('separator', lambda: b'ab'.hex('ab'))
print(repr(b'\'"\\\n\x00\xff'), b'x' b'y')
