# Offsets of pack_into() and unpack_from(): from the end, outside, no numbers, too large.
import struct

buffer = bytearray(8)
struct.pack_into("<h", buffer, -2, 258)
print(buffer, struct.unpack_from("<h", buffer, 6), struct.unpack_from("<h", buffer, -2))
for offset in (7, -1, -9, 100, "x", 1.5, 1 << 70, -1 << 70):
  for action in (lambda: struct.pack_into("<h", buffer, offset, 1), lambda: struct.unpack_from("<h", buffer, offset)):
    try:
      print(action())
    except Exception as error:
      print(offset, type(error).__name__, error)
