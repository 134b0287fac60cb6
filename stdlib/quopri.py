"""Quoted-printable text, as mails have it: "=" and two digits for what is not printable ASCII.

>>> quopri.encodestring("Käse".encode())
b'K=C3=A4se'
"""

from binascii import a2b_qp as _from_quoted, b2a_qp as _to_quoted

__all__ = ["encode", "decode", "encodestring", "decodestring"]

ESCAPE = b"="
MAXLINESIZE = 76
HEX = b"0123456789ABCDEF"
EMPTYSTRING = b""


def needsquoting(c, quotetabs, header):
  """Whether a byte has to be written by its number."""
  assert isinstance(c, bytes)
  if c in b" \t":
    return quotetabs
  return header if c == b"_" else c == ESCAPE or not b" " <= c <= b"~"


def quote(c):
  """A byte by its number."""
  assert isinstance(c, bytes) and len(c) == 1
  return b"=%02X" % ord(c)


def ishex(c):
  """Whether a byte is a hexadecimal digit."""
  assert isinstance(c, bytes)
  return b"0" <= c <= b"9" or b"a" <= c <= b"f" or b"A" <= c <= b"F"


def unhex(s):
  """The number that hexadecimal digits make."""
  for digit in s:
    assert ishex(bytes((digit,))), "non-hex digit " + repr(bytes((digit,)))
  return int(s, 16) if s else 0


def encode(input, output, quotetabs, header=False):
  """Read a binary file and write it encoded to another one. In headers blanks become underscores."""
  data = input.read()
  output.write(_to_quoted(data, quotetabs=quotetabs, header=header))


def encodestring(s, quotetabs=False, header=False):
  """Bytes, encoded."""
  return _to_quoted(s, quotetabs=quotetabs, header=header)


def decode(input, output, header=False):
  """Read a binary file and write it decoded to another one."""
  data = input.read()
  output.write(_from_quoted(data, header=header))


def decodestring(s, header=False):
  """Bytes, decoded."""
  return _from_quoted(s, header=header)


def main():
  """Encode or, with -d, decode files or standard input."""
  import getopt
  import sys
  try:
    options, files = getopt.getopt(sys.argv[1:], "td")
  except getopt.error as error:
    _fail(error, "usage: quopri [-t | -d] [file] ...", "-t: quote tabs", "-d: decode; default encode")
  decoding, quotetabs = ((name, "") in options for name in ("-d", "-t"))
  if quotetabs and decoding:
    _fail("-t and -d are mutually exclusive")
  failed = False
  for name in files or ["-"]:
    try:
      file = sys.stdin.buffer if name == "-" else open(name, "rb")
    except OSError as error:
      sys.stderr.write(f"{name}: can't open ({error})\n")
      failed = True
      continue
    try:
      if decoding:
        decode(file, sys.stdout.buffer)
      else:
        encode(file, sys.stdout.buffer, quotetabs)
    finally:
      if name != "-":
        file.close()
  if failed:
    sys.exit(1)


def _fail(*lines):
  import sys
  print(*lines, sep="\n", file=sys.stderr)
  sys.exit(2)


if __name__ == "__main__":
  main()
