"""Plain data as bytes, in CPython's format: None, booleans, numbers, strings, bytes, tuples, lists, dicts, sets, Ellipsis, StopIteration.

>>> loads(dumps({"a": (1, 2.5, None)}))
{'a': (1, 2.5, None)}

Code objects have no marshalled form."""
import struct as _struct

__all__ = ["dump", "dumps", "load", "loads", "version"]

version = 4
_REFERENCE_FLAG = 0x80
_MUTABLE = {"[": list, "{": dict, "<": set}
_SINGLETONS = {None: b"N", True: b"T", False: b"F", Ellipsis: b".", StopIteration: b"S"}


def dump(value, file, version=version, /):
  """Write the value to a binary file."""
  file.write(dumps(value, version))


def load(file, /):
  """Read a value from a binary file."""
  return _Reader(file.read).whole_value()


def dumps(value, version=version, /):
  """The value as bytes."""
  writer = _Writer(version)
  try:
    writer.write(value)
  except RecursionError:
    raise ValueError("object too deeply nested to marshal") from None
  return bytes(writer.out)


def loads(bytes, /):
  """The value that dumps() was given; what follows is ignored."""
  import io
  return _Reader(io.BytesIO(bytes).read).whole_value()


def _size(number):
  if number > 0x7fffffff:
    raise ValueError("unmarshallable object")
  return number.to_bytes(4, "little")


class _Writer:
  """Writes values; what occurs again is written as a reference from version 3 on."""

  def __init__(self, version):
    self.out = bytearray()
    self.version = version
    self.places = {}  # {id: number of the object}
    self.kept = []    # so that no other object gets one of these ids

  def write(self, value):
    if value is None or value is True or value is False or value is Ellipsis or value is StopIteration:
      self.out += _SINGLETONS[value]
      return
    if type(value) is int and -0x80000000 <= value <= 0x7fffffff:
      self.out += b"i" + value.to_bytes(4, "little", signed=True)
      return
    if self.version < 3:
      self.write_object(value, 0)
    elif (place := self.places.get(id(value))) is not None:
      self.out += b"r" + _size(place)
    else:
      self.places[id(value)] = len(self.places)
      self.kept.append(value)
      self.write_object(value, _REFERENCE_FLAG)

  def begin(self, code, flag):
    self.out.append(ord(code) | flag)

  def write_object(self, value, flag):
    kind = type(value)
    if kind is int:
      self.begin("l", flag)
      self.write_digits(value)
    elif kind is float:
      self.begin("g" if self.version > 1 else "f", flag)
      self.write_float(value)
    elif kind is complex:
      self.begin("y" if self.version > 1 else "x", flag)
      self.write_float(value.real)
      self.write_float(value.imag)
    elif kind is str:
      self.write_str(value, flag)
    elif kind is tuple and self.version >= 4 and len(value) < 256:
      self.begin(")", flag)
      self.out.append(len(value))
      self.write_items(value)
    elif kind is tuple or kind is list:
      self.begin("(" if kind is tuple else "[", flag)
      self.out += _size(len(value))
      self.write_items(value)
    elif kind is dict:
      self.begin("{", flag)
      for key, item in value.items():
        self.write(key)
        self.write(item)
      self.out += b"0"
    elif kind is set or kind is frozenset:
      self.begin("<" if kind is set else ">", flag)
      self.out += _size(len(value))
      # In the order of their bytes, so that equal sets have equal bytes.
      self.write_items(sorted(value, key=lambda item: dumps(item, self.version)))
    else:
      self.write_buffer(value, flag)

  def write_items(self, items):
    for item in items:
      self.write(item)

  def write_buffer(self, value, flag):
    try:
      data = bytes(memoryview(value))
    except TypeError:
      raise ValueError("unmarshallable object") from None
    self.begin("s", flag)
    self.out += _size(len(data)) + data

  def write_digits(self, value):
    digits = []
    rest = abs(value)
    while rest:
      digits.append(rest & 0x7fff)
      rest >>= 15
    count = len(digits) if value > 0 else -len(digits)
    self.out += count.to_bytes(4, "little", signed=True) + _struct.pack(f"<{len(digits)}H", *digits)

  def write_float(self, value):
    if self.version > 1:
      self.out += _struct.pack("<d", value)
    else:
      digits = format(value, ".17g").encode()
      self.out += len(digits).to_bytes(1, "little") + digits

  def write_str(self, value, flag):
    data = value.encode("utf-8", "surrogatepass")
    if self.version < 4 or not value.isascii():
      self.begin("u", flag)
      self.out += _size(len(data))
    elif len(data) < 256:
      self.begin("z", flag)
      self.out.append(len(data))
    else:
      self.begin("a", flag)
      self.out += _size(len(data))
    self.out += data


