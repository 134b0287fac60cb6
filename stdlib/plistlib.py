"""Property lists, the files in which Apple's systems keep settings: as XML and in their binary form.

>>> plistlib.loads(plistlib.dumps({"name": "Tea", "minutes": 4}))
{'minutes': 4, 'name': 'Tea'}
"""

import binascii
import datetime
import enum
import io
import struct

__all__ = ["InvalidFileException", "FMT_XML", "FMT_BINARY", "load", "dump", "loads", "dumps", "UID"]

PlistFormat = enum.Enum("PlistFormat", "FMT_XML FMT_BINARY", module=__name__)
globals().update(PlistFormat.__members__)

PLISTHEADER = (b'<?xml version="1.0" encoding="UTF-8"?>\n'
               b'<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">\n')
_EPOCH = datetime.datetime(2001, 1, 1)
_CONTROL = frozenset(map(chr, range(32))) - {"\t", "\n", "\r"}


class InvalidFileException(ValueError):
  """A file that is no property list."""

  def __init__(self, message="Invalid file"):
    super().__init__(message)


class UID:
  """A reference by number, which archives of objects use."""

  def __init__(self, data):
    if not isinstance(data, int):
      raise TypeError("data must be an int")
    if data >= 1 << 64:
      raise ValueError("UIDs cannot be >= 2**64")
    if data < 0:
      raise ValueError("UIDs must be positive")
    self.data = data

  def __index__(self):
    return self.data

  def __repr__(self):
    return f"{self.__class__.__name__}({self.data!r})"

  def __reduce__(self):
    return self.__class__, (self.data,)

  def __eq__(self, other):
    return self.data == other.data if isinstance(other, UID) else NotImplemented

  def __hash__(self):
    return hash(self.data)


def _entries(mapping, sort_keys, skipkeys):
  """The items of a dictionary that are written."""
  for key, value in sorted(mapping.items()) if sort_keys else mapping.items():
    if isinstance(key, str):
      yield key, value
    elif not skipkeys:
      raise TypeError("keys must be strings")


# XML.

class _XmlReader:
  """Builds the value of a document while it is parsed; `_open` are the containers around the present place."""

  def __init__(self, dict_type):
    self._dict_type = dict_type
    self._open = []
    self._key = self._root = None
    self._text = []

  def parse(self, file):
    from xml.parsers.expat import ParserCreate
    self._parser = parser = ParserCreate()
    parser.StartElementHandler = self._begin
    parser.EndElementHandler = self._end
    parser.CharacterDataHandler = lambda text: self._text.append(text)
    parser.EntityDeclHandler = self._refuse_entity
    parser.ParseFile(file)
    return self._root

  def _refuse_entity(self, *_):
    raise InvalidFileException("XML entity declarations are not supported in plist files")

  def _begin(self, name, _):
    self._text = []
    if name in ("dict", "array"):
      container = self._dict_type() if name == "dict" else []
      self._add(container)
      self._open.append(container)

  def _end(self, name):
    if name in self._SIMPLE:
      self._add(self._SIMPLE[name](self._take_text()))
    elif name in ("true", "false"):
      self._add(name == "true")
    elif name == "key":
      if self._key or not isinstance(self._open[-1], dict):
        raise ValueError(f"unexpected key at line {self._parser.CurrentLineNumber}")
      self._key = self._take_text()
    elif name in ("dict", "array"):
      if name == "dict" and self._key:
        raise ValueError(f"missing value for key '{self._key}' at line {self._parser.CurrentLineNumber}")
      self._open.pop()

  def _take_text(self):
    text = "".join(self._text)
    self._text = []
    return text

  def _add(self, value):
    if self._key is None and not self._open:
      self._root = value
      return
    if not isinstance(self._open[-1], list if self._key is None else dict):
      raise ValueError(f"unexpected element at line {self._parser.CurrentLineNumber}")
    if self._key is None:
      self._open[-1].append(value)
    else:
      self._open[-1][self._key] = value
      self._key = None

  @staticmethod
  def _integer(text):
    return int(text, 16) if text[:2] in ("0x", "0X") else int(text)

  @staticmethod
  def _date(text):
    import re
    parts = re.match(r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d)(?::(\d\d)(?::(\d\d))?)?)?)?)?Z", text, re.ASCII).groups()
    return datetime.datetime(*(int(part) for part in parts if part is not None))

  _SIMPLE = {"string": str, "real": float, "integer": _integer, "date": _date, "data": lambda text: binascii.a2b_base64(text.encode())}


