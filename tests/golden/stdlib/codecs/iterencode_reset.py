# Ordinary use, mistakes and corners of codecs: iterencode, reset, decode, lookup.
import codecs, io

def err(f, *a, **k):
    try:
        r = f(*a, **k)
        print("ok", type(r).__name__ if " at 0x" in repr(r) else r)
    except Exception as e:
        print(type(e).__name__, str(e).partition(" at 0x")[0])

print(list(codecs.iterencode(['a', 'é', ''], 'utf-16')), b''.join(codecs.iterencode('héllo', 'latin-1')), list(codecs.iterencode([], 'utf-8')), list(codecs.iterencode(['é'], 'ascii', 'replace')), list(codecs.iterdecode([b'\xe2', b'\x82', b'\xac', b'x'], 'utf-8')), list(codecs.iterdecode([b'\xff'], 'utf-8', 'replace')), type(codecs.iterencode([], 'utf-8')).__name__)
err(list, codecs.iterencode(['é'], 'ascii')); err(list, codecs.iterencode(['a'], 'nope')); err(list, codecs.iterdecode([b'\xe2'], 'utf-8')); err(list, codecs.iterdecode(['x'], 'utf-8')); err(codecs.iterencode); err(list, codecs.iterencode(5, 'utf-8'))
b = io.BytesIO(); w = codecs.getwriter('utf-16')(b); w.write('a'); w.write('b'); print(b.getvalue(), w.reset()); w.write('c'); print(b.getvalue(), w.errors, w.seek(0), b.tell()); z = codecs.getwriter('ascii')(io.BytesIO(), 'xmlcharrefreplace'); z.writelines(['é', 'x']); print(z.getvalue()); err(codecs.getwriter('ascii')(io.BytesIO()).write, 'é'); err(codecs.getwriter, 'zz'); err(w.writelines, 5)
print(codecs.decode(b'abc'), codecs.decode(b'\xe9', 'latin-1'), codecs.decode('uryyb', 'rot13'), codecs.decode(b'616263', 'hex_codec'), codecs.decode(b'\xff', errors='replace'), codecs.decode(b'YWJj', 'base64'), codecs.decode('a\\tb', 'unicode_escape'), codecs.decode(bytearray(b'x')), codecs.decode(memoryview(b'y'), 'ascii')); err(codecs.decode, b'\xff'); err(codecs.decode, b'x', 'nope'); err(codecs.decode); err(codecs.decode, b'x', 5); err(codecs.decode, b'z', 'hex'); err(codecs.decode, b'a', 'utf-8', 'badhandler'); err(codecs.decode, b'x', encoding=None)
for n in ('utf8', 'U8', 'latin-1', 'L1', 'ASCII', '646', 'utf_32_be', 'cp1252', 'hex', 'rot_13', 'punycode', 'idna', 'UTF-8-SIG', 'iso8859_15', 'koi8-r', 'mac-roman'): print(n, codecs.lookup(n).name, end='; ')
print(); err(codecs.lookup, 'nope'); err(codecs.lookup, ''); err(codecs.lookup, 'a\0b'); err(codecs.lookup, None); c = codecs.lookup('utf-8'); print(len(c), c[0]('é'), c.encode('a'), c.decode(b'a'), c.streamreader.__name__, c.incrementaldecoder().decode(b'\xc3', False) == '', c._is_text_encoding, codecs.lookup('hex')._is_text_encoding, 'é'.encode('cp1252'), 'ß'.encode('punycode'), 'bücher.de'.encode('idna'), b'xn--bcher-kva.de'.decode('idna'), '\ufeffx'.encode('utf-8-sig'), b'\xef\xbb\xbfx'.decode('utf-8-sig')); err('\u20ac'.encode, 'latin-1'); err(b'\x81'.decode, 'cp1252'); err('x'.encode, 'hex'); err(b'\xd8\x00'.decode, 'utf-16-be'); err(b'abc'.decode, 'utf-32'); err('a'.encode, 'utf-8', 5); err('a..b'.encode, 'idna')
