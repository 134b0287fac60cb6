"""Punycode (RFC 3492): text as ASCII letters, digits and hyphens, for host names."""
import codecs

from encodings import _classes

_DIGITS = b'abcdefghijklmnopqrstuvwxyz0123456789'
_TMIN, _TMAX, _SKEW, _DAMP, _FIRST_BIAS, _FIRST_CODE = 1, 26, 38, 700, 72, 128


def _threshold(k, bias):
  return min(max(k - bias, _TMIN), _TMAX)


def _adapt(delta, points, first):
  delta = delta // _DAMP if first else delta // 2
  delta += delta // points
  k = 0
  while delta > (36 - _TMIN) * _TMAX // 2:
    delta //= 36 - _TMIN
    k += 36
  return k + 36 * delta // (delta + _SKEW)


def _encode_number(number, bias):
  output, k = bytearray(), 36
  while number >= (t := _threshold(k, bias)):
    output.append(_DIGITS[t + (number - t) % (36 - t)])
    number = (number - t) // (36 - t)
    k += 36
  output.append(_DIGITS[number])
  return output


def encode(input, errors='strict'):
  output = bytearray(ord(c) for c in input if ord(c) < 128)
  basic = done = len(output)
  if basic:
    output += b'-'
  code, delta, bias = _FIRST_CODE, 0, _FIRST_BIAS
  while done < len(input):
    following = min(ord(c) for c in input if ord(c) >= code)
    delta += (following - code) * (done + 1)
    code = following
    for c in input:
      if ord(c) < code:
        delta += 1
      elif ord(c) == code:
        output += _encode_number(delta, bias)
        bias = _adapt(delta, done + 1, done == basic)
        delta = 0
        done += 1
    delta += 1
    code += 1
  return bytes(output), len(input)


def _decode_number(text, at, bias, errors):
  """(the number, where it ends); (None, end) for text that stops too early and is not to be reported."""
  result, weight, k = 0, 1, 36
  while True:
    if at == len(text):
      if errors == 'strict':
        raise UnicodeError('incomplete punicode string')
      return None, at
    digit = _DIGITS.find(text[at:at + 1].lower())
    if digit < 0:
      if errors == 'strict':
        raise UnicodeError('Invalid extended code point \'%s\'' % chr(text[at]))
      return None, at
    at += 1
    result += digit * weight
    t = _threshold(k, bias)
    if digit < t:
      return result, at
    weight *= 36 - t
    k += 36


def decode(input, errors='strict', final=True):
  if isinstance(input, str):
    input = input.encode('ascii')
  data = bytes(input)
  basic, _, extended = data.rpartition(b'-')
  if errors not in ('strict', 'replace', 'ignore'):
    raise UnicodeError('Unsupported error handling ' + errors)
  output = list(str(basic, 'ascii', errors))
  str(extended, 'ascii')  # refuses what is no ASCII
  code, at_char, bias, at = _FIRST_CODE, -1, _FIRST_BIAS, 0
  first = True
  while at < len(extended):
    delta, at = _decode_number(extended, at, bias, errors)
    if delta is None:
      break
    at_char += delta + 1
    code += at_char // (len(output) + 1)
    if code > 0x10ffff:
      if errors == 'strict':
        raise UnicodeError('Invalid character U+%x' % code)
      code = ord('?')
    at_char %= len(output) + 1
    output.insert(at_char, chr(code))
    bias = _adapt(delta, len(output), first)
    first = False
  return ''.join(output), len(data)


def getregentry():
  return codecs.CodecInfo(name='punycode', encode=encode, decode=decode, **_classes(encode, decode))
