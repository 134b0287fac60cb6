# compress() and decompress(); what is no gzip file.
import gzip

data = b"payload " * 50
packed = gzip.compress(data, mtime=0)
print(len(packed), packed[:10], gzip.decompress(packed) == data, gzip.compress(data, 1, mtime=9)[:10])
print(gzip.decompress(packed + packed + b"\0\0") == data * 2, gzip.decompress(b""))
for bad in (b"not gzip", packed[:-4], packed[:20], packed[:-8] + b"12345678", b"\x1f\x8b\x07" + packed[3:], packed[:5]):
  try:
    print(gzip.decompress(bad))
  except (OSError, EOFError) as e:
    print(type(e).__name__, e)
for mode in ("rtb", "rw", "q"):
  try:
    gzip.open("x", mode)
  except (ValueError, FileNotFoundError) as e:
    print(type(e).__name__, e)