class _XmlWriter:
  def __init__(self, file, sort_keys, skipkeys):
    self._file, self._sort_keys, self._skipkeys = file, sort_keys, skipkeys
    self._depth = 0
    file.write(PLISTHEADER)

  def write(self, value):
    self._line('<plist version="1.0">')
    self._value(value)
    self._line("</plist>")

  def _line(self, text):
    self._file.write(b"\t" * self._depth + text.encode() + b"\n")

  def _element(self, name, text):
    if not _CONTROL.isdisjoint(text):
      raise ValueError("strings can't contain control characters; use bytes instead")
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    self._line(f"<{name}>{text}</{name}>")

  def _value(self, value):
    if isinstance(value, str):
      self._element("string", value)
    elif value is True or value is False:
      self._line("<true/>" if value else "<false/>")
    elif isinstance(value, int):
      if not -1 << 63 <= value < 1 << 64:
        raise OverflowError(value)
      self._element("integer", f"{value:d}")
    elif isinstance(value, float):
      self._element("real", repr(value))
    elif isinstance(value, dict):
      self._container("dict", value, self._items)
    elif isinstance(value, (bytes, bytearray)):
      self._data(value)
    elif isinstance(value, datetime.datetime):
      self._element("date", "%04d-%02d-%02dT%02d:%02d:%02dZ" % value.timetuple()[:6])
    elif isinstance(value, (tuple, list)):
      self._container("array", value, self._parts)
    else:
      raise TypeError(f"unsupported type: {type(value)}")

  def _container(self, name, value, write_inside):
    if not value:
      self._line(f"<{name}/>")
      return
    self._line(f"<{name}>")
    self._depth += 1
    write_inside(value)
    self._depth -= 1
    self._line(f"</{name}>")

  def _items(self, mapping):
    for key, value in _entries(mapping, self._sort_keys, self._skipkeys):
      self._element("key", key)
      self._value(value)

  def _parts(self, sequence):
    for part in sequence:
      self._value(part)

  def _data(self, data):
    self._line("<data>")
    size = max(16, 76 - 8 * self._depth) // 4 * 3
    for place in range(0, len(data), size):
      self._line(binascii.b2a_base64(data[place:place + size], newline=False).decode())
    self._line("</data>")


def _is_xml(header):
  starts = [b"<?xml", b"<plist"]
  for mark, encoding in ((b"\xef\xbb\xbf", "utf-8"), (b"\xfe\xff", "utf-16-be"), (b"\xff\xfe", "utf-16-le")):
    starts += [mark + start.decode().encode(encoding) for start in starts[:2]]
  return header.startswith(tuple(starts))


# The binary form: a mark, the objects, a table of where each begins, and a trailer that says where the table is.

_LETTERS = {1: "B", 2: "H", 4: "L", 8: "Q"}
_ABSENT = object()


def _width(number):
  """How many bytes a number needs: 1, 2, 4 or 8."""
  return next((width for width in (1, 2, 4) if number < 1 << 8 * width), 8)


class _BinaryReader:
  def __init__(self, dict_type):
    self._dict_type = dict_type

  def parse(self, file):
    self._file = file
    try:
      file.seek(-32, io.SEEK_END)
      width, self._reference_width, count, top, table = struct.unpack(">6xBBQQQ", self._bytes(32))
      file.seek(table)
      self._places = self._numbers(count, width)
      self._objects = [_ABSENT] * count
      return self._object(top)
    except (OSError, IndexError, struct.error, OverflowError, ValueError):
      raise InvalidFileException()

  def _bytes(self, size):
    data = self._file.read(size)
    if len(data) != size:
      raise InvalidFileException()
    return data

  def _numbers(self, count, width):
    if not width:
      raise InvalidFileException()
    data = self._bytes(count * width)
    return [int.from_bytes(data[place:place + width], "big") for place in range(0, len(data), width)]

  def _length(self, low):
    """A length: the low half of the first byte, or, when that is 15, a number that follows."""
    return low if low != 15 else int.from_bytes(self._bytes(1 << (self._bytes(1)[0] & 3)), "big")

  def _object(self, number):
    if self._objects[number] is _ABSENT:
      self._file.seek(self._places[number])
      first = self._file.read(1)[0]
      self._objects[number] = self._read(number, first, first >> 4, first & 15)
    return self._objects[number]

  def _read(self, number, first, kind, low):
    match kind:
      case 0 if first in (0, 8, 9, 15):
        return {0: None, 8: False, 9: True, 15: b""}[first]
      case 1:
        return int.from_bytes(self._file.read(1 << low), "big", signed=low >= 3)
      case 2 if low in (2, 3):
        return struct.unpack(">f" if low == 2 else ">d", self._file.read(4 if low == 2 else 8))[0]
      case 3 if low == 3:
        return _EPOCH + datetime.timedelta(seconds=struct.unpack(">d", self._file.read(8))[0])
      case 4:
        return self._bytes(self._length(low))
      case 5:
        return self._bytes(self._length(low)).decode("ascii")
      case 6:
        return self._bytes(self._length(low) * 2).decode("utf-16be")
      case 8:
        return UID(int.from_bytes(self._file.read(1 + low), "big"))
      case 10:
        return self._array(number, self._length(low))
      case 13:
        return self._dictionary(number, self._length(low))
    raise InvalidFileException()

  # A container is known before its parts are read: they may refer to it.

  def _array(self, number, length):
    parts = self._numbers(length, self._reference_width)
    made = self._objects[number] = []
    made.extend(self._object(part) for part in parts)
    return made

  def _dictionary(self, number, length):
    keys, values = self._numbers(length, self._reference_width), self._numbers(length, self._reference_width)
    made = self._objects[number] = self._dict_type()
    try:
      for key, value in zip(keys, values):
        made[self._object(key)] = self._object(value)
    except TypeError:
      raise InvalidFileException()
    return made