class _Reader:
  """Reads values; `read` is a binary file's."""

  def __init__(self, read):
    self.read = read
    self.references = []

  def bytes(self, count, too_short="marshal data too short"):
    data = self.read(count) if count else b""
    if not isinstance(data, bytes):
      raise TypeError(f"file.read() returned not bytes but {type(data).__name__}")
    if len(data) > count:
      raise ValueError(f"read() returned too much data: {count} bytes requested, {len(data)} returned")
    if len(data) < count:
      raise EOFError(too_short)
    return data

  def number(self, count, signed=False):
    return int.from_bytes(self.bytes(count), "little", signed=signed)

  def size(self, what):
    count = self.number(4, signed=True)
    if count < 0:
      raise ValueError(f"bad marshal data ({what} size out of range)")
    return count

  def whole_value(self):
    try:
      return self.value()
    except RecursionError:
      raise ValueError("recursion limit exceeded") from None

  def value(self):
    value = self.value_or_end()
    if value is self:
      raise TypeError("NULL object in marshal data for object")
    return value

  def value_or_end(self):
    """The next value; self at the end of a dict."""
    code = self.bytes(1, "EOF read where object expected")[0]
    keeps = code & _REFERENCE_FLAG
    kind = chr(code & ~_REFERENCE_FLAG)
    if kind in _MUTABLE:
      value = self.container(kind, keeps)
    else:
      place = len(self.references)
      if keeps and kind in "()>":
        self.references.append(None)
      value = self.simple(kind)
      if keeps and kind in "()>":
        self.references[place] = value
      elif keeps:
        self.references.append(value)
    return value

  def container(self, kind, keeps):
    """Mutable ones are known to references inside them."""
    value = _MUTABLE[kind]()
    if keeps:
      self.references.append(value)
    if kind == "{":
      while (key := self.value_or_end()) is not self:
        value[key] = self.value()
    else:
      add = value.append if kind == "[" else value.add
      for _ in range(self.size("list" if kind == "[" else "set")):
        add(self.value())
    return value

  def simple(self, kind):
    match kind:
      case "0": return self
      case "N": return None
      case "T": return True
      case "F": return False
      case ".": return Ellipsis
      case "S": return StopIteration
      case "i": return self.number(4, signed=True)
      case "I": return self.number(8, signed=True)
      case "l": return self.long()
      case "g": return _struct.unpack("<d", self.bytes(8))[0]
      case "f": return self.digits()
      case "y": return complex(*_struct.unpack("<dd", self.bytes(16)))
      case "x": return complex(self.digits(), self.digits())
      case "s": return self.bytes(self.size("bytes object"))
      case "z" | "Z": return self.bytes(self.number(1)).decode("latin-1")
      case "a" | "A": return self.bytes(self.size("string")).decode("latin-1")
      case "u" | "t": return self.bytes(self.size("string")).decode("utf-8", "surrogatepass")
      case ")": return tuple([self.value() for _ in range(self.number(1))])
      case "(": return tuple([self.value() for _ in range(self.size("tuple"))])
      case ">": return frozenset([self.value() for _ in range(self.size("set"))])
      case "r": return self.reference()
    raise ValueError("bad marshal data (unknown type code)")

  def digits(self):
    return float(self.bytes(self.number(1)))

  def long(self):
    count = self.number(4, signed=True)
    value = 0
    for i, digit in enumerate(_struct.unpack(f"<{abs(count)}H", self.bytes(2 * abs(count)))):
      if digit > 0x7fff:
        raise ValueError("bad marshal data (digit out of range in long)")
      value |= digit << 15 * i
    if count and not digit:
      raise ValueError("bad marshal data (unnormalized long data)")
    return -value if count < 0 else value

  def reference(self):
    index = self.number(4)
    if index >= len(self.references):
      raise ValueError("bad marshal data (invalid reference)")
    return self.references[index]
