# encodings made of escapes: unicode_escape, raw_unicode_escape, utf-7, punycode, idna
import codecs

def attempt(label, action):
  try:
    print(label, '->', action())
  except Exception as error:
    print(label, '->', f'{type(error).__name__}: {error}')

text = 'a\n\'"\\é€😀\x7f\x00'
for encoding in ('unicode_escape', 'raw_unicode_escape', 'utf-7', 'punycode'):
  data = text.encode(encoding)
  print(encoding, data, data.decode(encoding) == text)
for data in [rb'\q\x41\101\N{BULLET}\u20ac\U0001f600\n', rb'\x4', rb'\N{nope}', rb'\u12', rb'\U00110000', b'a\\', rb'\N']:
  attempt(data, lambda: ascii(data.decode('unicode_escape')))
  attempt(data, lambda: ascii(data.decode('unicode_escape', 'replace')))
print(codecs.escape_decode(rb'a\n\x41\101'), codecs.escape_encode(b'a\n\xff\''))
for data in (b'a+-b', b'+AOkgrA-', b'+AOk', b'a+AOk.', b'+!'):
  attempt(data, lambda: ascii(data.decode('utf-7')))
for name in ('bücher.example', 'example.com', 'BÜCHER', '', 'a..b', 'ü' * 70):
  attempt(name[:20], lambda: name.encode('idna'))
print(b'xn--bcher-kva.example'.decode('idna'), b'bcher-kva'.decode('punycode'))
