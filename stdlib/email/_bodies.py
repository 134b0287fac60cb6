"""How bodies of mails are encoded for the way, and back."""

import binascii

from email import errors


def encode_base64(raw):
  """In lines of 76 characters, each with its end."""
  return "".join(binascii.b2a_base64(raw[place:place + 57]).decode("ascii") for place in range(0, len(raw), 57))


def decode_base64(raw):
  """The bytes and the defects that were found; what can't be read stays as it is."""
  defects = []
  missing = len(raw) % 4
  padded = raw + b"==="[:4 - missing] if missing else raw
  try:
    value = binascii.a2b_base64(padded, strict_mode=True)
    return value, [errors.InvalidBase64PaddingDefect()] if missing else []
  except binascii.Error:
    pass
  defects.append(errors.InvalidBase64CharactersDefect())
  for padding, defect in ((b"", None), (b"==", errors.InvalidBase64PaddingDefect)):
    try:
      value = binascii.a2b_base64(raw + padding)
      return value, defects + ([defect()] if defect else [])
    except binascii.Error:
      pass
  return raw, [errors.InvalidBase64LengthDefect()]


def decode_uu(raw):
  """The file in a uuencoded text."""
  lines = iter(raw.splitlines())
  for line in lines:
    if line.startswith(b"begin "):
      break
  else:
    raise ValueError("`begin` line not found")
  decoded = []
  for line in lines:
    if not line:
      raise ValueError("Truncated input")
    if line.strip(b" \t\r\n\f") == b"end":
      break
    try:
      decoded.append(binascii.a2b_uu(line))
    except binascii.Error:
      # Some encoders write more characters than the length at the beginning needs.
      decoded.append(binascii.a2b_uu(line[:((((line[0] - 32) & 63) * 4 + 5) // 3)]))
  return b"".join(decoded)
