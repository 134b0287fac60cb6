# error handlers: the built-in ones over several encodings, in both directions

def attempt(label, action):
  try:
    print(label, '->', action())
  except Exception as error:
    print(label, '->', f'{type(error).__name__}: {error}')

for errors in ['strict', 'ignore', 'replace', 'backslashreplace', 'xmlcharrefreplace', 'namereplace', 'surrogateescape', 'surrogatepass', 'nope']:
  for encoding in ['ascii', 'latin-1', 'utf-8', 'utf-16', 'utf-32-be']:
    attempt(f'{encoding} {errors}, encode', lambda: 'a\u20ac\udc80\U0001f600z'.encode(encoding, errors))
    attempt(f'{encoding} {errors}, decode', lambda: ascii(b'a\x80\xff\x81z'.decode(encoding, errors)))
