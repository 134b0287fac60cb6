"""The registry of text encodings, and the base classes of codecs.

>>> encode('é', 'latin-1')
b'\\xe9'
>>> getincrementaldecoder('utf-8')().decode(b'\\xc3')
''
"""
import builtins
import sys

from _codec_escapes import (escape_decode, escape_encode, raw_unicode_escape_decode, raw_unicode_escape_encode,
                            unicode_escape_decode, unicode_escape_encode)
from _codecs import (_backslash_escape, _decode, _encode, _name_escape, _registered_error, decode, encode, lookup, register,
                     register_error, unregister)

# Words argument errors as natives do.
_native_wording = dict.fromkeys(("strict_errors", "ignore_errors", "replace_errors", "xmlcharrefreplace_errors", "backslashreplace_errors",
                                 "namereplace_errors", "lookup_error"), "")

__all__ = ['register', 'lookup', 'open', 'EncodedFile', 'BOM', 'BOM_BE', 'BOM_LE', 'BOM32_BE', 'BOM32_LE', 'BOM64_BE', 'BOM64_LE',
           'BOM_UTF8', 'BOM_UTF16', 'BOM_UTF16_LE', 'BOM_UTF16_BE', 'BOM_UTF32', 'BOM_UTF32_LE', 'BOM_UTF32_BE', 'CodecInfo', 'Codec',
           'IncrementalEncoder', 'IncrementalDecoder', 'StreamReader', 'StreamWriter', 'StreamReaderWriter', 'StreamRecoder',
           'getencoder', 'getdecoder', 'getincrementalencoder', 'getincrementaldecoder', 'getreader', 'getwriter', 'encode', 'decode',
           'iterencode', 'iterdecode', 'strict_errors', 'ignore_errors', 'replace_errors', 'xmlcharrefreplace_errors',
           'backslashreplace_errors', 'namereplace_errors', 'register_error', 'lookup_error']

BOM_UTF8 = b'\xef\xbb\xbf'
BOM_LE = BOM_UTF16_LE = b'\xff\xfe'
BOM_BE = BOM_UTF16_BE = b'\xfe\xff'
BOM_UTF32_LE = b'\xff\xfe\x00\x00'
BOM_UTF32_BE = b'\x00\x00\xfe\xff'
BOM = BOM_UTF16 = BOM_UTF16_LE if sys.byteorder == 'little' else BOM_UTF16_BE
BOM_UTF32 = BOM_UTF32_LE if sys.byteorder == 'little' else BOM_UTF32_BE
BOM32_LE, BOM32_BE, BOM64_LE, BOM64_BE = BOM_UTF16_LE, BOM_UTF16_BE, BOM_UTF32_LE, BOM_UTF32_BE


class CodecInfo(tuple):
  """What the registry knows of a codec: a tuple of its four old parts, with all parts as attributes."""

  def __new__(cls, encode, decode, streamreader=None, streamwriter=None, incrementalencoder=None, incrementaldecoder=None, name=None,
              *, _is_text_encoding=None):
    self = tuple.__new__(cls, (encode, decode, streamreader, streamwriter))
    self.name = name
    self.encode = encode
    self.decode = decode
    self.incrementalencoder = incrementalencoder
    self.incrementaldecoder = incrementaldecoder
    self.streamwriter = streamwriter
    self.streamreader = streamreader
    self._is_text_encoding = True if _is_text_encoding is None else _is_text_encoding
    return self

  def __repr__(self):
    return f'<{type(self).__module__}.{type(self).__qualname__} object for encoding {self.name} at {id(self):#x}>'

  def __getnewargs__(self):
    return tuple(self)


class Codec:
  """Stateless encoder and decoder."""

  def encode(self, input, errors='strict'):
    raise NotImplementedError

  def decode(self, input, errors='strict'):
    raise NotImplementedError


class IncrementalEncoder:
  """Encodes text piece by piece."""

  def __init__(self, errors='strict'):
    self.errors = errors
    self.buffer = ''

  def encode(self, input, final=False):
    raise NotImplementedError

  def reset(self):
    """Back to the start."""

  def getstate(self):
    return 0

  def setstate(self, state):
    """Return to a state of getstate()."""