class _BinaryWriter:
  def __init__(self, file, sort_keys, skipkeys):
    self._file, self._sort_keys, self._skipkeys = file, sort_keys, skipkeys

  def write(self, value):
    self._objects, self._numbers = [], {}
    self._collect(value)
    count = len(self._objects)
    self._reference = _LETTERS[_width(count)]
    self._file.write(b"bplist00")
    places = []
    for each in self._objects:
      places.append(self._file.tell())
      self._object(each)
    table = self._file.tell()
    width = _width(table)
    self._file.write(struct.pack(f">{count}{_LETTERS[width]}", *places))
    self._file.write(struct.pack(">5xBBBQQQ", 0, width, _width(count), count, self._number(value), table))

  @staticmethod
  def _identity(value):
    """Equal values of one type are written once, containers each on their own."""
    return (type(value), value) if isinstance(value, (str, int, float, datetime.datetime, bytes)) else id(value)

  def _number(self, value):
    return self._numbers[self._identity(value)]

  def _collect(self, value):
    identity = self._identity(value)
    if identity in self._numbers:
      return
    self._numbers[identity] = len(self._objects)
    self._objects.append(value)
    if isinstance(value, dict):
      entries = list(_entries(value, self._sort_keys, self._skipkeys))
      for part in [key for key, _ in entries] + [inside for _, inside in entries]:
        self._collect(part)
    elif isinstance(value, (list, tuple)):
      for part in value:
        self._collect(part)

  def _head(self, kind, length):
    if length < 15:
      self._file.write(bytes((kind << 4 | length,)))
    else:
      width = _width(length)
      self._file.write(bytes((kind << 4 | 15, 16 | width.bit_length() - 1)) + length.to_bytes(width, "big"))

  def _references(self, values):
    self._file.write(struct.pack(f">{len(values)}{self._reference}", *map(self._number, values)))

  def _integer(self, value):
    if not -1 << 63 <= value < 1 << 64:
      raise OverflowError(value)
    width = 8 if value < 0 else 16 if value >= 1 << 63 else _width(value)
    self._file.write(bytes((15 + width.bit_length(),)) + value.to_bytes(width, "big", signed=width >= 8))

  def _object(self, value):
    if value is None or value is False or value is True:
      self._file.write(b"\x00" if value is None else b"\x09" if value else b"\x08")
    elif isinstance(value, int):
      self._integer(value)
    elif isinstance(value, float):
      self._file.write(struct.pack(">Bd", 0x23, value))
    elif isinstance(value, datetime.datetime):
      self._file.write(struct.pack(">Bd", 0x33, (value - _EPOCH).total_seconds()))
    elif isinstance(value, (bytes, bytearray)):
      self._head(4, len(value))
      self._file.write(value)
    elif isinstance(value, str):
      ascii = value.isascii()
      data = value.encode("ascii" if ascii else "utf-16be")
      self._head(5 if ascii else 6, len(data) if ascii else len(data) // 2)
      self._file.write(data)
    elif isinstance(value, UID):
      width = _width(value.data)
      self._file.write(bytes((0x80 | width - 1,)) + value.data.to_bytes(width, "big"))
    elif isinstance(value, (list, tuple)):
      self._head(10, len(value))
      self._references(value)
    elif isinstance(value, dict):
      entries = list(_entries(value, self._sort_keys, self._skipkeys))
      self._head(13, len(entries))
      self._references([key for key, _ in entries])
      self._references([inside for _, inside in entries])
    else:
      raise TypeError(value)


_FORMATS = {
  PlistFormat.FMT_XML: (_is_xml, _XmlReader, _XmlWriter),
  PlistFormat.FMT_BINARY: (lambda header: header[:8] == b"bplist00", _BinaryReader, _BinaryWriter),
}


def load(fp, *, fmt=None, dict_type=dict):
  """The value in a binary file; its format is found out unless it is given."""
  if fmt is None:
    header = fp.read(32)
    fp.seek(0)
    fmt = next((name for name, (accepts, _, _) in _FORMATS.items() if accepts(header)), None)
    if fmt is None:
      raise InvalidFileException()
  return _FORMATS[fmt][1](dict_type).parse(fp)


def loads(value, *, fmt=None, dict_type=dict):
  """The value in bytes."""
  return load(io.BytesIO(value), fmt=fmt, dict_type=dict_type)


def dump(value, fp, *, fmt=PlistFormat.FMT_XML, sort_keys=True, skipkeys=False):
  """Write a value to a binary file."""
  if fmt not in _FORMATS:
    raise ValueError(f"Unsupported format: {fmt!r}")
  _FORMATS[fmt][2](fp, sort_keys, skipkeys).write(value)


def dumps(value, *, fmt=PlistFormat.FMT_XML, skipkeys=False, sort_keys=True):
  """A value as bytes."""
  file = io.BytesIO()
  dump(value, file, fmt=fmt, skipkeys=skipkeys, sort_keys=sort_keys)
  return file.getvalue()
