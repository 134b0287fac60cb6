# Identifiers of all kinds, from all that they can be made of.
import copy
import pickle
import uuid
from uuid import UUID

one = UUID("12345678-1234-5678-1234-567812345678")
print(one, repr(one), one.hex, one.int, one.bytes, one.bytes_le, one.fields, one.urn, one.variant, one.version, one.time, one.time_low, one.time_mid, one.time_hi_version, one.clock_seq,
      one.clock_seq_hi_variant, one.clock_seq_low, one.node, one.is_safe)
for made in (UUID("{12345678-1234-5678-1234-567812345678}"), UUID("urn:uuid:12345678123456781234567812345678"), UUID(bytes=one.bytes), UUID(bytes_le=one.bytes_le), UUID(fields=one.fields), UUID(int=one.int),
             UUID(hex=one.hex, version=4), UUID(int=0)):
  print(made, made == one, made.version, made.variant)
print(uuid.uuid3(uuid.NAMESPACE_DNS, "example.com"), uuid.uuid5(uuid.NAMESPACE_URL, "http://example.com/ä"), uuid.NAMESPACE_OID, uuid.NAMESPACE_X500, uuid.RFC_4122, uuid.RESERVED_NCS)
four, first = uuid.uuid4(), uuid.uuid1(node=0x123456789abc, clock_seq=77)
print(four.version, four.variant, len({uuid.uuid4() for _ in range(50)}), first.version, first.node == 0x123456789abc, first.clock_seq, first < uuid.uuid1(node=0x123456789abc, clock_seq=77) or True)
print(sorted([UUID(int=5), UUID(int=1)]), UUID(int=1) < UUID(int=2), hash(one) == hash(UUID(int=one.int)), int(one) == one.int, pickle.loads(pickle.dumps(one)) == one, copy.deepcopy(one) == one,
      isinstance(uuid.getnode(), int), uuid.SafeUUID.unknown, [kind.name for kind in uuid.SafeUUID])
for wrong in (lambda: UUID("x"), lambda: UUID(), lambda: UUID(bytes=b"1"), lambda: UUID(int=-1), lambda: UUID(int=1 << 128), lambda: UUID(fields=(1, 2)), lambda: UUID(hex=one.hex, int=1), lambda: UUID(int=1, version=9),
              lambda: setattr(one, "int", 5), lambda: one < 5, lambda: UUID(bytes_le=b""), lambda: UUID(fields=(1 << 32, 0, 0, 0, 0, 0)), lambda: UUID(5), lambda: UUID("1234567812345678123456781234567g")):
  try:
    print(wrong())
  except Exception as error:
    print(type(error).__name__, error)
