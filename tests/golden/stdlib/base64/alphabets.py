# Every encoding both ways.
import base64 as b
import io

for data in (b"", b"a", b"ab", b"abc", b"abcd", b"abcde", b"\0\0\0\0", bytes(range(250, 256)) * 3, b"    x"):
  print(b.b64encode(data), b.urlsafe_b64encode(data), b.b32encode(data), b.b32hexencode(data), b.b16encode(data), b.b85encode(data), b.a85encode(data))
  for encode, decode in ((b.b64encode, b.b64decode), (b.standard_b64encode, b.standard_b64decode), (b.urlsafe_b64encode, b.urlsafe_b64decode), (b.b32encode, b.b32decode), (b.b32hexencode, b.b32hexdecode),
                         (b.b16encode, b.b16decode), (b.b85encode, b.b85decode), (b.a85encode, b.a85decode), (b.encodebytes, b.decodebytes)):
    assert decode(encode(data)) == data
    assert decode(encode(data).decode()) == data if decode is not b.decodebytes else True
print(b.b64encode(b"\xfb\xff", b"*!"), b.b64decode("+/8=", validate=True), b.b64decode("*!8=", "*!"), b.b64decode(b"Y W J\nj"), b.b32decode("mfrgg===", casefold=True), b.b32decode("MFRG01A=", map01="L"), b.b16decode("ff", True))
print(b.a85encode(b"\0\0\0\0    x", foldspaces=True, adobe=True, wrapcol=6), b.a85decode(b"<~z+<U~>", adobe=True), b.a85decode("y", foldspaces=True), b.b85encode(b"ab", pad=True), b.a85encode(b"ab", pad=True))
out = io.BytesIO()
b.encode(io.BytesIO(b"x" * 100), out)
back = io.BytesIO()
b.decode(io.BytesIO(out.getvalue()), back)
print(out.getvalue(), back.getvalue() == b"x" * 100)
for f, *args in ((b.b64decode, "YQ"), (b.b64decode, "é"), (b.b64encode, "text"), (b.b32decode, b"A"), (b.b32decode, "MF1G"), (b.b32decode, "aaaaaaaa"), (b.b16decode, "ff"), (b.b16decode, "F"), (b.b85decode, b"abc\x01d"), (b.b85decode, b"~~~~~"),
                 (b.a85decode, b"v"), (b.a85decode, b"uuuuu"), (b.a85decode, b"1z"), (b.encodebytes, "x"), (b.b64decode, 5)):
  try:
    print(f(*args))
  except (ValueError, TypeError) as e:
    print(type(e).__name__, e)
try:
  b.b64decode(b"Y$Q=", validate=True)
except ValueError as e:
  print(e)
