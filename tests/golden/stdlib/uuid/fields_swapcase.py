# Ordinary use, mistakes and corners of uuid: fields, swapcase, rindex, istitle.
import uuid

def err(f, *a, **k):
    try:
        r = f(*a, **k)
        print("ok", type(r).__name__ if " at 0x" in repr(r) else r)
    except Exception as e:
        print(type(e).__name__, str(e).partition(" at 0x")[0])

u = uuid.UUID('886313e1-3b8a-5372-9b90-0c9aee199e5d'); print(u.fields, len(u.fields), u.time_low == u.fields[0], u.time_mid, u.time_hi_version, u.clock_seq_hi_variant, u.clock_seq_low, u.node, u.time, u.clock_seq, hex(u.node))
print(uuid.UUID(fields=u.fields) == u, uuid.UUID(fields=(1, 2, 3, 4, 5, 6)), uuid.UUID(fields=[0] * 6), uuid.UUID(fields=u.fields, version=4).version)
for f in ((), (1,), (1, 2, 3, 4, 5), (1 << 32, 0, 0, 0, 0, 0), (0, 1 << 16, 0, 0, 0, 0), (0, 0, 1 << 16, 0, 0, 0), (0, 0, 0, 256, 0, 0), (0, 0, 0, 0, 256, 0), (0, 0, 0, 0, 0, 1 << 48), (-1, 0, 0, 0, 0, 0), ('a', 0, 0, 0, 0, 0), 5, 'abcdef', (1.5, 0, 0, 0, 0, 0)): err(uuid.UUID, fields=f)
b = u.bytes; print(b.swapcase(), b.rindex(b'\x9b'), b.istitle(), b.find(b'\x13'), b.hex(), b.count(b'\x0c'), b[0], b[-2:], b.islower(), b.title()[:3], b.index(0x13)); err(b.rindex, b'zz'); err(b.rindex, 'x'); err(b.rindex, 300); err(b.swapcase, 1); err(b.rindex); err(b.istitle, 1); err(b.rindex, b'a', 'x')
print(u.hex.upper(), u.int % 1000, str(u).split('-'), u.urn, u.variant, u.version, u.bytes_le.hex(), u == uuid.UUID(u.urn), uuid.UUID(hex=u.hex) == u, uuid.UUID(int=u.int) is u)
for a in ('', 'x' * 32, u.hex[:-1], u.hex + '0', '{' + u.hex, None, 5.5, b'x' * 32, u): err(uuid.UUID, a)
err(uuid.UUID, bytes='x' * 16); err(uuid.UUID, bytes=b''); err(uuid.UUID, int=1.5); err(uuid.UUID, int=-1); err(uuid.UUID, hex=u.hex, bytes=b); err(uuid.UUID, u.hex, version=6); err(uuid.UUID, u.hex, version='1'); err(u.__setattr__, 'x', 1); err(lambda: u + 1); err(lambda: u > 'x'); err(uuid.UUID, bogus=1)
print(uuid.uuid5(uuid.NAMESPACE_DNS, 'example.com'), uuid.uuid3(uuid.NAMESPACE_DNS, 'example.com'), uuid.uuid5(u, 'é'), uuid.uuid3(u, ''), max(u, uuid.UUID(int=0)) == u, [uuid.UUID(int=3), uuid.UUID(int=1)][1] < u, {u}, f'{u!r}', '%s' % u, len({uuid.uuid4() for _ in range(50)})); err(uuid.uuid5, None, 'x'); err(uuid.uuid5, u); err(uuid.uuid3, u, 5) ; err(uuid.uuid3, u, b'x')
t = uuid.uuid1(); print(t.version, t.variant, t.time > 0, 0 <= t.clock_seq < 1 << 14, uuid.uuid1(node=0x1234, clock_seq=5).fields[3:], uuid.uuid1() != uuid.uuid1(), uuid.SafeUUID(0), list(uuid.SafeUUID), [n for n in dir(uuid) if n.startswith('NAMESPACE')], uuid.RFC_4122, uuid.RESERVED_NCS); err(uuid.SafeUUID, 9)
