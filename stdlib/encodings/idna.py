"""Host names with characters outside ASCII (RFC 3490): each label in punycode behind 'xn--'.

Labels are prepared by case folding and NFKC; the tables of prohibited characters of RFC 3454 are not consulted.
"""
import codecs
import unicodedata

from encodings import _classes

_PREFIX = b'xn--'
_DOTS = '\u002e\u3002\uff0e\uff61'


def nameprep(label):
  return unicodedata.normalize('NFKC', unicodedata.normalize('NFKC', label).casefold())


def ToASCII(label):
  if not label.isascii():
    label = nameprep(label)
  if label.isascii():
    encoded = label.encode('ascii')
  else:
    if label.startswith('xn--'):
      raise UnicodeError('Label starts with ACE prefix')
    encoded = _PREFIX + label.encode('punycode')
  if not encoded:
    raise UnicodeError('label empty or too long')
  if len(encoded) >= 64:
    raise UnicodeError('label too long' if label.isascii() else 'label empty or too long')
  return encoded


def ToUnicode(label):
  if isinstance(label, bytes):
    label = label.decode('ascii')
  if not label.isascii():
    label = nameprep(label)
    if not label.isascii():
      raise UnicodeError('Invalid character in IDN label')
  if not label.lower().startswith('xn--'):
    return label
  result = label[4:].encode('ascii').decode('punycode')
  if ToASCII(result).decode('ascii').lower() != label.lower():
    raise UnicodeError('IDNA does not round-trip', label, result)
  return result


def _labels(text):
  labels = ['']
  for c in text:
    if c in _DOTS:
      labels.append('')
    else:
      labels[-1] += c
  return labels


def encode(input, errors='strict'):
  if errors != 'strict':
    raise UnicodeError('unsupported error handling ' + errors)
  if not input:
    return b'', 0
  labels = _labels(input)
  trailing = b''
  if not labels[-1]:
    trailing = b'.'
    labels.pop()
  if input.isascii():
    for label in labels[:-1]:
      if not 0 < len(label) < 64:
        raise UnicodeError('label empty or too long')
    if len(labels[-1]) >= 64:
      raise UnicodeError('label too long')
    return input.encode('ascii'), len(input)
  return b'.'.join(map(ToASCII, labels)) + trailing, len(input)


def decode(input, errors='strict', final=True):
  if errors != 'strict':
    raise UnicodeError('Unsupported error handling ' + errors)
  data = bytes(input)
  if not data:
    return '', 0
  labels = data.split(b'.')
  trailing = ''
  if not labels[-1]:
    trailing = '.'
    labels.pop()
  return '.'.join(map(ToUnicode, labels)) + trailing, len(data)


def getregentry():
  return codecs.CodecInfo(name='idna', encode=encode, decode=decode, **_classes(encode, decode))
