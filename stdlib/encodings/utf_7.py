"""UTF-7 (RFC 2152): ASCII, with other characters as base64 of UTF-16 between '+' and '-'."""
import codecs

from encodings import _classes

_DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
# What is written as it is. Of the characters that the RFC leaves to the writer, CPython keeps all but '~', '\\' and '+'.
_DIRECT = {c for c in map(chr, range(32, 127)) if c not in '~\\+'} | set('\t\n\r')


def _encode_run(units):
  """UTF-16 code units as base64 without padding."""
  bits, count, output = 0, 0, []
  for unit in units:
    bits, count = bits << 16 | unit, count + 16
    while count >= 6:
      count -= 6
      output.append(_DIGITS[bits >> count & 63])
    bits &= (1 << count) - 1
  if count:
    output.append(_DIGITS[bits << 6 - count & 63])
  return ''.join(output)


def _units(character):
  code = ord(character)
  if code < 0x10000:
    return [code]
  return [0xd7c0 + (code >> 10), 0xdc00 | code & 0x3ff]


def encode(input, errors='strict'):
  output, at = [], 0
  while at < len(input):
    character = input[at]
    if character == '+':
      output.append('+-')
      at += 1
    elif character in _DIRECT:
      output.append(character)
      at += 1
    else:
      units = []
      while at < len(input) and input[at] not in _DIRECT:
        units += _units(input[at])
        at += 1
      output.append('+' + _encode_run(units))
      # The end of a run shows by itself before what is no base64.
      if at == len(input) or input[at] in _DIGITS or input[at] == '-':
        output.append('-')
  return ''.join(output).encode('ascii'), len(input)


def _text(units):
  return b''.join(unit.to_bytes(2, 'big') for unit in units).decode('utf-16-be', 'surrogatepass')


def decode(input, errors='strict', final=True):
  data = bytes(input)
  output, at = [], 0

  def fail(start, end, reason):
    nonlocal data
    replacement, data, place = codecs._ask_handler(errors, UnicodeDecodeError('utf7', data, start, end, reason))
    output.append(replacement)
    return place

  while at < len(data):
    byte = data[at]
    if byte != 0x2b:
      if byte < 128:
        output.append(chr(byte))
        at += 1
      else:
        at = fail(at, at + 1, 'unexpected special character')
      continue
    start, at = at, at + 1
    bits, count, units = 0, 0, []
    while at < len(data) and data[at] < 128 and chr(data[at]) in _DIGITS:
      bits, count = bits << 6 | _DIGITS.index(chr(data[at])), count + 6
      if count >= 16:
        count -= 16
        units.append(bits >> count)
        bits &= (1 << count) - 1
      at += 1
    if at == len(data):
      if not final:
        return ''.join(output), start
      half = units and 0xd800 <= units[-1] < 0xdc00  # of a pair
      if count >= 6 or bits or half:
        output.append(_text(units[:-1] if half else units))
        at = fail(start, at, 'unterminated shift sequence')
        continue
    elif at == start + 1:
      if data[at] == 0x2d:
        output.append('+')
        at += 1
      else:
        at = fail(start, at + 1, 'ill-formed sequence')
      continue
    output.append(_text(units))
    if at == len(data):
      break
    if count >= 6:
      at = fail(start, at + 1, 'partial character in shift sequence')
    elif bits:
      at = fail(start, at + 1, 'non-zero padding bits in shift sequence')
    elif data[at] == 0x2d:
      at += 1
  return ''.join(output), len(data)


def getregentry():
  return codecs.CodecInfo(name='utf-7', encode=encode, decode=decode, **_classes(encode, decode))
