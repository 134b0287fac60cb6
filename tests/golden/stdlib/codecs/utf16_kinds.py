# UTF-16 of every kind of text, in both orders, and greatest common divisors around the limits of machine integers
import math, codecs
texts = ["", "a", "é", "€", "😀", "abc", "aé", "a€", "a😀b", "é" * 100, "€uro" * 50, "\ufeffx", "x\ufeff", "\U0010ffff", "\uffff\u0000"]
for text in texts:
  for name in ("utf-16", "utf-16-le", "utf-16-be", "UTF16"):
    data = text.encode(name)
    assert data.decode(name) == text, (text, name)
    assert data == b"".join(codecs.iterencode([text[:1], text[1:]], name)) or not text
    print(name, ascii(text[:6]), data[:12])
for broken in (b"a", b"\xff\xfea", b"\x00\xd8", b"\x00\xdc\x00\x00", b"\xd8\x00\xdc\x00", b"\x3d\xd8\x00\xde", b"\xfe\xff\xd8\x3d\xde\x00", b"\xff\xfe\xff\xfe"):
  for name in ("utf-16", "utf-16-le", "utf-16-be"):
    for errors in ("strict", "replace", "surrogatepass"):
      try: print(name, errors, ascii(broken.decode(name, errors)))
      except UnicodeDecodeError as error: print(name, errors, error)
for text in ("\ud800", "a\udc00b"):
  for errors in ("strict", "replace", "surrogatepass", "ignore"):
    try: print(errors, text.encode("utf-16", errors), text.encode("utf-16-be", errors))
    except UnicodeEncodeError as error: print(errors, error)
big = 2 ** 62
for numbers in ((), (0,), (0, 0), (-6,), (12, -18), (big, big), (-big, 6), (big - 1, 3), (big, 2 ** 100), (2 ** 100, 3 ** 50), (True, 5), (-big - 1, big + 1), (4, 6, 8, 11)):
  print(math.gcd(*numbers), math.lcm(*numbers))
for wrong in ((1.0,), (1, "2"), (None, 4)):
  try: math.gcd(*wrong)
  except TypeError as error: print(error)
