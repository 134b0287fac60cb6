"""Universally unique identifiers."""
from posix import urandom as _urandom

__all__ = ["UUID", "uuid1", "uuid3", "uuid4", "uuid5", "getnode", "NAMESPACE_DNS", "NAMESPACE_URL", "NAMESPACE_OID", "NAMESPACE_X500"]

RESERVED_NCS, RFC_4122, RESERVED_MICROSOFT, RESERVED_FUTURE = [
  "reserved for NCS compatibility", "specified in RFC 4122", "reserved for Microsoft compatibility", "reserved for future definition"]

_VERSION_BITS = [0x8000 << 48 | version << 76 for version in range(6)]


int_ = int  # The built-in types, whose names are parameters of UUID().
bytes_ = bytes


class UUID:
  """A number of 128 bits."""

  __slots__ = ("int", "_safety", "__weakref__")

  def __init__(self, hex=None, bytes=None, bytes_le=None, fields=None, int=None, version=None, *, is_safe=None):
    if [hex, bytes, bytes_le, fields, int].count(None) != 4:
      raise TypeError("one of the hex, bytes, bytes_le, fields, or int arguments must be given")
    if hex is not None:
      hex = hex.replace("urn:", "").replace("uuid:", "").strip("{}").replace("-", "")
      if len(hex) != 32:
        raise ValueError("badly formed hexadecimal UUID string")
      int = int_(hex, 16)
    if bytes_le is not None:
      if len(bytes_le) != 16:
        raise ValueError("bytes_le is not a 16-char string")
      bytes = bytes_le[3::-1] + bytes_le[5:3:-1] + bytes_le[7:5:-1] + bytes_le[8:]
    if bytes is not None:
      if len(bytes) != 16:
        raise ValueError("bytes is not a 16-char string")
      assert isinstance(bytes, bytes_), repr(bytes)
      int = int_.from_bytes(bytes, "big")
    if fields is not None:
      if len(fields) != 6:
        raise ValueError("fields is not a 6-tuple")
      for place, (value, bits) in enumerate(zip(fields, (32, 16, 16, 8, 8, 48)), 1):
        if not 0 <= value < 1 << bits:
          raise ValueError(f"field {place} out of range (need a{'n' if bits == 8 else ''} {bits}-bit value)")
      time_low, time_mid, time_hi_version, clock_seq_hi, clock_seq_low, node = fields
      int = time_low << 96 | time_mid << 80 | time_hi_version << 64 | clock_seq_hi << 56 | clock_seq_low << 48 | node
    if not 0 <= int < 1 << 128:
      raise ValueError("int is out of range (need a 128-bit value)")
    if version is not None:
      if not 1 <= version <= 5:
        raise ValueError("illegal version number")
      int = int & ~(0xC000 << 48 | 0xF000 << 64) | _VERSION_BITS[version]
    object.__setattr__(self, "int", int)
    object.__setattr__(self, "_safety", is_safe)

  @property
  def is_safe(self):
    """Whether the number was made in a way that is safe with several processes: a SafeUUID."""
    return __getattr__("SafeUUID").unknown if self._safety is None else self._safety

  def __eq__(self, other):
    return self.int == other.int if isinstance(other, UUID) else NotImplemented

  def __lt__(self, other):
    return self.int < other.int if isinstance(other, UUID) else NotImplemented

  def __gt__(self, other):
    return self.int > other.int if isinstance(other, UUID) else NotImplemented

  def __le__(self, other):
    return self.int <= other.int if isinstance(other, UUID) else NotImplemented

  def __ge__(self, other):
    return self.int >= other.int if isinstance(other, UUID) else NotImplemented

  def __hash__(self):
    return hash(self.int)

  def __int__(self):
    return self.int

  def __repr__(self):
    return f"{self.__class__.__name__}({str(self)!r})"

  def __setattr__(self, name, value):
    raise TypeError("UUID objects are immutable")

  def __str__(self):
    hex = "%032x" % self.int
    return f"{hex[:8]}-{hex[8:12]}-{hex[12:16]}-{hex[16:20]}-{hex[20:]}"

  def __getstate__(self):
    state = {"int": self.int}
    if self.is_safe.value is not None:
      state["is_safe"] = self.is_safe.value
    return state

  def __setstate__(self, state):
    object.__setattr__(self, "int", state["int"])
    object.__setattr__(self, "_safety", __getattr__("SafeUUID")(state["is_safe"]) if "is_safe" in state else None)

  bytes = property(lambda self: self.int.to_bytes(16, "big"))
  hex = property(lambda self: "%032x" % self.int)
  urn = property(lambda self: "urn:uuid:" + str(self))
  time_low = property(lambda self: self.int >> 96)
  time_mid = property(lambda self: self.int >> 80 & 0xFFFF)
  time_hi_version = property(lambda self: self.int >> 64 & 0xFFFF)
  clock_seq_hi_variant = property(lambda self: self.int >> 56 & 0xFF)
  clock_seq_low = property(lambda self: self.int >> 48 & 0xFF)
  node = property(lambda self: self.int & 0xFFFFFFFFFFFF)
  time = property(lambda self: (self.time_hi_version & 0x0FFF) << 48 | self.time_mid << 32 | self.time_low)
  clock_seq = property(lambda self: (self.clock_seq_hi_variant & 0x3F) << 8 | self.clock_seq_low)
  fields = property(lambda self: (self.time_low, self.time_mid, self.time_hi_version, self.clock_seq_hi_variant, self.clock_seq_low,
                                  self.node))

  @property
  def bytes_le(self):
    b = self.bytes
    return b[3::-1] + b[5:3:-1] + b[7:5:-1] + b[8:]

  @property
  def variant(self):
    if not self.int & (0x8000 << 48):
      return RESERVED_NCS
    if not self.int & (0x4000 << 48):
      return RFC_4122
    return RESERVED_FUTURE if self.int & (0x2000 << 48) else RESERVED_MICROSOFT

  @property
  def version(self):
    if self.variant == RFC_4122:
      return self.int >> 76 & 0xF