class BufferedIncrementalEncoder(IncrementalEncoder):
  """Keeps what can't be encoded yet; subclasses define _buffer_encode(input, errors, final)."""

  def __init__(self, errors='strict'):
    super().__init__(errors)
    self.buffer = ''

  def _buffer_encode(self, input, errors, final):
    raise NotImplementedError

  def encode(self, input, final=False):
    data = self.buffer + input
    result, consumed = self._buffer_encode(data, self.errors, final)
    self.buffer = data[consumed:]
    return result

  def reset(self):
    super().reset()
    self.buffer = ''

  def getstate(self):
    return self.buffer or 0

  def setstate(self, state):
    self.buffer = state or ''


class IncrementalDecoder:
  """Decodes bytes piece by piece."""

  def __init__(self, errors='strict'):
    self.errors = errors

  def decode(self, input, final=False):
    raise NotImplementedError

  def reset(self):
    """Back to the start."""

  def getstate(self):
    return b'', 0

  def setstate(self, state):
    """Return to a state of getstate()."""


class BufferedIncrementalDecoder(IncrementalDecoder):
  """Keeps incomplete characters; subclasses define _buffer_decode(input, errors, final)."""

  def __init__(self, errors='strict'):
    super().__init__(errors)
    self.buffer = b''

  def _buffer_decode(self, input, errors, final):
    raise NotImplementedError

  def decode(self, input, final=False):
    data = self.buffer + input
    result, consumed = self._buffer_decode(data, self.errors, final)
    self.buffer = data[consumed:]
    return result

  def reset(self):
    super().reset()
    self.buffer = b''

  def getstate(self):
    return self.buffer, 0

  def setstate(self, state):
    self.buffer = state[0]


class StreamWriter(Codec):
  """A text file over a binary one, for writing."""

  def __init__(self, stream, errors='strict'):
    self.stream = stream
    self.errors = errors

  def write(self, object):
    data, _ = self.encode(object, self.errors)
    self.stream.write(data)

  def writelines(self, list):
    self.write(''.join(list))

  def reset(self):
    """Finish what is under way."""

  def seek(self, offset, whence=0):
    self.stream.seek(offset, whence)
    if whence == 0 and offset == 0:
      self.reset()

  def __getattr__(self, name):
    return getattr(self.stream, name)

  def __enter__(self):
    return self

  def __exit__(self, type, value, tb):
    self.stream.close()

  def __reduce_ex__(self, proto):
    raise TypeError("can't serialize %s" % self.__class__.__name__)


class StreamReader(Codec):
  """A text file over a binary one, for reading."""

  charbuffertype = str

  def __init__(self, stream, errors='strict'):
    self.stream = stream
    self.errors = errors
    self.reset()

  def reset(self):
    """Forget what was read ahead."""
    self.bytebuffer = b''
    self.charbuffer = self.charbuffertype()
    self.linebuffer = None

  def _fill(self, size, firstline=False):
    """Read and decode more; False at the end."""
    new = self.stream.read(size) if size >= 0 else self.stream.read()
    data = self.bytebuffer + new
    if not data:
      return False
    try:
      text, used = self.decode(data, self.errors)
    except UnicodeDecodeError as error:
      if not firstline:
        raise
      text, used = self.decode(data[:error.start], self.errors)
      if len(text.splitlines(keepends=True)) <= 1:
        raise
    self.bytebuffer = data[used:]
    self.charbuffer += text
    return bool(new)

  def read(self, size=-1, chars=-1, firstline=False):
    """At most `chars` characters (else as many as `size`), reading about `size` bytes at a time; everything without either."""
    if self.linebuffer:
      self.charbuffer, self.linebuffer = self.charbuffertype().join(self.linebuffer), None
    if chars < 0:
      chars = size
    while not (chars >= 0 and len(self.charbuffer) >= chars):
      if not self._fill(size, firstline) or (size < 0 and chars < 0):
        break
    if chars < 0:
      result, self.charbuffer = self.charbuffer, self.charbuffertype()
    else:
      result, self.charbuffer = self.charbuffer[:chars], self.charbuffer[chars:]
    return result

  def readline(self, size=None, keepends=True):
    """A line, with a size not more than about so many characters."""
    if self.linebuffer:
      line = self.linebuffer.pop(0)
      if len(self.linebuffer) == 1:
        self.charbuffer, self.linebuffer = self.linebuffer[0], None
    else:
      line = self._next_line(size)
    return line if keepends or not line else line.splitlines()[0]

  def _next_line(self, size):
    count, text = size or 72, self.charbuffertype()
    while True:
      data = self.read(count, firstline=True)
      if data[-1:] in ('\r', b'\r'):
        # It may be the first half of "\r\n".
        data += self.read(1, 1)
      text += data
      first, *rest = text.splitlines(keepends=True) or [text]
      if len(rest) > 1:
        rest[-1] += self.charbuffer
        self.charbuffer, self.linebuffer = self.charbuffertype(), rest
      elif rest:
        self.charbuffer = rest[0] + self.charbuffer
      if rest or first and first != first.splitlines()[0] or not data or size is not None:
        return first
      if count < 8000:
        count *= 2

  def readlines(self, sizehint=None, keepends=True):
    return self.read().splitlines(keepends)

  def seek(self, offset, whence=0):
    self.stream.seek(offset, whence)
    self.reset()

  def __next__(self):
    line = self.readline()
    if line:
      return line
    raise StopIteration

  def __iter__(self):
    return self

  def __getattr__(self, name):
    return getattr(self.stream, name)

  def __enter__(self):
    return self

  def __exit__(self, type, value, tb):
    self.stream.close()

  def __reduce_ex__(self, proto):
    raise TypeError("can't serialize %s" % self.__class__.__name__)


