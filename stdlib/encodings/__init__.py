"""Where the registry of codecs looks: native encodings, those made of escapes, and codecs between bytes and bytes."""
import codecs

from _codecs import _decode, _encode, _native_name


class CodecRegistryError(LookupError, SystemError):
  """A codec that does not keep the rules of the registry."""


def normalize_encoding(encoding):
  """Runs of characters that are no letters, digits and dots as one underscore."""
  if isinstance(encoding, bytes):
    encoding = str(encoding, 'ascii')
  words, word = [], ''
  for c in encoding:
    if c.isalnum() or c == '.':
      if c.isascii():
        word += c
    elif word:
      words.append(word)
      word = ''
  if word:
    words.append(word)
  return '_'.join(words)


def _classes(encode, decode):
  """Incremental and stream classes of a codec that keeps no state but incomplete characters."""

  class IncrementalEncoder(codecs.IncrementalEncoder):
    def encode(self, input, final=False):
      return encode(input, self.errors)[0]

  class IncrementalDecoder(codecs.BufferedIncrementalDecoder):
    def _buffer_decode(self, input, errors, final):
      return decode(input, errors, final)

  class StreamWriter(codecs.StreamWriter):
    def encode(self, input, errors='strict'):
      return encode(input, errors)

  class StreamReader(codecs.StreamReader):
    def decode(self, input, errors='strict'):
      return decode(input, errors, False)

  return {'incrementalencoder': IncrementalEncoder, 'incrementaldecoder': IncrementalDecoder, 'streamwriter': StreamWriter,
          'streamreader': StreamReader}


_MARKS = {'utf-16': (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE), 'utf-32': (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)}


def check_mark(name, start):
  """A stream, unlike a text, has to say the order of its bytes."""
  marks = _MARKS.get(name)
  if marks and len(start) >= len(marks[0]) and not bytes(start[:4]).startswith(marks):
    raise UnicodeError(name.upper() + ' stream does not start with BOM')


def _marked_classes(name, little, mark):
  """The same for encodings that begin with a mark of their byte order: only the first piece has one."""

  class IncrementalEncoder(codecs.IncrementalEncoder):
    def __init__(self, errors='strict'):
      super().__init__(errors)
      self.started = False

    def encode(self, input, final=False):
      encoding = little if self.started else name
      self.started = True
      return _encode(encoding, input, self.errors)[0]

    def reset(self):
      self.started = False

    def getstate(self):
      return 0 if self.started else 1 if name == 'utf-8-sig' else 2

    def setstate(self, state):
      self.started = not state

  class IncrementalDecoder(codecs.BufferedIncrementalDecoder):
    order = 0

    def _buffer_decode(self, input, errors, final):
      text, used, order = _decode(name, input, errors, final, self.order)
      if not self.order:
        check_mark(name, input[:used])
      self.order = order
      return text, used

    def reset(self):
      super().reset()
      self.order = 0

    def getstate(self):
      return self.buffer, {0: 2, -1: 0, 1: 1}[self.order]

    def setstate(self, state):
      self.buffer = state[0]
      self.order = {2: 0, 0: -1, 1: 1}[state[1]]

  class StreamWriter(codecs.StreamWriter):
    started = False

    def encode(self, input, errors='strict'):
      encoding = little if self.started else name
      self.started = True
      return _encode(encoding, input, errors)

    def reset(self):
      self.started = False

  class StreamReader(codecs.StreamReader):
    order = 0

    def decode(self, input, errors='strict'):
      text, used, order = _decode(name, input, errors, False, self.order)
      if not self.order:
        check_mark(name, input[:used])
      self.order = order
      return text, used

    def reset(self):
      super().reset()
      self.order = 0

  return {'incrementalencoder': IncrementalEncoder, 'incrementaldecoder': IncrementalDecoder, 'streamwriter': StreamWriter,
          'streamreader': StreamReader}


