# Ordinary use, mistakes and corners of base64: b32decode, b64decode, encode, b85decode.
import base64, io

def err(f, *a, **k):
    try:
        r = f(*a, **k)
        print("ok", type(r).__name__ if " at 0x" in repr(r) else r)
    except Exception as e:
        print(type(e).__name__, str(e).partition(" at 0x")[0])

d = bytes(range(3, 256, 11))
print(base64.standard_b64encode(d), base64.urlsafe_b64encode(d), base64.b64encode(d, altchars=b'-_') == base64.urlsafe_b64encode(d), base64.standard_b64decode(base64.standard_b64encode(d)) == d)
print(base64.b32hexencode(b'hello'), base64.b32hexdecode(b'D1IMOR3F'), base64.b32hexdecode('d1imor3f', casefold=True), base64.b16decode('48656C'), base64.b16decode(b'48656c', True), base64.b32encode(b'a'), base64.b32decode('ME======'))
print(base64.b85encode(d), base64.b85decode(base64.b85encode(d)) == d, base64.a85encode(b'hello', adobe=True), base64.a85decode('<~BOu!rDZ~>', adobe=True), base64.a85encode(b'\0' * 4 + b'    ', foldspaces=True), base64.a85encode(d, wrapcol=20), base64.a85decode(b'zy', foldspaces=True))
for f, bad in [(base64.b32hexdecode, b'd1imor3f'), (base64.b32hexdecode, b'ZZ'), (base64.b16decode, b'4'), (base64.b16decode, 'ab'), (base64.b16decode, 'é'), (base64.b16decode, 5), (base64.b32decode, 'ME=='), (base64.b32decode, 'M1======'), (base64.b32decode, 'A======='), (base64.b32decode, 5), (base64.b64decode, 'abc'), (base64.b64decode, 'é'), (base64.b64decode, 5), (base64.b85decode, 'a\x7f'), (base64.b85decode, b'~~~~~'), (base64.a85decode, b'{'), (base64.a85decode, b'zzaz'), (base64.a85decode, b's8W-"'), (base64.standard_b64encode, 'text'), (base64.b32hexencode, 'text'), (base64.b32hexencode, None), (base64.b85encode, 'x'), (base64.a85encode, 'x'), (base64.urlsafe_b64decode, 'é'), (base64.b16encode, 'x'), (base64.encodebytes, 'x'), (base64.decodebytes, 'x'), (base64.b64encode, 5)]:
    print(f.__name__, end=' '); err(f, bad)
err(base64.b64decode, b'YW=J', validate=True)
err(base64.b64decode, b'YW\nJj', validate=True)
err(base64.b64decode, b'YWJj', b'abc')
err(base64.b64encode, b'x', b'abc')
err(base64.b64encode, b'x', 'ab')
err(base64.a85decode, b'abc', adobe=True)
err(base64.b32decode, b'AA', map01='xy')
err(base64.b64decode)
src, out = io.BytesIO(b'x' * 100), io.BytesIO()
print(base64.encode(src, out), out.getvalue())
out.seek(0); back = io.BytesIO(); base64.decode(out, back); print(back.getvalue() == b'x' * 100)
err(base64.encode, 5, out)
err(base64.encode, io.StringIO('x'), out)
err(base64.decode, io.BytesIO(b'a'), out)
print(base64.encodebytes(b'a' * 60), base64.decodebytes(b'YWJj\n'), base64.b64decode(' Y W J j '), base64.b64decode('YWJj\n!', validate=False), base64.b64decode(bytearray(b'YWJj')), base64.b64encode(memoryview(b'abc')), base64.b64decode(''), base64.b32encode(b''), base64.b16encode(b'\xff'))
import binascii
try: base64.b64decode('a')
except binascii.Error as e: print(repr(e), isinstance(e, ValueError))
