"""Host names with characters outside ASCII (RFC 3490): each label prepared after RFC 3491, and in punycode behind 'xn--'."""
import codecs
import unicodedata

_PREFIX = b'xn--'
_DOTS = '\u002e\u3002\uff0e\uff61'


# -- preparation of a label (the tables are those of RFC 3454)

def _characters(*ranges):
  return frozenset(chr(code) for first, last in ranges for code in range(first, last + 1))


_DROPPED = _characters((0xAD, 0xAD), (0x34F, 0x34F), (0x1806, 0x1806), (0x180B, 0x180D), (0x200B, 0x200D), (0x2060, 0x2060),
                       (0xFE00, 0xFE0F), (0xFEFF, 0xFEFF))
# Controls, what has no place in plain text or in a description of it, marks of direction, tags.
_PROHIBITED = _characters((0x80, 0x9F), (0x6DD, 0x6DD), (0x70F, 0x70F), (0x180E, 0x180E), (0x200C, 0x200D), (0x2028, 0x2029),
                          (0x2060, 0x2063), (0x206A, 0x206F), (0xFEFF, 0xFEFF), (0xFFF9, 0xFFFD), (0x1D173, 0x1D17A),
                          (0x2FF0, 0x2FFB), (0x340, 0x341), (0x200E, 0x200F), (0x202A, 0x202E), (0xE0001, 0xE0001),
                          (0xE0020, 0xE007F))


def _is_prohibited(c):
  if c.isascii():
    return False
  code = ord(c)
  return (c in _PROHIBITED or unicodedata.category(c) in ('Zs', 'Co', 'Cs') or 0xFDD0 <= code <= 0xFDEF
          or code & 0xFFFE == 0xFFFE)


def _check_direction(label):
  right = [unicodedata.bidirectional(c) in ('R', 'AL') for c in label]
  if not any(right):
    return
  if any(unicodedata.bidirectional(c) == 'L' for c in label):
    raise UnicodeError('Violation of BIDI requirement 2')
  if not (right[0] and right[-1]):
    raise UnicodeError('Violation of BIDI requirement 3')


def nameprep(label):
  """The form in which labels are compared."""
  label = ''.join(c for c in label if c not in _DROPPED)
  label = unicodedata.normalize('NFKC', unicodedata.normalize('NFKC', label.casefold()).casefold())
  for c in label:
    if _is_prohibited(c):
      raise UnicodeError(f'Invalid character {c!r}')
  _check_direction(label)
  return label


# -- labels

def _sized(encoded):
  if not 0 < len(encoded) < 64:
    raise UnicodeError('label empty or too long')
  return encoded


def ToASCII(label):
  if not label.isascii():
    label = nameprep(label)
  if label.isascii():
    return _sized(label.encode('ascii'))
  if label.startswith('xn--'):
    raise UnicodeError('Label starts with ACE prefix')
  return _sized(_PREFIX + label.encode('punycode'))


def ToUnicode(label):
  if isinstance(label, str):
    if not label.isascii():
      label = nameprep(label)
      if not label.isascii():
        raise UnicodeError('Invalid character in IDN label')
    label = label.encode('ascii')
  if not label.startswith(_PREFIX):
    return str(label, 'ascii')
  result = label[len(_PREFIX):].decode('punycode')
  back = ToASCII(result)
  if label.lower() != back:
    raise UnicodeError('IDNA does not round-trip', label, back)
  return result


def _labels(text):
  labels = ['']
  for c in text:
    if c in _DOTS:
      labels.append('')
    else:
      labels[-1] += c
  return labels


# -- names

def encode(input, errors='strict'):
  if errors != 'strict':
    raise UnicodeError('unsupported error handling ' + errors)
  if not input:
    return b'', 0
  if input.isascii():
    encoded = input.encode('ascii')
    *labels, last = encoded.split(b'.')
    for label in labels:
      _sized(label)
    if len(last) >= 64:
      raise UnicodeError('label too long')
    return encoded, len(input)
  labels = _labels(input)
  trailing = b''
  if not labels[-1]:
    trailing = b'.'
    labels.pop()
  return b'.'.join(map(ToASCII, labels)) + trailing, len(input)


def decode(input, errors='strict'):
  if errors != 'strict':
    raise UnicodeError('Unsupported error handling ' + errors)
  data = bytes(input)
  if not data:
    return '', 0
  if _PREFIX not in data and data.isascii():
    return data.decode('ascii'), len(data)
  labels = data.split(b'.')
  trailing = ''
  if not labels[-1]:
    trailing = '.'
    labels.pop()
  return '.'.join(map(ToUnicode, labels)) + trailing, len(data)


def _whole_labels(labels, final):
  """The labels that are complete, whether a dot follows them, and the length of the one that is not."""
  if not labels[-1]:
    return labels[:-1], True, 0
  if final:
    return labels, False, 0
  return labels[:-1], len(labels) > 1, len(labels[-1])


class IncrementalEncoder(codecs.BufferedIncrementalEncoder):
  def _buffer_encode(self, input, errors, final):
    if errors != 'strict':
      raise UnicodeError('unsupported error handling ' + errors)
    if not input:
      return b'', 0
    labels, dot, left = _whole_labels(_labels(input), final)
    return b'.'.join(map(ToASCII, labels)) + (b'.' if dot else b''), len(input) - left


class IncrementalDecoder(codecs.BufferedIncrementalDecoder):
  def _buffer_decode(self, input, errors, final):
    if errors != 'strict':
      raise UnicodeError('Unsupported error handling ' + errors)
    if not input:
      return '', 0
    labels, dot, left = _whole_labels(bytes(input).split(b'.'), final)
    return '.'.join(map(ToUnicode, labels)) + ('.' if dot else ''), len(input) - left


class StreamWriter(codecs.StreamWriter):
  def encode(self, input, errors='strict'):
    return encode(input, errors)


class StreamReader(codecs.StreamReader):
  def decode(self, input, errors='strict'):
    return decode(input, errors)


def getregentry():
  return codecs.CodecInfo(name='idna', encode=encode, decode=decode, incrementalencoder=IncrementalEncoder,
                          incrementaldecoder=IncrementalDecoder, streamwriter=StreamWriter, streamreader=StreamReader)