class StreamReaderWriter:
  """A text file over a binary one, for both directions."""

  encoding = 'unknown'

  def __init__(self, stream, Reader, Writer, errors='strict'):
    self.stream = stream
    self.reader = Reader(stream, errors)
    self.writer = Writer(stream, errors)
    self.errors = errors

  def read(self, size=-1):
    return self.reader.read(size)

  def readline(self, size=None):
    return self.reader.readline(size)

  def readlines(self, sizehint=None):
    return self.reader.readlines(sizehint)

  def __next__(self):
    return next(self.reader)

  def __iter__(self):
    return self

  def write(self, data):
    return self.writer.write(data)

  def writelines(self, list):
    return self.writer.writelines(list)

  def reset(self):
    self.reader.reset()
    self.writer.reset()

  def seek(self, offset, whence=0):
    self.stream.seek(offset, whence)
    self.reader.reset()
    if whence == 0 and offset == 0:
      self.writer.reset()

  def __getattr__(self, name):
    return getattr(self.stream, name)

  def __enter__(self):
    return self

  def __exit__(self, type, value, tb):
    self.stream.close()

  def __reduce_ex__(self, proto):
    raise TypeError("can't serialize %s" % self.__class__.__name__)


class StreamRecoder:
  """A binary file whose contents are in another encoding than what is read from and written to it."""

  data_encoding = 'unknown'
  file_encoding = 'unknown'

  def __init__(self, stream, encode, decode, Reader, Writer, errors='strict'):
    self.stream = stream
    self.encode = encode
    self.decode = decode
    self.reader = Reader(stream, errors)
    self.writer = Writer(stream, errors)
    self.errors = errors

  def read(self, size=-1):
    return self.encode(self.reader.read(size), self.errors)[0]

  def readline(self, size=None):
    return self.encode(self.reader.readline() if size is None else self.reader.readline(size), self.errors)[0]

  def readlines(self, sizehint=None):
    return self.encode(self.reader.read(), self.errors)[0].splitlines(keepends=True)

  def __next__(self):
    return self.encode(next(self.reader), self.errors)[0]

  def __iter__(self):
    return self

  def write(self, data):
    return self.writer.write(self.decode(data, self.errors)[0])

  def writelines(self, list):
    return self.writer.write(self.decode(b''.join(list), self.errors)[0])

  def reset(self):
    self.reader.reset()
    self.writer.reset()

  def seek(self, offset, whence=0):
    self.reader.seek(offset, whence)
    self.writer.seek(offset, whence)

  def __getattr__(self, name):
    return getattr(self.stream, name)

  def __enter__(self):
    return self

  def __exit__(self, type, value, tb):
    self.stream.close()

  def __reduce_ex__(self, proto):
    raise TypeError("can't serialize %s" % self.__class__.__name__)


