# incremental encoders and decoders, iterencode() and iterdecode()
import codecs

def attempt(label, action):
  try:
    print(label, '->', action())
  except Exception as error:
    print(label, '->', f'{type(error).__name__}: {error}')

encoder = codecs.getincrementalencoder('utf-16')()
print(encoder.encode('a'), encoder.encode('é', True))
encoder.reset()
print(encoder.encode('b'), codecs.getincrementalencoder('utf-8-sig')().encode('x'))
decoder = codecs.getincrementaldecoder('utf-8')('replace')
print(repr(decoder.decode(b'\xe2\x82')), decoder.getstate(), ascii(decoder.decode(b'\xac\xff')), ascii(decoder.decode(b'\xe2', True)))
decoder = codecs.getincrementaldecoder('utf-8')()
attempt('unfinished', lambda: (decoder.decode(b'\xe2\x82'), decoder.decode(b'', True)))
for encoding, data in [('utf-16', 'aé€😀'.encode('utf-16')), ('utf-16-be', 'é😀'.encode('utf-16-be')), ('utf-32', 'aé'.encode('utf-32')), ('utf-8-sig', 'é'.encode('utf-8-sig')), ('cp1252', b'a\x80'), ('unicode_escape', rb'a\x41\u20ac')]:
  decoder = codecs.getincrementaldecoder(encoding)()
  print(encoding, [ascii(decoder.decode(data[i:i + 1])) for i in range(len(data))], ascii(decoder.decode(b'', True)))
print(list(codecs.iterencode(['a', '', 'é'], 'utf-8')), list(codecs.iterdecode([b'\xc3', b'\xa9', b'x'], 'utf-8')))
