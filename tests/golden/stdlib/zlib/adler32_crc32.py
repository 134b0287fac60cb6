# Ordinary use, mistakes and corners of zlib: adler32, crc32, decompressobj, compressobj.
import zlib

def err(f, *a, **k):
    try:
        r = f(*a, **k)
        print("ok", type(r).__name__ if " at 0x" in repr(r) else r)
    except Exception as e:
        print(type(e).__name__, str(e).partition(" at 0x")[0])

d = b'The quick brown fox ' * 50; c = zlib.compress(d)
print(zlib.crc32(d), zlib.adler32(d), len(c) < 100, zlib.decompress(c) == d, zlib.crc32(b'world', zlib.crc32(b'hello ')) == zlib.crc32(b'hello world'), zlib.adler32(bytearray(b'x')), zlib.crc32(memoryview(b'ab')[1:]))
o = zlib.compressobj(level=9, wbits=-15); z = b''.join([o.compress(d[i:i + 100]) for i in range(0, len(d), 100)]) + o.flush(); i = zlib.decompressobj(-15); out = b''.join(i.decompress(z[k:k + 7]) for k in range(0, len(z), 7)) + i.flush(); print(out == d, i.eof, i.unused_data, i.unconsumed_tail)
i = zlib.decompressobj(); print(len(i.decompress(c, 10)), len(i.unconsumed_tail) > 0, i.eof, len(i.decompress(i.unconsumed_tail, 100)), len(i.flush()) + 110 == len(d), i.eof); i = zlib.decompressobj(); print(i.decompress(c + b'extra') == d, i.unused_data, i.decompress(b'more'), i.unused_data)
for f, a, k in [(zlib.decompress, (b'xx',), {}), (zlib.decompress, (c[:-1],), {}), (zlib.decompress, (c,), {'wbits': 31}), (zlib.decompress, (c,), {'wbits': 99}), (zlib.decompress, ('s',), {}), (zlib.decompress, (), {}), (zlib.compress, (5,), {}), (zlib.compress, (b'', 11), {}), (zlib.crc32, ('s',), {}), (zlib.crc32, (b'', 'x'), {}), (zlib.adler32, (5,), {}), (zlib.compressobj, ('x',), {}), (zlib.compressobj, (), {'level': 20}), (zlib.compressobj, (), {'wbits': 3}), (zlib.decompressobj, (), {'wbits': 3}), (zlib.decompressobj, ('x',), {}), (zlib.decompressobj().decompress, (b'bad data',), {}), (zlib.decompressobj().decompress, (b'', -1), {}), (zlib.decompressobj().flush, (-1,), {}), (zlib.decompressobj().flush, ('x',), {}), (zlib.compressobj().compress, ('s',), {}), (zlib.compressobj().flush, (99,), {}), (zlib.decompressobj().decompress, (), {}), (zlib.crc32, (), {})]: err(f, *a, **k)
g = zlib.compress(d, wbits=31); print(g[:2] == b'\x1f\x8b', zlib.decompress(g, wbits=47) == d, zlib.decompress(g, zlib.MAX_WBITS | 16) == d); import gzip, io; print(gzip.decompress(g) == d, gzip.decompress(gzip.compress(b'a') + gzip.compress(b'b')), gzip.GzipFile(fileobj=io.BytesIO(g)).read(9)); err(gzip.decompress, b'junk'); err(gzip.decompress, g[:-4]); err(gzip.decompress, b'')
