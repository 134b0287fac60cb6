# Ordinary use, mistakes and corners of uuid: getnode, fromhex, SafeUUID, version.
import uuid

def err(f, *a, **k):
    try:
        r = f(*a, **k)
        print("ok", type(r).__name__ if " at 0x" in repr(r) else r)
    except Exception as e:
        print(type(e).__name__, str(e).partition(" at 0x")[0])

print(uuid.getnode() == uuid.getnode(), 0 < uuid.getnode() < 1 << 48, uuid.bytes_.fromhex('00 ff'), uuid.bytes_(3), uuid.SafeUUID.safe, repr(uuid.SafeUUID.unsafe), list(uuid.SafeUUID), uuid.SafeUUID(0).name, uuid.SafeUUID['unknown'].value); err(uuid.SafeUUID, 5); err(uuid.getnode, 1); err(uuid.bytes_.fromhex, 'zz'); err(uuid.bytes_.fromhex, 'abc'); err(uuid.bytes_.fromhex, 5); err(uuid.bytes_.fromhex); err(lambda: uuid.SafeUUID['zz'])
for u in (uuid.UUID('a8098c1a-f86e-11da-bd1a-00112444be1e'), uuid.UUID('6fa459ea-ee8a-3ca4-894e-db77e160355e'), uuid.UUID(int=0), uuid.UUID('16fd2706-8baf-433b-82eb-8c7fada847da'), uuid.UUID(int=(1 << 128) - 1)): print(u, u.version, u.variant, u.is_safe, u.bytes.lower() == u.bytes, u.bytes.removesuffix(u.bytes[-1:]).hex(), u.hex.islower(), u.time, u.node, u.clock_seq, u.fields, u.bytes_le.hex())
b = uuid.UUID(int=5).bytes; print(b.removesuffix(b'\x05') == bytes(15), b.removeprefix(b'\0'), b.lower(), b.upper(), b.fromhex('41')); err(b.removesuffix, 'x'); err(b.removesuffix); err(b.lower, 1); err(b.removeprefix, 5); err(uuid.UUID, version=4); err(uuid.UUID, int=1, version=0); err(uuid.UUID, int=1, version=6); print(uuid.UUID(int=1, version=1).version, uuid.UUID(int=1 << 127, version=5)); err(uuid.UUID, 'not-a-uuid'); err(uuid.UUID, '{%s}x' % uuid.UUID(int=1)); err(uuid.UUID, bytes=b'x' * 17); err(uuid.UUID, fields=range(6), int=2); err(setattr, uuid.UUID(int=1), 'version', 4); err(lambda: uuid.UUID(int=1).foo)
print(uuid.uuid5(uuid.NAMESPACE_URL, 'https://example.com/a'), uuid.uuid3(uuid.NAMESPACE_OID, '1.2.3'), uuid.uuid5(uuid.NAMESPACE_X500, 'cn').version, uuid.uuid1(0x010203040506, 99).hex[16:], len(str(uuid.uuid4())), uuid.uuid4().bytes[6] >> 4, uuid.uuid4().bytes[8] >> 6, sorted([uuid.UUID(int=9), uuid.UUID(int=1)])[0], uuid.UUID(int=1) <= uuid.UUID(int=1), uuid.UUID(int=1) != 'x', uuid.UUID(int=7).int.__class__, {uuid.UUID(int=1): 'v'}[uuid.UUID(int=1)]); err(uuid.uuid5, 'x', 'y'); err(uuid.uuid3, uuid.NAMESPACE_DNS, None); err(uuid.uuid1, 'x')
