# A handler may put other bytes into the exception: decoding goes on with them.
import codecs


def with_other_bytes(error):
  print(type(error).__name__, error.start, error.end, error.object[:8])
  error.object = b"plain text"
  return "<?>", 2


codecs.register_error("other_bytes", with_other_bytes)
for encoding, data in [("utf-8", b"ab\xff"), ("ascii", b"a\x80b"), ("utf-16-le", b"a"), ("cp1252", b"a\x81"), ("unicode_escape", b"\\x1"), ("utf-7", b"++")]:
  print(encoding, ascii(data.decode(encoding, "other_bytes")))


def broken(error):
  error.object = "text"
  return "", 0


def too_far(error):
  error.object = b"ab"
  return "", 3


codecs.register_error("broken", broken)
codecs.register_error("too_far", too_far)
for name in "broken", "too_far":
  for encoding, data in ("utf-8", b"abcdef\xff"), ("utf-7", b"abc\xff"):
    try:
      data.decode(encoding, name)
    except (TypeError, IndexError) as error:
      print(encoding, type(error).__name__, error)
  try:
    codecs.charmap_decode(b"abc\x02", name, "xy")
  except (TypeError, IndexError) as error:
    print("charmap", type(error).__name__, error)
