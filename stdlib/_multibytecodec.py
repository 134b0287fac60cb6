"""Codecs of encodings with characters of several bytes. Their tables are native; what error handlers make of errors is decided here."""
import codecs

import _multibyte

_ILLEGAL, _INCOMPLETE = 'illegal', 'incomplete'


class MultibyteCodec:
  """One encoding. Those that switch between sets of characters have a state, a number."""
  initial = 0

  def __init__(self, name):
    self._name = name

  def encode(self, input, errors=None):
    """(bytes, characters used) of a text."""
    input = input if isinstance(input, str) else str(input)
    data, state = self._encode(input, errors or 'strict', self.initial)
    return data + self._end(state), len(input)

  def decode(self, input, errors=None):
    """(text, bytes used) of bytes."""
    data = _as_bytes(input)
    return self._decode(data, errors or 'strict', self.initial, True)[0], len(data)

  def _encode_piece(self, text, start, state):
    """(bytes, position, state) up to the end of the text, or to a character that has no bytes."""
    return *_multibyte.encode(self._name, text, start), state

  def _decode_piece(self, data, start, state):
    """(text, position, reason, size of the error, state) up to where the bytes end or go wrong."""
    text, position, reason = _multibyte.decode(self._name, data, start)
    return text, position, reason, 1, state

  def _end(self, state):
    """The bytes that lead back to the initial state."""
    return b''

  def _known_state(self, state):
    """The state, unless it is none of this encoding."""
    return state

  def _encode(self, text, errors, state):
    """(bytes, state) of the whole text."""
    data, position, state = self._encode_piece(text, 0, state)
    pieces = [data]
    while position < len(text):
      replacement, position, state = self._encode_error(text, position, errors, state)
      data, position, state = self._encode_piece(text, position, state)
      pieces += replacement, data
    return b''.join(pieces), state

  def _encode_error(self, text, position, errors, state):
    if errors == 'ignore':
      return b'', position + 1, state
    if errors == 'replace':
      data, _, state = self._encode_piece('?', 0, state)
      return data or b'?', position + 1, state
    error = UnicodeEncodeError(self._name, text, position, position + 1, 'illegal multibyte sequence')
    if errors == 'strict':
      raise error
    answer = codecs.lookup_error(errors)(error)
    if not (isinstance(answer, tuple) and len(answer) == 2 and isinstance(answer[0], (str, bytes)) and isinstance(answer[1], int)):
      raise TypeError('encoding error handler must return (str, int) tuple')
    data = answer[0]
    if isinstance(data, str):
      data, state = self._encode(data, 'strict', state)
    return data, _checked(answer[1], len(text)), state

  def _decode(self, data, errors, state, final):
    """(text, bytes used, state); when more may follow, an incomplete character at the end is left."""
    text, position, reason, size, state = self._decode_piece(data, 0, state)
    pieces = [text]
    while reason is not None and (final or reason == _ILLEGAL):
      end = position + size if reason == _ILLEGAL else len(data)
      replacement, position = self._decode_error(data, position, end, reason, errors)
      text, position, reason, size, state = self._decode_piece(data, position, state)
      pieces += replacement, text
    return ''.join(pieces), position, state

  def _decode_error(self, data, start, end, reason, errors):
    if errors == 'ignore':
      return '', end
    if errors == 'replace':
      return '\ufffd', end
    error = UnicodeDecodeError(self._name, data, start, end, reason + ' multibyte sequence')
    if errors == 'strict':
      raise error
    answer = codecs.lookup_error(errors)(error)
    if not (isinstance(answer, tuple) and len(answer) == 2 and isinstance(answer[0], str) and isinstance(answer[1], int)):
      raise TypeError('decoding error handler must return (str, int) tuple')
    return answer[0], _checked(answer[1], len(data))


def _as_bytes(data):
  try:
    return bytes(memoryview(data))
  except TypeError:
    raise TypeError(f"a bytes-like object is required, not '{type(data).__name__}'") from None


