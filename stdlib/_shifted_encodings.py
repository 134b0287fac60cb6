"""Encodings that switch between ASCII and other sets of characters: ISO 2022 and HZ. Texts are ASCII bytes and, in between, pairs of bytes below 0x80
that the EUC encodings have with the highest bit set."""
import _multibyte
from _multibytecodec import MultibyteCodec

_ESCAPE, _SHIFT_OUT, _SHIFT_IN = 0x1b, 0x0e, 0x0f
_LONGEST_ESCAPE = 16


class _Set:
  """A set of characters with one or two bytes each, which an EUC encoding has as well."""

  def __init__(self, width, encoding, prefix=b''):
    self.width, self._encoding, self._prefix = width, encoding, prefix

  def decode(self, data):
    """The character of bytes; None when there is none."""
    if max(data) >= 0x80:
      return None
    data = self._prefix + bytes(byte | 0x80 for byte in data)
    text, position, _ = _multibyte.decode(self._encoding, data, 0)
    return text if position == len(data) else None

  def encode(self, character):
    """The bytes of a character; None when the set does not have it."""
    data, position = _multibyte.encode(self._encoding, character, 0)
    rest = data.removeprefix(self._prefix)
    if not position or len(data) != len(self._prefix) + self.width or len(rest) != self.width or min(rest) <= 0xa0:
      return None
    return bytes(byte & 0x7f for byte in rest)


class _Roman:
  """JIS X 0201: ASCII with other characters at two places."""
  width = 1

  def decode(self, data):
    """The character of a byte."""
    return {0x5c: '\u00a5', 0x7e: '\u203e'}.get(data[0], chr(data[0]))

  def encode(self, character):
    """The byte of a character that ASCII does not have; None."""
    return {'\u00a5': b'\x5c', '\u203e': b'\x7e'}.get(character)


_JIS, _MORE_JIS, _KATAKANA, _ROMAN = _Set(2, 'euc_jp'), _Set(2, 'euc_jp', b'\x8f'), _Set(1, 'euc_jp', b'\x8e'), _Roman()
_KOREAN, _CHINESE = _Set(2, 'euc_kr'), _Set(2, 'gb2312')


class _Shifted(MultibyteCodec):
  """What encodes character by character: _encode_character() gives (bytes, state), with what leads to their set before them, or no bytes."""

  def _encode_piece(self, text, start, state):
    out = bytearray()
    for position in range(start, len(text)):
      data, state = self._encode_character(text[position], state)
      if data is None:
        return bytes(out), position, state
      out += data
    return bytes(out), len(text), state


class _Escaped(_Shifted):
  """Bytes with escape sequences. A state is a number; with _PASSING in it, the text is within a sequence that means nothing here."""
  _PASSING = 0x100

  def _decode_piece(self, data, start, state):
    out = []
    position = start
    while position < len(data):
      byte = data[position]
      chars = self._set(state)
      size, text = 1, chr(byte)
      if state & self._PASSING:
        state ^= self._PASSING if _ends_escape(byte) else 0
      elif byte == _ESCAPE:
        size, text, state = self._escape(data, position, state)
      elif byte < 0x20:
        state, text = self._control(byte, state)
      elif byte >= 0x80:
        text = None
      elif chars:
        size = chars.width if position + chars.width <= len(data) else 0
        text = chars.decode(data[position:position + size]) if size else None
      if text is None:
        return ''.join(out), position, 'illegal' if size else 'incomplete', size, state
      out.append(text)
      position += size
    return ''.join(out), position, None, 0, state

  def _escape(self, data, start, state):
    """(size, text, state) of an escape sequence: no text when it is wrong, and no size either when it has no end yet."""
    if len(data) == start + 1:
      return 0, None, state
    if data[start + 1] not in b'().$&':
      return 1, '\x1b', state | self._PASSING
    for position in range(start + 1, min(start + _LONGEST_ESCAPE, len(data))):
      if _ends_escape(data[position]):
        sequence = data[start:position + 1]
        designated = self._designate(sequence, state)
        return len(sequence), None if designated is None else '', state if designated is None else designated
    return int(len(data) >= start + _LONGEST_ESCAPE), None, state

  def _control(self, byte, state):
    """(state, text) behind a control character."""
    return state, chr(byte)


def _ends_escape(byte):
  return 0x40 <= byte <= 0x5a  # '@' and the capital letters


