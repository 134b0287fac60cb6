# Ordinary use, mistakes and corners of binascii: a2b_hex, b2a_qp, a2b_qp.
import binascii as b

def err(f, *a, **k):
    try:
        r = f(*a, **k)
        print("ok", type(r).__name__ if " at 0x" in repr(r) else r)
    except Exception as e:
        print(type(e).__name__, str(e).partition(" at 0x")[0])

for x in (b'', b'00ff', '00FF', b'Ab', bytearray(b'0a'), memoryview(b'10')): print(b.a2b_hex(x), b.unhexlify(x))
for x in ('0', 'abc', 'gg', '0x', 'é0', 5, None, [1], b'\xff\xff', '  '): err(b.a2b_hex, x)
err(b.a2b_hex); err(b.a2b_hex, '00', '11'); err(b.a2b_hex, hexstr=1); err(b.a2b_hex, hexstr='00')
for t in (b'plain', b'a=b', b'caf\xc3\xa9', b'tab\there', b'trail \n', b'trail\t', b'.\n', b'line1\r\nline2\n', b'x' * 80, b'\x00\x7f\x80', b'_under score', b'?', b'a' * 75 + b'=', b'-' * 76, b' ', b'\r', b'end\r'):
    q = b.b2a_qp(t); print(q, b.a2b_qp(q) == t, b.b2a_qp(t, quotetabs=True), b.b2a_qp(t, istext=False), b.b2a_qp(t, header=True))
for t in (b'=41=42', b'=\n', b'a=\r\nb', b'=4', b'=', b'=zz', b'==', b'=3D=3d', b'a_b', b'abc=20\n', b'=E9', b'=\tx', b'x= \ny'): print(t, b.a2b_qp(t), b.a2b_qp(t, header=True))
err(b.b2a_qp, 'x'); err(b.b2a_qp); err(b.b2a_qp, b'x', 1, 2, 3, 4); err(b.b2a_qp, b'x', bogus=1); err(b.a2b_qp, 5); err(b.a2b_qp, 'é'); err(b.a2b_qp); err(b.a2b_qp, b'x', header='yes'); err(b.a2b_qp, data=b'=41'); err(b.b2a_qp, data=b'=', quotetabs=0, istext=1, header=0)
