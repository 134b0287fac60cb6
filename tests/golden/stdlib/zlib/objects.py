# compressobj() and decompressobj(): piece by piece, flushing, limits, dictionaries, copies.
import copy
import zlib

c = zlib.compressobj(9)
out = b"".join(c.compress(b"line %d\n" % i) for i in range(200)) + c.flush()
d = zlib.decompressobj()
back = b"".join(d.decompress(out[i:i + 7]) for i in range(0, len(out), 7)) + d.flush()
print(len(out), len(back), back[:14], d.eof, d.unused_data, d.unconsumed_tail)
d = zlib.decompressobj()
print(d.decompress(out, 10), len(d.unconsumed_tail) > 0, d.eof)
print(d.decompress(d.unconsumed_tail, 5), d.flush()[-8:], d.eof)
d = zlib.decompressobj()
print(len(d.decompress(out + b"trailing")), d.unused_data, d.decompress(b"more"), d.unused_data)
c = zlib.compressobj()
part = c.compress(b"abc") + c.flush(zlib.Z_SYNC_FLUSH)
print(zlib.decompressobj().decompress(part))
other = c.copy()
print(zlib.decompress(part + c.compress(b"def") + c.flush()), zlib.decompress(part + other.compress(b"xyz") + other.flush()), type(copy.copy(zlib.decompressobj())))
c = zlib.compressobj(zdict=b"hello world")
packed = c.compress(b"hello world hello") + c.flush()
print(len(packed), zlib.decompressobj(zdict=b"hello world").decompress(packed))
c = zlib.compressobj(level=6, method=zlib.DEFLATED, wbits=-15, memLevel=8, strategy=zlib.Z_HUFFMAN_ONLY)
print(zlib.decompress(c.compress(b"aaaa") + c.flush(), -15), zlib.compressobj().flush(0))