_node = None
_last_timestamp = None


def getnode():
  """A random number of 48 bits, the same for the whole process."""
  global _node
  if _node is None:
    _node = int_.from_bytes(_urandom(6), "big") | 1 << 40
  return _node


def uuid1(node=None, clock_seq=None):
  """Of the time and the node."""
  global _last_timestamp
  import time
  timestamp = time.time_ns() // 100 + 0x01B21DD213814000
  if _last_timestamp is not None and timestamp <= _last_timestamp:
    timestamp = _last_timestamp + 1
  _last_timestamp = timestamp
  if clock_seq is None:
    clock_seq = int_.from_bytes(_urandom(2), "big") & 0x3FFF
  return UUID(fields=(timestamp & 0xFFFFFFFF, timestamp >> 32 & 0xFFFF, timestamp >> 48 & 0x0FFF, clock_seq >> 8 & 0x3F, clock_seq & 0xFF,
                      getnode() if node is None else node), version=1)


def uuid3(namespace, name):
  """Of the MD5 of a name."""
  from hashlib import md5
  return UUID(bytes=md5(namespace.bytes + bytes(name, "utf-8")).digest()[:16], version=3)


def uuid4():
  """Random."""
  return UUID(bytes=_urandom(16), version=4)


def uuid5(namespace, name):
  """Of the SHA-1 of a name."""
  from hashlib import sha1
  return UUID(bytes=sha1(namespace.bytes + bytes(name, "utf-8")).digest()[:16], version=5)


NAMESPACE_DNS = UUID("6ba7b810-9dad-11d1-80b4-00c04fd430c8")
NAMESPACE_URL = UUID("6ba7b811-9dad-11d1-80b4-00c04fd430c8")
NAMESPACE_OID = UUID("6ba7b812-9dad-11d1-80b4-00c04fd430c8")
NAMESPACE_X500 = UUID("6ba7b814-9dad-11d1-80b4-00c04fd430c8")


def __getattr__(name):
  global SafeUUID
  if name != "SafeUUID":
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
  try:
    return SafeUUID
  except NameError:
    from enum import Enum
    SafeUUID = Enum("SafeUUID", {"safe": 0, "unsafe": -1, "unknown": None}, module=__name__)
    return SafeUUID
