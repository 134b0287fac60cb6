"""Plain data as bytes, in CPython's format: None, booleans, numbers, strings, bytes, tuples, lists, dicts, sets, Ellipsis, StopIteration.

>>> loads(dumps({"a": (1, 2.5, None)}))
{'a': (1, 2.5, None)}

Code objects have no marshalled form."""
import struct as _struct

__all__ = ["dump", "dumps", "load", "loads", "version"]

version = 4
_MAX_DEPTH = 2000
_REFERENCE_FLAG = 0x80
_SINGLETONS = {None: b"N", True: b"T", False: b"F", Ellipsis: b".", StopIteration: b"S"}


def dump(value, file, version=version, /):
  """Write the value to a binary file."""
  file.write(dumps(value, version))


def load(file, /):
  """Read a value from a binary file."""
  return _Reader(file.read).value()


def dumps(value, version=version, /):
  """The value as bytes."""
  out = bytearray()
  _write(out, value, version, 0)
  return bytes(out)


def loads(bytes, /):
  """The value that dumps() was given; what follows is ignored."""
  import io
  return _Reader(io.BytesIO(bytes).read).value()


def _write(out, value, version, depth):
  if depth > _MAX_DEPTH:
    raise ValueError("object too deeply nested to marshal")
  kind = type(value)
  if value is None or kind is bool or value is Ellipsis or value is StopIteration:
    out += _SINGLETONS[value]
  elif kind is int:
    _write_int(out, value)
  elif kind is float:
    _write_float(out, value, version, b"g", b"f")
  elif kind is complex:
    _write_float(out, value.real, version, b"y", b"x")
    _write_float(out, value.imag, version, b"", b"")
  elif kind is str:
    _write_str(out, value, version)
  elif isinstance(value, (bytes, bytearray, memoryview)):
    data = bytes(value)
    out += b"s" + _size(len(data)) + data
  elif kind is tuple or kind is list:
    if kind is list:
      out += b"[" + _size(len(value))
    elif version >= 4 and len(value) < 256:
      out += b")" + len(value).to_bytes(1, "little")
    else:
      out += b"(" + _size(len(value))
    for item in value:
      _write(out, item, version, depth + 1)
  elif kind is dict:
    out += b"{"
    for key, item in value.items():
      _write(out, key, version, depth + 1)
      _write(out, item, version, depth + 1)
    out += b"0"
  elif kind is set or kind is frozenset:
    out += (b"<" if kind is set else b">") + _size(len(value))
    # In the order of their bytes, so that equal sets have equal bytes.
    for item in sorted(dumps(item, version) for item in value):
      out += item
  else:
    raise ValueError("unmarshallable object")


def _size(number):
  if number > 0x7fffffff:
    raise ValueError("unmarshallable object")
  return number.to_bytes(4, "little")


def _write_int(out, value):
  if -0x80000000 <= value <= 0x7fffffff:
    out += b"i" + value.to_bytes(4, "little", signed=True)
    return
  digits = []
  rest = abs(value)
  while rest:
    digits.append(rest & 0x7fff)
    rest >>= 15
  count = len(digits) if value > 0 else -len(digits)
  out += b"l" + count.to_bytes(4, "little", signed=True) + _struct.pack(f"<{len(digits)}H", *digits)


def _write_float(out, value, version, binary, text):
  if version > 1:
    out += binary + _struct.pack("<d", value)
  else:
    digits = format(value, ".17g").encode()
    out += text + len(digits).to_bytes(1, "little") + digits


def _write_str(out, value, version):
  data = value.encode("utf-8", "surrogatepass")
  if version >= 4 and value.isascii():
    if len(data) < 256:
      out += b"z" + len(data).to_bytes(1, "little") + data
    else:
      out += b"a" + _size(len(data)) + data
  else:
    out += b"u" + _size(len(data)) + data


class _Reader:
  """Reads values; `read` is a binary file's."""

  def __init__(self, read):
    self.read = read
    self.references = []
    self.depth = 0

  def bytes(self, count):
    data = self.read(count) if count else b""
    if not isinstance(data, bytes):
      raise TypeError(f"file.read() returned not bytes but {type(data).__name__}")
    if len(data) < count:
      raise EOFError("marshal data too short" if data else "EOF read where object expected")
    return data

  def number(self, count, signed=False):
    return int.from_bytes(self.bytes(count), "little", signed=signed)

  def size(self, what):
    count = self.number(4, signed=True)
    if count < 0:
      raise ValueError(f"bad marshal data ({what} size out of range)")
    return count

  def value(self):
    value = self.value_or_end()
    if value is self:
      raise TypeError("NULL object in marshal data for object")
    return value

  def value_or_end(self):
    """The next value; self at the end of a dict."""
    self.depth += 1
    if self.depth > _MAX_DEPTH:
      raise ValueError("recursion limit exceeded")
    code = self.bytes(1)[0]
    keeps = code & _REFERENCE_FLAG
    kind = chr(code & ~_REFERENCE_FLAG)
    if kind in "[{<":
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
    self.depth -= 1
    return value

  def container(self, kind, keeps):
    """Mutable ones are known to references inside them."""
    value = {"[": list, "{": dict, "<": set}[kind]()
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
    return -value if count < 0 else value

  def reference(self):
    index = self.number(4)
    if index >= len(self.references):
      raise ValueError("bad marshal data (invalid reference)")
    return self.references[index]