def open(filename, mode='r', encoding=None, errors='strict', buffering=-1):
  """Open a binary file and read or write text of an encoding; line ends stay as they are."""
  if encoding is not None and 'b' not in mode:
    mode += 'b'
  file = builtins.open(filename, mode, buffering)
  if encoding is None:
    return file
  try:
    info = lookup(encoding)
    wrapper = StreamReaderWriter(file, info.streamreader, info.streamwriter, errors)
    wrapper.encoding = encoding
    return wrapper
  except BaseException:
    file.close()
    raise


def EncodedFile(file, data_encoding, file_encoding=None, errors='strict'):
  """A wrapper that recodes between data_encoding outside and file_encoding in the file."""
  if file_encoding is None:
    file_encoding = data_encoding
  data, inner = lookup(data_encoding), lookup(file_encoding)
  recoder = StreamRecoder(file, data.encode, data.decode, inner.streamreader, inner.streamwriter, errors)
  recoder.data_encoding = data_encoding
  recoder.file_encoding = file_encoding
  return recoder


def getencoder(encoding):
  return lookup(encoding).encode


def getdecoder(encoding):
  return lookup(encoding).decode


def getincrementalencoder(encoding):
  encoder = lookup(encoding).incrementalencoder
  if encoder is None:
    raise LookupError(encoding)
  return encoder


def getincrementaldecoder(encoding):
  decoder = lookup(encoding).incrementaldecoder
  if decoder is None:
    raise LookupError(encoding)
  return decoder


def getreader(encoding):
  return lookup(encoding).streamreader


def getwriter(encoding):
  return lookup(encoding).streamwriter


def iterencode(iterator, encoding, errors='strict', **kwargs):
  """The pieces of text of an iterable, encoded."""
  encoder = getincrementalencoder(encoding)(errors, **kwargs)
  for piece in iterator:
    output = encoder.encode(piece)
    if output:
      yield output
  output = encoder.encode('', True)
  if output:
    yield output


def iterdecode(iterator, encoding, errors='strict', **kwargs):
  """The pieces of bytes of an iterable, decoded."""
  decoder = getincrementaldecoder(encoding)(errors, **kwargs)
  for piece in iterator:
    output = decoder.decode(piece)
    if output:
      yield output
  output = decoder.decode(b'', True)
  if output:
    yield output


# -- error handlers

def _unknown_error(exc):
  return TypeError(f"don't know how to handle {type(exc).__name__} in error callback")


def strict_errors(exc, /):
  """Raise the error."""
  if isinstance(exc, BaseException):
    raise exc
  raise TypeError('codec must pass exception instance')


def ignore_errors(exc, /):
  """Leave the characters out."""
  if not isinstance(exc, (UnicodeEncodeError, UnicodeDecodeError, UnicodeTranslateError)):
    raise _unknown_error(exc)
  return '', exc.end


def replace_errors(exc, /):
  """Question marks, or U+FFFD."""
  if isinstance(exc, UnicodeEncodeError):
    return '?' * (exc.end - exc.start), exc.end
  if isinstance(exc, UnicodeDecodeError):
    return '\ufffd', exc.end
  if isinstance(exc, UnicodeTranslateError):
    return '\ufffd' * (exc.end - exc.start), exc.end
  raise _unknown_error(exc)


def xmlcharrefreplace_errors(exc, /):
  """&#8364;"""
  if not isinstance(exc, UnicodeEncodeError):
    raise _unknown_error(exc)
  return ''.join(f'&#{ord(c)};' for c in exc.object[exc.start:exc.end]), exc.end


def backslashreplace_errors(exc, /):
  """\\xe9, \\u20ac, \\U0001f600"""
  if isinstance(exc, UnicodeDecodeError):
    return ''.join(f'\\x{byte:02x}' for byte in exc.object[exc.start:exc.end]), exc.end
  if isinstance(exc, (UnicodeEncodeError, UnicodeTranslateError)):
    return ''.join(map(_backslash_escape, exc.object[exc.start:exc.end])), exc.end
  raise _unknown_error(exc)


def namereplace_errors(exc, /):
  """\\N{EURO SIGN}"""
  if not isinstance(exc, UnicodeEncodeError):
    raise _unknown_error(exc)
  return ''.join(map(_name_escape, exc.object[exc.start:exc.end])), exc.end


