# Ordinary use, mistakes and corners of binascii: b2a_base64, Error, crc32.
import binascii as b

def err(f, *a, **k):
    try:
        r = f(*a, **k)
        print("ok", type(r).__name__ if " at 0x" in repr(r) else r)
    except Exception as e:
        print(type(e).__name__, str(e).partition(" at 0x")[0])

print(b.crc32(b'goodbye'), b.crc32(b'lo', b.crc32(b'hel')), b.crc32(b''), b.crc_hqx(b'abc', 0))
print(b.b2a_base64(b'hello world'), b.b2a_base64(b'x', newline=False), b.a2b_base64(b'aGVsbG8='), b.a2b_base64('aGV\nsbG8='), b.a2b_base64(b'aG!Vs'), b.a2b_base64('YQ'[:0]))
for bad in (b'a', b'aGVsb', b'aGVsbG8', 'YQ', b'=', b'a=', b'====', 'é', 5, None):
    err(b.a2b_base64, bad)
for bad in (b'YQ==\n', b'YQ==x', b'Y=Q=', b'=YQ=', b'YQ=', b'YQ', b'Y!Q==', b'YWJj=', b'====', b'a', b''):
    err(b.a2b_base64, bad, strict_mode=True)
print(b.hexlify(b'\x01\xab'), b.hexlify(b'\x01\xab\xff', '-'), b.hexlify(b'abcdef', b':', 2), b.b2a_hex(b'abcde', '_', -2), b.unhexlify('01aB'), b.a2b_hex(b'ff'))
err(b.unhexlify, 'abc')
err(b.unhexlify, 'zz')
err(b.unhexlify, 'é1')
err(b.unhexlify, 5)
err(b.unhexlify, '0 ')
err(b.unhexlify)
err(b.hexlify, 'text')
err(b.hexlify, b'ab', '--')
err(b.hexlify, b'ab', 5)
err(b.hexlify, b'ab', 'é')
err(b.hexlify, b'ab', ':', 'x')
print(b.hexlify(b'ab', ':', 0))
print(b.b2a_qp(b'caf\xe9 = x \n tab\t\nlong ' + b'y' * 80), b.b2a_qp(b'a b_c', header=True), b.b2a_qp(b' a\t', quotetabs=True), b.b2a_qp(b'x\r\ny\n', istext=False), b.b2a_qp(b'.\n'))
print(b.a2b_qp(b'caf=E9=\n x=3D=zz'), b.a2b_qp('a_b', header=True), b.a2b_qp(b'=3d'), b.a2b_qp('x='))
err(b.b2a_qp, 'text')
err(b.a2b_qp, 'é')
err(b.a2b_qp, 5)
print(b.b2a_uu(b'goodbye'), b.a2b_uu(b'%:&5L;&\\\n'), b.b2a_uu(b'', backtick=True), b.b2a_uu(b'\0\0', backtick=True))
err(b.b2a_uu, b'x' * 46)
err(b.a2b_uu, b'\x7f')
err(b.a2b_uu, b'!a"zzz{')
err(b.crc32, 'x'); print(b.Error('m'), repr(b.Error('m', 1)), b.b2a_base64(bytes(range(60))), b.b2a_base64(b''), b.b2a_base64(memoryview(b'ab'))); err(b.b2a_base64, b'x', bogus=1); err(b.b2a_base64, b'x', newline='no'); err(b.crc32, b'x', 1.5)
err(b.crc32, b'x', 'y')
err(b.crc32)
print(b.crc32(b'x', -1), b.crc32(b'x', 1 << 40), b.crc32(memoryview(b'xy')[::1]))
err(b.crc_hqx, b'x')
err(b.b2a_base64, 'text')
err(b.b2a_base64, b'x', False)
err(b.b2a_base64)
print(b.Error.__mro__[1], b.Incomplete.__mro__[1])
