# compress() and decompress() in the three formats; the checksums.
import zlib

data = b"The quick brown fox jumps over the lazy dog. " * 40
for level in (-1, 0, 1, 9):
  packed = zlib.compress(data, level)
  print(level, len(packed), zlib.crc32(packed), zlib.decompress(packed) == data)
for wbits in (15, -15, 31, 9, -9, 25):
  packed = zlib.compress(data, wbits=wbits)
  print(wbits, packed[:4], len(packed), zlib.decompress(packed, wbits=wbits) == data)
print(zlib.decompress(zlib.compress(data, wbits=31), 47) == data, zlib.decompress(zlib.compress(b""), bufsize=1))
print(zlib.crc32(b"abc"), zlib.crc32(b"c", zlib.crc32(b"ab")), zlib.adler32(b"abc"), zlib.adler32(b"c", zlib.adler32(b"ab")), zlib.crc32(b"x", -1), zlib.crc32(b""))
print(zlib.decompress(zlib.compress(bytearray(b"mutable"))), zlib.compress(memoryview(b"view")) == zlib.compress(b"view"))
big = bytes(range(256)) * 4000
print(zlib.decompress(zlib.compress(big)) == big)
