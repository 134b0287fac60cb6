# codecs.lookup(): names of encodings, and what they find
import codecs

def attempt(label, action):
  try:
    print(label, '->', action())
  except Exception as error:
    print(label, '->', f'{type(error).__name__}: {error}')

for name in ['utf8', 'UTF-8', 'utf_8_sig', 'latin1', 'L1', 'iso-8859-1', 'ascii', 'us-ascii', 'utf_16', 'UTF-16LE', 'utf-32-be', 'cp1252', 'windows-1252', 'iso-8859-15', 'koi8-r', 'mac_roman', 'ibm437', 'rot13', 'hex', 'base64',
             'unicode_escape', 'utf-7', 'punycode', 'idna', 'charmap', 'nope', '', 'é', 'u\x00', 1, None]:
  attempt(repr(name), lambda: (codecs.lookup(name).name, codecs.lookup(name)._is_text_encoding))
info = codecs.lookup('utf-8')
print(type(info), len(info), info.encode is info[0], info.decode is info[1], info.encode('é'), info.decode(b'\xc3\xa9'))
print(codecs.BOM, codecs.BOM_UTF8, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_LE)