def _checked(position, length):
  """Where a handler says to go on; negative positions count from the end."""
  place = position + length if position < 0 else position
  if not 0 <= place <= length:
    raise IndexError(f'position {place} from error handler out of bounds')
  return place


def _checked_state(state, type):
  if not isinstance(state, type):
    raise TypeError(f'setstate() argument must be {type.__name__}, not {state.__class__.__name__}')
  return state


class _Stateful:
  """What the classes share that work piece by piece: `codec` is an attribute of their subclasses."""

  def __init__(self, errors='strict'):
    self.errors = errors
    self.reset()

  @property
  def errors(self):
    """How to treat errors."""
    return self._errors

  @errors.setter
  def errors(self, value):
    if not isinstance(value, str):
      raise TypeError('errors must be a string')
    self._errors = value

  def reset(self):
    """Begin anew."""
    self._pending = b''
    self._state = self.codec.initial


class MultibyteIncrementalEncoder(_Stateful):
  """Encodes a text piece by piece."""

  def encode(self, input, final=False):
    """The bytes of the next piece; with the last one also those that end the text."""
    input = input if isinstance(input, str) else str(input)
    data, self._state = self.codec._encode(input, self.errors, self._state)
    if final:
      data += self.codec._end(self._state)
      self._state = self.codec.initial
    return data

  def getstate(self):
    """The state as a number."""
    return self._state

  def setstate(self, state, /):
    """Go on from a state of getstate()."""
    self._state = self.codec._known_state(_checked_state(state, int))


class MultibyteIncrementalDecoder(_Stateful):
  """Decodes bytes piece by piece."""

  def decode(self, input, final=False):
    """The text of the next piece; characters that are not complete wait for the next one."""
    data = self._pending + _as_bytes(input)
    text, used, self._state = self.codec._decode(data, self.errors, self._state, final)
    self._pending = data[used:]
    return text

  def getstate(self):
    """(bytes that wait, the state as a number)."""
    return self._pending, self._state

  def setstate(self, state, /):
    """Go on from a state of getstate()."""
    pending, state = _checked_state(state, tuple)
    if len(pending) > 8:
      raise UnicodeError('pending buffer too large')
    self._pending, self._state = pending, self.codec._known_state(state)


class MultibyteStreamReader:
  """The part of a StreamReader that decodes."""
  _state = None

  def decode(self, input, errors='strict'):
    """(text, bytes used)."""
    state = self.codec.initial if self._state is None else self._state
    text, used, self._state = self.codec._decode(bytes(input), errors, state, False)
    return text, used

  def reset(self):
    """Begin anew."""
    super().reset()
    self._state = None


class MultibyteStreamWriter:
  """The part of a StreamWriter that encodes."""
  _state = None

  def encode(self, input, errors='strict'):
    """(bytes, characters used)."""
    state = self.codec.initial if self._state is None else self._state
    data, self._state = self.codec._encode(input, errors, state)
    return data, len(input)

  def reset(self):
    """Begin anew."""
    self._state = None


def find(name):
  """The codec of an encoding; None when there is none of this name."""
  if _multibyte.has(name):
    return MultibyteCodec(name)
  if name == 'hz' or name.startswith('iso2022_'):
    import _shifted_encodings
    return _shifted_encodings.find(name)
  return None


def entry(name):
  """The CodecInfo of an encoding; None when there is none of this name."""
  codec = find(name)
  if codec is None:
    return None
  members = {'codec': codec, '__module__': 'encodings.' + name}
  make = lambda title, *bases: type(title, bases, dict(members))
  return codecs.CodecInfo(
      name=name, encode=codec.encode, decode=codec.decode,
      incrementalencoder=make('IncrementalEncoder', MultibyteIncrementalEncoder, codecs.IncrementalEncoder),
      incrementaldecoder=make('IncrementalDecoder', MultibyteIncrementalDecoder, codecs.IncrementalDecoder),
      streamreader=make('StreamReader', MultibyteStreamReader, codecs.StreamReader),
      streamwriter=make('StreamWriter', MultibyteStreamWriter, codecs.StreamWriter))