def _surrogateescape(exc):
  if isinstance(exc, UnicodeEncodeError):
    characters = exc.object[exc.start:exc.end]
    if not all('\udc80' <= c <= '\udcff' for c in characters):
      raise exc
    return bytes(ord(c) - 0xdc00 for c in characters), exc.end
  if isinstance(exc, UnicodeDecodeError):
    text = ''
    for byte in exc.object[exc.start:exc.end][:4]:
      if byte < 128:
        break
      text += chr(0xdc00 + byte)
    if not text:
      raise exc
    return text, exc.start + len(text)
  raise _unknown_error(exc)


# The encodings that surrogatepass knows, with the bytes of a surrogate.
_SURROGATE_CODECS = {'utf8': ('utf-8', 3), 'cp65001': ('utf-8', 3), 'utf16': ('utf-16-le', 2), 'utf16le': ('utf-16-le', 2),
                     'utf16be': ('utf-16-be', 2), 'utf32': ('utf-32-le', 4), 'utf32le': ('utf-32-le', 4), 'utf32be': ('utf-32-be', 4)}


def _surrogatepass(exc):
  if not isinstance(exc, (UnicodeEncodeError, UnicodeDecodeError)):
    raise _unknown_error(exc)
  name, size = _SURROGATE_CODECS.get(exc.encoding.lower().replace('_', '').replace('-', ''), (None, 0))
  if name is None:
    raise exc
  end = exc.end if isinstance(exc, UnicodeEncodeError) else exc.start + size
  piece = exc.object[exc.start:end]
  try:
    done = piece.encode(name, 'surrogatepass') if isinstance(exc, UnicodeEncodeError) else piece.decode(name, 'surrogatepass')
  except UnicodeError:
    raise exc from None
  if not all('\ud800' <= character <= '\udfff' for character in (done if isinstance(done, str) else piece)):
    raise exc
  return done, end


_surrogateescape.__name__ = 'surrogateescape'
_surrogatepass.__name__ = 'surrogatepass'
_ERRORS = {'strict': strict_errors, 'ignore': ignore_errors, 'replace': replace_errors, 'backslashreplace': backslashreplace_errors,
           'xmlcharrefreplace': xmlcharrefreplace_errors, 'namereplace': namereplace_errors, 'surrogateescape': _surrogateescape,
           'surrogatepass': _surrogatepass}


def lookup_error(name, /):
  """The error handler of a name; LookupError."""
  handler = _registered_error(name) or _ERRORS.get(name)
  if handler is None:
    raise LookupError(f'unknown error handler name {name!r}')
  return handler


lookup_error.__module__ = "_codecs"
for _handler in (strict_errors, ignore_errors, replace_errors, xmlcharrefreplace_errors, backslashreplace_errors, namereplace_errors):
  _handler.__module__ = None
del _handler


# -- encoders and decoders as functions

def _make_encoder(encoding):
  def encoder(str, errors=None, /):
    return _encode(encoding, str, errors)
  encoder.__name__ = encoder.__qualname__ = encoding.replace('-', '_') + '_encode'
  return encoder


def _make_decoder(encoding):
  def decoder(data, errors=None, final=False, /):
    text, used, _ = _decode(encoding, data, errors, final, 0)
    return text, used
  decoder.__name__ = decoder.__qualname__ = encoding.replace('-', '_') + '_decode'
  return decoder


def utf_7_encode(str, errors=None, /):
  from encodings.utf_7 import encode
  return encode(str, errors or 'strict')


def utf_7_decode(data, errors=None, final=False, /):
  from encodings.utf_7 import decode
  return decode(data, errors or 'strict', final)


utf_8_encode, utf_8_decode = _make_encoder('utf-8'), _make_decoder('utf-8')
utf_16_encode, utf_16_decode = _make_encoder('utf-16'), _make_decoder('utf-16')
utf_16_le_encode, utf_16_le_decode = _make_encoder('utf-16-le'), _make_decoder('utf-16-le')
utf_16_be_encode, utf_16_be_decode = _make_encoder('utf-16-be'), _make_decoder('utf-16-be')
utf_32_encode, utf_32_decode = _make_encoder('utf-32'), _make_decoder('utf-32')
utf_32_le_encode, utf_32_le_decode = _make_encoder('utf-32-le'), _make_decoder('utf-32-le')
utf_32_be_encode, utf_32_be_decode = _make_encoder('utf-32-be'), _make_decoder('utf-32-be')
ascii_encode, ascii_decode = _make_encoder('ascii'), _make_decoder('ascii')
latin_1_encode, latin_1_decode = _make_encoder('latin-1'), _make_decoder('latin-1')


