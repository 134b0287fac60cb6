# Ordinary use, mistakes and corners of codecs: namereplace_errors, Codec, register_error, encode.
import codecs, io

def err(f, *a, **k):
    try:
        r = f(*a, **k)
        print("ok", type(r).__name__ if " at 0x" in repr(r) else r)
    except Exception as e:
        print(type(e).__name__, str(e).partition(" at 0x")[0])

for text in ('é', '\u20ac\U0001F600', 'a\x00é', '\ud800'):
    for h in ('namereplace', 'backslashreplace', 'xmlcharrefreplace', 'replace', 'ignore', 'surrogateescape', 'surrogatepass', 'strict'):
        err(text.encode, 'ascii', h)
def handler(e): return (e.object[e.start:e.end].encode('utf-8').hex(), e.end) if isinstance(e, UnicodeEncodeError) else ('?', e.start + 1)
print(codecs.register_error('hexy', handler), 'aé€b'.encode('ascii', 'hexy'), b'a\xff\xfeb'.decode('utf-8', 'hexy'), codecs.lookup_error('hexy') is handler)
for bad in (lambda e: None, lambda e: (1, 2), lambda e: ('x',), lambda e: ('x', 99), lambda e: (b'x', e.end), lambda e: 1 / 0):
    codecs.register_error('bad', bad); err('é'.encode, 'ascii', 'bad'); err(b'\xff'.decode, 'ascii', 'bad')
err(codecs.register_error, 5, handler); err(codecs.register_error, 'x'); err(codecs.register_error, 'x', None); err(codecs.lookup_error, 5); err(codecs.lookup_error, 'unknown-handler')
class C(codecs.Codec):
    def encode(self, s, errors='strict'): return s[::-1].encode(), len(s)
    def decode(self, b, errors='strict'): return bytes(b).decode()[::-1], len(b)
class W(C, codecs.StreamWriter): pass
class R(C, codecs.StreamReader): pass
codecs.register(lambda n: codecs.CodecInfo(C().encode, C().decode, R, W, name='rev') if n == 'rev' else None)
print('abc'.encode('rev'), b'xyz'.decode('rev'), codecs.getwriter('rev')(b := io.BytesIO()).write('hello'), b.getvalue(), codecs.getreader('rev')(io.BytesIO(b'123')).read())
err(codecs.getincrementaldecoder, 'rev'); err(codecs.Codec().encode, 'a'); err(codecs.Codec().decode, b'a'); err(codecs.Codec().encode)
srw = codecs.StreamReaderWriter(io.BytesIO('l1é\nl2\r\nl3'.encode()), codecs.getreader('utf-8'), codecs.getwriter('utf-8'), 'strict'); print(repr(srw.readline()), repr(srw.readline(1)), repr(srw.readline()), repr(srw.readline()), srw.tell(), srw.seek(0), srw.read(3), srw.reset(), srw.seek(0, 2), srw.writelines(['z']), srw.getvalue()[-1:]); err(srw.readline, 'x')
with codecs.open('/tmp/coil_codecs_t', 'w', 'utf-16') as f: f.write('hé\n'); print(f.encoding, f.mode if hasattr(f, 'mode') else '')
with codecs.open('/tmp/coil_codecs_t', encoding='utf-16') as f: print(f.read(), f.closed)
with codecs.open('/tmp/coil_codecs_t', 'rb') as f: print(f.read())
import os; os.unlink('/tmp/coil_codecs_t'); err(codecs.open, '/no', 'r', 'nope'); err(codecs.open, '/no', 'q')
print(codecs.utf_8_decode(b'\xc3', 'strict', False), codecs.utf_8_encode('é'), codecs.ascii_encode('a'), codecs.latin_1_decode(b'\xe9'), codecs.unicode_escape_decode('\\u00e9'), codecs.raw_unicode_escape_encode('é€'), codecs.charmap_decode(b'ab', 'strict', {97: 'X', 98: None} if 0 else {97: 'X', 98: 'Y'}), codecs.utf_16_le_encode('a'), codecs.backslashreplace_errors(UnicodeTranslateError('é', 0, 1, 'r')), codecs.namereplace_errors(UnicodeEncodeError('x', '\x00é', 0, 2, 'r')))
