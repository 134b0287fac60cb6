"""Objects as bytes and back. Never load data that you do not trust: a pickle can run any code.

>>> loads(dumps({"a": [1, 2.5, None]}))
{'a': [1, 2.5, None]}
"""
from _pickle import (PickleBuffer, PickleError, Pickler, PicklingError, Unpickler, UnpicklingError, dump, dumps, load,
                     loads)

# The names of the implementation in the language, where there are two.
_dump, _dumps, _load, _loads, _Pickler, _Unpickler = dump, dumps, load, loads, Pickler, Unpickler

HIGHEST_PROTOCOL = 5
DEFAULT_PROTOCOL = 4
format_version = "4.0"
compatible_formats = ["1.0", "1.1", "1.2", "1.3", "2.0", "3.0", "4.0", "5.0"]
bytes_types = (bytes, bytearray)

# The opcodes: what pickletools of other implementations and hand-written pickles use.
_OPCODES = {
  "MARK": b"(", "STOP": b".", "POP": b"0", "POP_MARK": b"1", "DUP": b"2", "FLOAT": b"F", "INT": b"I", "BININT": b"J",
  "BININT1": b"K", "LONG": b"L", "BININT2": b"M", "NONE": b"N", "PERSID": b"P", "BINPERSID": b"Q", "REDUCE": b"R",
  "STRING": b"S", "BINSTRING": b"T", "SHORT_BINSTRING": b"U", "UNICODE": b"V", "BINUNICODE": b"X", "APPEND": b"a",
  "BUILD": b"b", "GLOBAL": b"c", "DICT": b"d", "EMPTY_DICT": b"}", "APPENDS": b"e", "GET": b"g", "BINGET": b"h",
  "INST": b"i", "LONG_BINGET": b"j", "LIST": b"l", "EMPTY_LIST": b"]", "OBJ": b"o", "PUT": b"p", "BINPUT": b"q",
  "LONG_BINPUT": b"r", "SETITEM": b"s", "TUPLE": b"t", "EMPTY_TUPLE": b")", "SETITEMS": b"u", "BINFLOAT": b"G",
  "TRUE": b"I01\n", "FALSE": b"I00\n", "PROTO": b"\x80", "NEWOBJ": b"\x81", "EXT1": b"\x82", "EXT2": b"\x83",
  "EXT4": b"\x84", "TUPLE1": b"\x85", "TUPLE2": b"\x86", "TUPLE3": b"\x87", "NEWTRUE": b"\x88", "NEWFALSE": b"\x89",
  "LONG1": b"\x8a", "LONG4": b"\x8b", "BINBYTES": b"B", "SHORT_BINBYTES": b"C", "SHORT_BINUNICODE": b"\x8c",
  "BINUNICODE8": b"\x8d", "BINBYTES8": b"\x8e", "EMPTY_SET": b"\x8f", "ADDITEMS": b"\x90", "FROZENSET": b"\x91",
  "NEWOBJ_EX": b"\x92", "STACK_GLOBAL": b"\x93", "MEMOIZE": b"\x94", "FRAME": b"\x95", "BYTEARRAY8": b"\x96",
  "NEXT_BUFFER": b"\x97", "READONLY_BUFFER": b"\x98",
}
globals().update(_OPCODES)

__all__ = ["PickleBuffer", "PickleError", "PicklingError", "UnpicklingError", "Pickler", "Unpickler", "dump", "dumps",
           "load", "loads", "HIGHEST_PROTOCOL", "DEFAULT_PROTOCOL", *_OPCODES]


def encode_long(x):
  """Two's complement, little-endian, as few bytes as possible."""
  if x == 0:
    return b""
  return x.to_bytes((x + (x < 0)).bit_length() // 8 + 1, "little", signed=True)


def decode_long(data):
  """What encode_long() made."""
  return int.from_bytes(data, "little", signed=True)


def whichmodule(obj, name):
  """The name of the module that an object is in."""
  import sys
  module_name = getattr(obj, "__module__", None)
  if module_name is not None:
    return module_name
  for module_name, module in sys.modules.copy().items():
    if module_name in ("__main__", "__mp_main__") or module is None:
      continue
    try:
      found = module
      for part in name.split("."):
        found = getattr(found, part)
    except AttributeError:
      continue
    if found is obj:
      return module_name
  return "__main__"


if __name__ == "__main__":
  import _command_lines
  _command_lines.pickle()