def utf_16_ex_decode(data, errors=None, byteorder=0, final=False, /):
  return _decode('utf-16', data, errors, final, byteorder)


def utf_32_ex_decode(data, errors=None, byteorder=0, final=False, /):
  return _decode('utf-32', data, errors, final, byteorder)


def readbuffer_encode(data, errors=None, /):
  """The bytes of a buffer, or of text as UTF-8."""
  data = data.encode() if isinstance(data, str) else bytes(data)
  return data, len(data)


def _mapped_byte(mapping, character):
  """What a mapping for charmap_encode says of a character, as bytes; None when it says nothing."""
  try:
    value = mapping[ord(character)]
  except LookupError:
    return None
  if isinstance(value, int):
    if not 0 <= value < 256:
      raise TypeError('character mapping must be in range(256)')
    return bytes((value,))
  if value is None or isinstance(value, bytes):
    return value
  raise TypeError(f'character mapping must return integer, bytes or None, not {type(value).__name__}')


def _ask_handler(errors, error):
  """What a handler makes of an error: the replacement, the object to go on with, which the handler may have changed, and the place in it."""
  answer, decoding = lookup_error(errors or 'strict')(error), isinstance(error, UnicodeDecodeError)
  if not isinstance(answer, tuple) or len(answer) != 2 or not isinstance(answer[0], str if decoding else (str, bytes)):
    raise TypeError('decoding error handler must return (str, int) tuple' if decoding else 'encoding error handler must return (str/bytes, int) tuple')
  replacement, at = answer
  if decoding and not isinstance(error.object, bytes):
    raise TypeError('object attribute must be bytes')
  size = len(error.object)
  if at < 0:
    at += size
  if not 0 <= at <= size:
    raise IndexError(f'position {at} from error handler out of bounds')
  return replacement, error.object, at


def charmap_encode(str, errors=None, mapping=None, /):
  """Encode through a mapping of code points to integers or bytes; Latin-1 without one."""
  if mapping is None:
    return latin_1_encode(str, errors)
  output, at = bytearray(), 0
  while at < len(str):
    mapped = _mapped_byte(mapping, str[at])
    if mapped is not None:
      output += mapped
      at += 1
      continue
    end = at + 1
    while end < len(str) and _mapped_byte(mapping, str[end]) is None:
      end += 1
    error = UnicodeEncodeError('charmap', str, at, end, 'character maps to <undefined>')
    replacement, _, at = _ask_handler(errors, error)
    if isinstance(replacement, bytes):
      output += replacement
      continue
    for character in replacement:
      mapped = _mapped_byte(mapping, character)
      if mapped is None:
        raise error
      output += mapped
  return bytes(output), len(str)


def charmap_decode(data, errors=None, mapping=None, /):
  """Decode through a text of 256 characters or a mapping of bytes to characters; Latin-1 without one."""
  if mapping is None:
    return latin_1_decode(data, errors)
  data = bytes(data)
  output, at = [], 0
  while at < len(data):
    try:
      value = mapping[data[at]]
    except LookupError:
      value = None
    if isinstance(value, int):
      if not 0 <= value < 0x110000:
        raise TypeError('character mapping must be in range(0x110000)')
      value = chr(value)
    if value is not None and not isinstance(value, str):
      raise TypeError('character mapping must return integer, None or str')
    if value is None or value == '\ufffe':
      error = UnicodeDecodeError('charmap', data, at, at + 1, 'character maps to <undefined>')
      value, data, at = _ask_handler(errors, error)
    else:
      at += 1
    output.append(value)
  return ''.join(output), len(data)


def charmap_build(map, /):
  """The mapping for charmap_encode of a text for charmap_decode."""
  return {ord(character): byte for byte, character in enumerate(map)}


def make_identity_dict(rng):
  return {i: i for i in rng}


def make_encoding_map(decoding_map):
  """The inverse of a mapping; code points that several bytes stand for become None."""
  encoding_map = {}
  for byte, character in decoding_map.items():
    encoding_map[character] = None if character in encoding_map else byte
  return encoding_map
