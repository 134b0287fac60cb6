# codecs.register_error(): handlers of programs, and what they may answer
import codecs

def attempt(label, action):
  try:
    print(label, '->', action())
  except Exception as error:
    print(label, '->', f'{type(error).__name__}: {error}')

def show(error):
  print(' ', type(error).__name__, error.encoding, ascii(error.object), error.start, error.end, error.reason)
  return f'<{error.start}>', error.end


HANDLERS = {'show': show, 'bytes': lambda error: (b'XX', error.end), 'one': lambda error: ('?', error.start + 1), 'from_end': lambda error: ('?', -1),
            'far': lambda error: ('?', 100), 'number': lambda error: 5, 'unencodable': lambda error: ('é', error.end), 'wrong': lambda error: (5, error.end),
            'raises': lambda error: 1 / 0}
for name, handler in HANDLERS.items():
  codecs.register_error('test.' + name, handler)
  attempt(name + ', encode', lambda: 'aé€bc'.encode('ascii', 'test.' + name))
  attempt(name + ', decode', lambda: b'a\xff\xfebc'.decode('utf-8', 'test.' + name))
  attempt(name + ', cp1252', lambda: 'aĀb'.encode('cp1252', 'test.' + name))
attempt('not callable', lambda: codecs.register_error('x', 5))
attempt('name', lambda: codecs.register_error(5, len))
attempt('lookup', lambda: codecs.lookup_error('nope'))
print(codecs.lookup_error('test.show') is show, codecs.lookup_error('strict').__name__)
error = UnicodeEncodeError('ascii', 'é€', 0, 2, 'bad')
for name in ('ignore', 'replace', 'xmlcharrefreplace', 'backslashreplace', 'namereplace', 'strict'):
  attempt(name, lambda: codecs.lookup_error(name)(error))
attempt('no unicode error', lambda: codecs.ignore_errors(ValueError('x')))