class _Iso2022Jp(_Escaped):
  """Japanese. `sets` are (escape sequence, set), in the order in which they are tried; a state is the number of one, 0 is ASCII."""

  def __init__(self, name, *sets):
    super().__init__(name)
    self._sets = [(b'\x1b(B', None), *sets]
    self._numbers = {sequence: number for number, (sequence, _) in enumerate(self._sets)}

  def _known_state(self, state):
    if not 0 <= state & ~self._PASSING < len(self._sets):
      raise UnicodeError(f'{state} is no state of {self._name}')
    return state

  def _set(self, state):
    return self._sets[state & ~self._PASSING][1]

  def _designate(self, sequence, state):
    return self._numbers.get(sequence)

  def _encode_character(self, character, state):
    number, data = self._choose(character, state)
    if data is None or number == state:
      return data, state
    return self._sets[number][0] + data, number

  def _choose(self, character, state):
    """(number of the set, bytes) of a character; the present set is left only when another one is needed."""
    if character < '\x80':
      return 0, character.encode()
    numbers = range(1, len(self._sets))
    for number in (state, *numbers) if state else numbers:
      data = self._sets[number][1].encode(character)
      if data is not None:
        return number, data
    return state, None

  def _end(self, state):
    return self._sets[0][0] if state else b''


class _Iso2022Kr(_Escaped):
  """Korean: one escape sequence announces the set, then control characters switch. A state has the bits _ANNOUNCED and _SHIFTED."""
  _ANNOUNCED, _SHIFTED = 1, 2
  _announcement = b'\x1b$)C'

  def _set(self, state):
    return _KOREAN if state & 3 == 3 else None

  def _designate(self, sequence, state):
    return {self._announcement: state | self._ANNOUNCED, b'\x1b)B': state & ~self._ANNOUNCED, b'\x1b(B': state}.get(sequence)

  def _control(self, byte, state):
    if byte == _SHIFT_OUT:
      return state | self._SHIFTED, ''
    if byte in (_SHIFT_IN, 0x0a):
      return state & ~self._SHIFTED, '' if byte == _SHIFT_IN else '\n'
    return state, chr(byte)

  def _encode_character(self, character, state):
    data = character.encode() if character < '\x80' else _KOREAN.encode(character)
    if data is None:
      return None, state
    switch, state = self._switch(character, state)
    return switch + data, state

  def _switch(self, character, state):
    """(bytes, state) that lead to the set of a character."""
    switch = b''
    if character < '\x80':
      return b'\x0f' if state & self._SHIFTED else b'', state & ~self._SHIFTED
    if not state & self._ANNOUNCED:
      switch = self._announcement
    if not state & self._SHIFTED:
      switch += b'\x0e'
    return switch, self._ANNOUNCED | self._SHIFTED

  def _end(self, state):
    return b'\x0f' if state & self._SHIFTED else b''


class _Hz(_Shifted):
  """Chinese between ~{ and ~}. States: 0 ASCII, 1 Chinese."""

  def _encode_character(self, character, state):
    data = (b'~~' if character == '~' else character.encode()) if character < '\x80' else _CHINESE.encode(character)
    wanted = int(character >= '\x80')
    if data is None or wanted == state:
      return data, state
    return (b'~{' if wanted else b'~}') + data, wanted

  def _end(self, state):
    return b'~}' if state else b''

  def _decode_piece(self, data, start, state):
    out = []
    position = start
    while position < len(data):
      pair = data[position:position + 2]
      if pair[0] >= 0x80:
        return ''.join(out), position, 'illegal', 1, state
      if pair[0] != 0x7e and not state:
        out.append(chr(pair[0]))
        position += 1
        continue
      if len(pair) < 2:
        return ''.join(out), position, 'incomplete', 0, state
      if pair[0] == 0x7e:
        meaning = {(b'~{', 0): ('', 1), (b'~}', 1): ('', 0), (b'~~', 0): ('~', 0), (b'~\n', 0): ('', 0)}.get((pair, state))
        text, state = meaning if meaning else (None, state)
      else:
        text = _CHINESE.decode(pair)
      if text is None:
        return ''.join(out), position, 'illegal', 1, state
      out.append(text)
      position += 2
    return ''.join(out), position, None, 0, state


def find(name):
  """The codec of an encoding; None when there is none of this name, or when the system lacks what it is made of."""
  roman, old, jis, more = (b'\x1b(J', _ROMAN), (b'\x1b$@', _JIS), (b'\x1b$B', _JIS), (b'\x1b$(D', _MORE_JIS)
  base = {'iso2022_kr': 'euc_kr', 'hz': 'gb2312'}.get(name, 'euc_jp')
  if not _multibyte.has(base):
    return None
  match name:
    case 'hz': return _Hz(name)
    case 'iso2022_kr': return _Iso2022Kr(name)
    case 'iso2022_jp': return _Iso2022Jp(name, jis, roman, old)
    case 'iso2022_jp_1': return _Iso2022Jp(name, jis, more, roman, old)
    case 'iso2022_jp_ext': return _Iso2022Jp(name, jis, more, roman, (b'\x1b(I', _KATAKANA), old)
  return None