class _Utf8SigDecoder(codecs.BufferedIncrementalDecoder):
  """UTF-8 that may begin with a mark, which is left out."""
  first = True

  def _buffer_decode(self, input, errors, final):
    if not self.first:
      return codecs.utf_8_decode(input, errors, final)
    if len(input) < 3 and codecs.BOM_UTF8.startswith(input) and not final:
      return '', 0
    self.first = False
    mark = 3 if input.startswith(codecs.BOM_UTF8) else 0
    text, used = codecs.utf_8_decode(input[mark:], errors, final)
    return text, used + mark

  def reset(self):
    super().reset()
    self.first = True

  def getstate(self):
    return self.buffer, int(self.first)

  def setstate(self, state):
    self.buffer, self.first = state


def _placed(module, parts):
  """The classes as those of an encoding's own module, for who shows them."""
  for cls in parts.values():
    cls.__module__, cls.__qualname__ = 'encodings.' + module, cls.__name__
  return parts


def _native(name):
  def encode(input, errors='strict'):
    return _encode(name, input, errors)

  def decode(input, errors='strict', final=True):
    return _decode(name, input, errors, final, 0)[:2]

  if name == 'utf-8':
    encode = codecs.utf_8_encode
  if name == 'utf-16':
    parts = _marked_classes(name, 'utf-16-le', 2)
  elif name == 'utf-32':
    parts = _marked_classes(name, 'utf-32-le', 4)
  elif name == 'utf-8-sig':
    parts = _marked_classes(name, 'utf-8', 3) | {'incrementaldecoder': _Utf8SigDecoder}
  else:
    parts = _classes(encode, decode)
  if name != 'utf-8-sig':
    _placed('latin_1' if name == 'iso8859-1' else name.replace('-', '_'), parts)
  return codecs.CodecInfo(name=name, encode=encode, decode=lambda input, errors='strict': decode(input, errors), **parts)


def _unicode_escape():
  return codecs.CodecInfo(name='unicode-escape', encode=codecs.unicode_escape_encode, decode=codecs.unicode_escape_decode,
                          **_classes(codecs.unicode_escape_encode, codecs.unicode_escape_decode))


def _raw_unicode_escape():
  return codecs.CodecInfo(name='raw-unicode-escape', encode=codecs.raw_unicode_escape_encode, decode=codecs.raw_unicode_escape_decode,
                          **_classes(codecs.raw_unicode_escape_encode, codecs.raw_unicode_escape_decode))


def _as_module(entry):
  """What the module of an encoding offers to programs that import it."""
  return {'encode': entry.encode, 'decode': entry.decode, 'IncrementalEncoder': entry.incrementalencoder,
          'IncrementalDecoder': entry.incrementaldecoder, 'StreamWriter': entry.streamwriter, 'StreamReader': entry.streamreader,
          'getregentry': lambda: entry}


def _load(module):
  def load():
    return __import__('encodings.' + module, fromlist=('getregentry',)).getregentry()
  return load


_OTHERS = {'unicode_escape': _unicode_escape, 'unicodeescape': _unicode_escape, 'raw_unicode_escape': _raw_unicode_escape,
           'rawunicodeescape': _raw_unicode_escape}
for _module, _names in {
    'rot_13': 'rot_13 rot13', 'hex_codec': 'hex_codec hex', 'base64_codec': 'base64_codec base64 base_64',
    'zlib_codec': 'zlib_codec zlib zip', 'bz2_codec': 'bz2_codec bz2', 'quopri_codec': 'quopri_codec quopri quoted_printable quotedprintable',
    'uu_codec': 'uu_codec uu', 'utf_7': 'utf_7 utf7 u7 unicode_1_1_utf_7', 'punycode': 'punycode', 'idna': 'idna', 'charmap': 'charmap', 'undefined': 'undefined',
}.items():
  for _name in _names.split():
    _OTHERS[_name] = _load(_module)


def _multibyte(key):
  import _multibytecodec
  from encodings.aliases import aliases
  return _multibytecodec.entry(aliases.get(key, key))


def search_function(encoding):
  """The CodecInfo of an encoding, or None."""
  name = _native_name(encoding)
  if name is not None:
    return _native(name)
  key = normalize_encoding(encoding)
  make = _OTHERS.get(key)
  if make is None:
    return _multibyte(key)
  try:
    return make()
  except ImportError:
    return None


def __getattr__(name):
  # CPython has imported these when a program begins.
  if name in ('aliases', 'utf_8'):
    return __import__('encodings.' + name, fromlist=(name,))
  raise AttributeError(f'module {__name__!r} has no attribute {name!r}')
