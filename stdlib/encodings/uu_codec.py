"""Uuencoded bytes, between the lines "begin" and "end"."""
import binascii
import io

from encodings import _bytes_to_bytes

_LINE = 45  # bytes


def _encode(input, filename="<data>", mode=0o666):
  filename = filename.replace("\n", "\\n").replace("\r", "\\r")
  lines = [f"begin {mode & 0o777:o} {filename}\n".encode("ascii")]
  lines.extend(binascii.b2a_uu(input[at:at + _LINE]) for at in range(0, len(input), _LINE))
  return b"".join(lines) + b" \nend\n"


def _decode(input):
  lines = iter(bytes(input).splitlines(keepends=True))
  if not any(line[:5] == b"begin" for line in lines):
    raise ValueError('Missing "begin" line in input data')
  output = []
  for line in lines:
    if line == b"end\n":
      return b"".join(output)
    try:
      output.append(binascii.a2b_uu(line))
    except binascii.Error:
      # Encoders that are wrong about the length write too much at the end of a line.
      count = ((line[0] - 32 & 63) * 4 + 5) // 3
      output.append(binascii.a2b_uu(line[:count]))
  raise ValueError("Truncated input data")


def getregentry():
  return _bytes_to_bytes.make_entry("uu", lambda data: _encode(io.BytesIO(data).getbuffer()), _decode)
