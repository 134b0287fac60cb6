"""Files as lines of printable characters, as mails had them before base64.

>>> out = io.BytesIO()
>>> uu.encode(io.BytesIO(b"tea"), out, "drink")
>>> out.getvalue()
b'begin 666 drink\\n#=&5A\\n \\nend\\n'
"""

import binascii
import contextlib
import os
import sys
import warnings

warnings.warn("'uu' is deprecated and slated for removal in Python 3.13", DeprecationWarning, stacklevel=2)

__all__ = ["Error", "encode", "decode"]

_BLANKS = b" \t\r\n\f"


class Error(Exception):
  """What is read is not encoded, or can't be written."""


def _opened(file, mode, standard, opened):
  """A file, or the one that a path or "-" names."""
  if file == "-":
    return standard.buffer
  return opened.enter_context(open(file, mode)) if isinstance(file, str) else file


def encode(in_file, out_file, name=None, mode=None, *, backtick=False):
  """Read a binary file and write it encoded to another one; both may be paths, or "-" for the standard streams."""
  with contextlib.ExitStack() as opened:
    if isinstance(in_file, str) and in_file != "-":
      name = os.path.basename(in_file) if name is None else name
      mode = os.stat(in_file).st_mode if mode is None else mode
    in_file = _opened(in_file, "rb", sys.stdin, opened)
    out_file = _opened(out_file, "wb", sys.stdout, opened)
    name = "-" if name is None else name.replace("\n", "\\n").replace("\r", "\\r")
    mode = 0o666 if mode is None else mode
    out_file.write(f"begin {mode & 0o777:o} {name}\n".encode("ascii"))
    while data := in_file.read(45):
      out_file.write(binascii.b2a_uu(data, backtick=backtick))
    out_file.write(b"`\nend\n" if backtick else b" \nend\n")


def _find_begin(file):
  """The mode and the name in the line at which a file begins."""
  while line := file.readline():
    fields = line.split(b" ", 2)
    if len(fields) == 3 and fields[0] == b"begin":
      with contextlib.suppress(ValueError):
        return int(fields[1], 8), fields[2].rstrip(_BLANKS)
  raise Error("No valid begin line found in input file")


def _safe_path(name):
  path = name.decode("ascii")
  if os.path.exists(path):
    raise Error(f"Cannot overwrite existing file: {path}")
  if path.startswith(os.sep) or f"..{os.sep}" in path:
    raise Error(f"Refusing to write to {path} due to directory traversal")
  return path


def _decoded(line, quiet):
  try:
    return binascii.a2b_uu(line)
  except binascii.Error as error:
    # Some encoders write more characters than the length at the beginning needs.
    data = binascii.a2b_uu(line[:(((line[0] - 32) & 63) * 4 + 5) // 3])
    if not quiet:
      sys.stderr.write(f"Warning: {error}\n")
    return data


def decode(in_file, out_file=None, mode=None, quiet=False):
  """Read an encoded file and write what is in it, to the file that its first line names unless another one is given."""
  with contextlib.ExitStack() as opened:
    in_file = _opened(in_file, "rb", sys.stdin, opened)
    written_mode, name = _find_begin(in_file)
    if out_file is None:
      out_file = _safe_path(name)
    path = out_file
    out_file = _opened(out_file, "wb", sys.stdout, opened)
    if isinstance(path, str) and path != "-":
      os.chmod(path, written_mode if mode is None else mode)
    while line := in_file.readline():
      if line.strip(_BLANKS) == b"end":
        return
      out_file.write(_decoded(line, quiet))
    raise Error("Truncated input file")


def test():
  """Encode or, with -d, decode from a file to another one."""
  import optparse
  parser = optparse.OptionParser(usage="usage: %prog [-d] [-t] [input [output]]")
  parser.add_option("-d", "--decode", help="Decode (instead of encode)?", default=False, action="store_true")
  parser.add_option("-t", "--text", help="data is text, encoded format unix-compatible text?", default=False, action="store_true")
  options, files = parser.parse_args()
  if len(files) > 2:
    parser.error("incorrect number of arguments")
  if options.text and len(files) < (2 if options.decode else 1):
    print(sys.argv[0], ": cannot do -t " + ("to stdout" if options.decode else "from stdin"))
    sys.exit(1)
  (decode if options.decode else encode)(*files, *["-"] * (2 - len(files)))


if __name__ == "__main__":
  test()
