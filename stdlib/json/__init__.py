"""JSON: text to objects and back."""

from .decoder import JSONDecodeError, JSONDecoder
from .encoder import JSONEncoder

__all__ = ["dump", "dumps", "load", "loads", "JSONDecoder", "JSONDecodeError", "JSONEncoder"]

_default_decoder = JSONDecoder()
_default_encoder = JSONEncoder()


def dumps(obj, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, cls=None, indent=None, separators=None,
          default=None, sort_keys=False, **kw):
  """The JSON text of an object."""
  if (not skipkeys and ensure_ascii and check_circular and allow_nan and cls is None and indent is None and separators is None and
      default is None and not sort_keys and not kw):
    return _default_encoder.encode(obj)
  if cls is None:
    cls = JSONEncoder
  return cls(skipkeys=skipkeys, ensure_ascii=ensure_ascii, check_circular=check_circular, allow_nan=allow_nan, indent=indent,
             separators=separators, default=default, sort_keys=sort_keys, **kw).encode(obj)


def dump(obj, fp, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, cls=None, indent=None, separators=None,
         default=None, sort_keys=False, **kw):
  """Write the JSON text of an object to a file."""
  encoder = (cls or JSONEncoder)(skipkeys=skipkeys, ensure_ascii=ensure_ascii, check_circular=check_circular, allow_nan=allow_nan,
                                 indent=indent, separators=separators, default=default, sort_keys=sort_keys, **kw)
  chunks = encoder.iterencode(obj)
  # A file can't tell a text from its pieces, and one text is faster; when it fails, what the pieces before hold is in the file.
  if cls is None and default is None and type(fp).__module__ == "_io":
    try:
      chunks = [encoder.encode(obj)]
    except Exception:
      pass
  for chunk in chunks:
    fp.write(chunk)


def detect_encoding(b):
  """The encoding of JSON bytes."""
  if b.startswith((b"\xff\xfe\0\0", b"\0\0\xfe\xff")):
    return "utf-32"
  if b.startswith((b"\xff\xfe", b"\xfe\xff")):
    return "utf-16"
  if b.startswith(b"\xef\xbb\xbf"):
    return "utf-8-sig"
  if len(b) >= 4:
    if not b[0]:
      return "utf-16-be" if b[1] else "utf-32-be"
    if not b[1]:
      return "utf-16-le" if b[2] or b[3] else "utf-32-le"
  elif len(b) == 2:
    if not b[0]:
      return "utf-16-be"
    if not b[1]:
      return "utf-16-le"
  return "utf-8"


def loads(s, *, cls=None, object_hook=None, parse_float=None, parse_int=None, parse_constant=None, object_pairs_hook=None, **kw):
  """The object of a JSON text."""
  if isinstance(s, str):
    if s.startswith("\ufeff"):
      raise JSONDecodeError("Unexpected UTF-8 BOM (decode using utf-8-sig)", s, 0)
  else:
    if not isinstance(s, (bytes, bytearray)):
      raise TypeError(f"the JSON object must be str, bytes or bytearray, not {s.__class__.__name__}")
    encoding = detect_encoding(s)
    if encoding == "utf-8-sig":
      s, encoding = s[3:], "utf-8"
    s = s.decode(encoding, "surrogatepass")
  if (cls is None and object_hook is None and parse_int is None and parse_float is None and parse_constant is None and
      object_pairs_hook is None and not kw):
    return _default_decoder.decode(s)
  if cls is None:
    cls = JSONDecoder
  if object_hook is not None:
    kw["object_hook"] = object_hook
  if object_pairs_hook is not None:
    kw["object_pairs_hook"] = object_pairs_hook
  if parse_float is not None:
    kw["parse_float"] = parse_float
  if parse_int is not None:
    kw["parse_int"] = parse_int
  if parse_constant is not None:
    kw["parse_constant"] = parse_constant
  return cls(**kw).decode(s)


def load(fp, *, cls=None, object_hook=None, parse_float=None, parse_int=None, parse_constant=None, object_pairs_hook=None, **kw):
  """The object of the JSON text in a file."""
  return loads(fp.read(), cls=cls, object_hook=object_hook, parse_float=parse_float, parse_int=parse_int, parse_constant=parse_constant,
               object_pairs_hook=object_pairs_hook, **kw)


def __getattr__(name):
  if name != "scanner":
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
  import json.scanner
  return json.scanner
