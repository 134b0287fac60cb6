# TextIOWrapper on any stream of bytes: encodings, line ends, positions, detach.
import io
import sys

stream = io.BytesIO()
text = io.TextIOWrapper(stream, encoding="utf-8")
print(text.write("h\u00e9\n"), text.encoding, text.closed, text.readable(), text.writable(), text.seekable(), text.line_buffering, text.buffer is stream)
text.flush()
print(stream.getvalue())
text.seek(0)
print(repr(text.read()), text.tell())
text.close()
print(stream.closed)
universal = io.TextIOWrapper(io.BytesIO(b"a\r\nb\rc\nd"))
print(universal.readlines(), universal.newlines)
for newline in ("", "\n", "\r", "\r\n"):
  written = io.BytesIO()
  writer = io.TextIOWrapper(written, newline=newline)
  writer.write("x\ny\r\nz")
  writer.flush()
  print(repr(newline), io.TextIOWrapper(io.BytesIO(b"a\r\nb\rc\nd"), newline=newline).readlines(), written.getvalue())
pieces = io.TextIOWrapper(io.BytesIO("h\u00e9llo w\u00f6rld".encode() * 500), encoding="utf-8")
print(pieces.read(3), pieces.read(4), len(pieces.read()), repr(pieces.read()))
print(io.TextIOWrapper(io.BytesIO("\ufeffh\u00e9".encode()), encoding="utf-8-sig").read())
utf16 = io.TextIOWrapper(io.BytesIO("h\u00e9\U0001f600x".encode("utf-16")), encoding="utf-16")
print(ascii(utf16.read(2)), ascii(utf16.read()))
print(ascii(io.TextIOWrapper(io.BytesIO(b"\xffa"), encoding="utf-8", errors="replace").read()))
detached = io.TextIOWrapper(io.BytesIO(b"abc"))
print(detached.detach().read())
again = io.TextIOWrapper(sys.stdout.buffer, encoding="utf-8", line_buffering=True)
sys.stdout.flush()
again.write("through another layer\n")
again.flush()
for fail in (detached.read, lambda: text.write("x"), lambda: io.TextIOWrapper(io.BytesIO(), newline="q"),
             lambda: io.TextIOWrapper(io.BytesIO(), encoding="none"), lambda: io.TextIOWrapper(io.BytesIO()).write(b"x"),
             lambda: io.TextIOWrapper(io.BytesIO(), encoding="ascii").write("\u00e9"), lambda: io.TextIOWrapper(io.BytesIO()).seek(3, 1),
             io.TextIOWrapper(io.BytesIO(b"\xff\xfe"), encoding="utf-8").read):
  try:
    fail()
  except (ValueError, TypeError, LookupError, OSError) as error:
    print(type(error).__name__, error)
