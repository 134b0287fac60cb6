# encodings of one byte a character: tables of Windows, DOS, ISO, Mac and KOI8

def attempt(label, action):
  try:
    print(label, '->', action())
  except Exception as error:
    print(label, '->', f'{type(error).__name__}: {error}')

NAMES = ['cp1250', 'cp1251', 'cp1252', 'cp1253', 'cp1254', 'cp1255', 'cp1256', 'cp1257', 'cp1258', 'cp437', 'cp720', 'cp737', 'cp775', 'cp850', 'cp852', 'cp855', 'cp857', 'cp858', 'cp860', 'cp861', 'cp862', 'cp863', 'cp865', 'cp866',
         'cp869', 'cp874', 'iso8859-2', 'iso8859-3', 'iso8859-4', 'iso8859-5', 'iso8859-6', 'iso8859-7', 'iso8859-8', 'iso8859-9', 'iso8859-10', 'iso8859-11', 'iso8859-13', 'iso8859-14', 'iso8859-15', 'iso8859-16', 'koi8-r', 'koi8-u',
         'mac-roman', 'mac-cyrillic', 'mac-greek', 'mac-latin2', 'mac-turkish', 'kz1048', 'ptcp154', 'hp-roman8', 'tis-620']
for name in NAMES:
  text = bytes(range(128, 256)).decode(name, 'replace')
  print(name, ascii(text[:8]), hash(tuple(map(ord, text))), ''.join(c for c in text if c != '\ufffd').encode(name) == bytes(b for b in range(128, 256) if text[b - 128] != '\ufffd') or 'not one to one')
attempt('undefined byte', lambda: b'a\x81'.decode('cp1252'))
attempt('no such character', lambda: 'aĀ'.encode('cp1252'))
attempt('several', lambda: 'aĀāb'.encode('iso8859-15'))
print('€é'.encode('iso-8859-15'), '€é'.encode('cp1252'), 'Ā€'.encode('cp437', 'backslashreplace'), ascii(b'\x80\x81'.decode('cp1252', 'surrogateescape')))
