# What goes wrong with streams.
import zlib

def attempt(f):
  try:
    print(f())
  except (zlib.error, TypeError, ValueError, OverflowError) as e:
    print(type(e).__module__, type(e).__name__, e)

packed = zlib.compress(b"some data")
attempt(lambda: zlib.decompress(b"garbage"))
attempt(lambda: zlib.decompress(packed[:-3]))
attempt(lambda: zlib.decompress(packed[:-1] + b"x"))
attempt(lambda: zlib.decompress(b""))
attempt(lambda: zlib.decompress(packed + b"rest"))
attempt(lambda: zlib.decompress("text"))
attempt(lambda: zlib.compress("text"))
attempt(lambda: zlib.compress(b"x", 10))
attempt(lambda: zlib.compress(b"x", wbits=99))
attempt(lambda: zlib.decompress(b"x", wbits=99))
attempt(lambda: zlib.decompress(b"x", bufsize=-1))
attempt(lambda: zlib.compressobj(wbits=99))
attempt(lambda: zlib.decompressobj(wbits=99))
attempt(lambda: zlib.decompressobj(zdict=5))
attempt(lambda: zlib.decompressobj().decompress(packed, -1))
attempt(lambda: zlib.decompressobj().flush(0))
attempt(lambda: zlib.decompressobj().decompress(b"garbage"))
attempt(lambda: zlib.crc32("x"))
print(zlib.error.__mro__[1], zlib.MAX_WBITS, zlib.DEFLATED, zlib.DEF_MEM_LEVEL, zlib.DEF_BUF_SIZE, zlib.Z_BEST_COMPRESSION, zlib.Z_FINISH)
