# codecs.register(): search functions of programs, and codecs that are no text encodings
import codecs

def attempt(label, action):
  try:
    print(label, '->', action())
  except Exception as error:
    print(label, '->', f'{type(error).__name__}: {error}')

def search(name):
  print('  asked for', name)
  if name == 'shout':
    return codecs.CodecInfo(lambda text, errors='strict': (text.upper().encode(), len(text)), lambda data, errors='strict': (bytes(data).decode().lower(), len(data)), name='shout')


codecs.register(search)
print('abc'.encode('shout'), b'ABC'.decode('Shout'), str(b'ABC', 'shout'), bytes('x', 'shout'))
attempt('unknown', lambda: 'a'.encode('no_such_codec'))
codecs.unregister(search)
attempt('unregistered', lambda: 'a'.encode('shout'))
attempt('not callable', lambda: codecs.register(5))
print(codecs.encode('Hello', 'rot13'), codecs.encode(b'ab', 'hex'), codecs.decode(b'6162', 'hex'), codecs.encode(b'ab', 'base64'))
attempt('str.encode to rot13', lambda: 'ab'.encode('rot13'))
attempt('bytes.decode from rot13', lambda: b'ab'.decode('rot13'))
attempt('hex of an odd length', lambda: codecs.decode(b'6', 'hex'))
attempt('default encoding', lambda: (codecs.encode('é'), codecs.decode(b'\xc3\xa9')))
attempt('keywords', lambda: codecs.decode(b'\xff', encoding='ascii', errors='replace'))
