# Packing and unpacking of every format.
import struct

print(struct.pack("<bBhHiIlLqQ", -1, 255, -2, 65535, -3, 2**32 - 1, -4, 2**32 - 1, -5, 2**64 - 1), struct.calcsize("bhiq"), struct.calcsize("<bhiq"), struct.calcsize("@b0i"))
print(struct.pack(">efd", 1.5, 2.5, -0.1), struct.unpack("<e", b"\x00\x7c"), struct.pack("<?c3s3p", True, b"x", b"abcd", b"ab"), struct.unpack("<?c3s3p", b"\x01xabc\x02ab"))
print(struct.pack("4x2B", 1, 2), struct.unpack("=3h", struct.pack("=3h", 1, 2, 3)), struct.unpack("n", struct.pack("n", -7)), struct.unpack("!I", b"\0\0\1\0"))
packer = struct.Struct("<HI")
print(packer.size, packer.format, packer.pack(1, 2), packer.unpack(b"\1\0\2\0\0\0"), list(packer.iter_unpack(bytes(12))), packer.unpack_from(b"xx\1\0\2\0\0\0", 2))
buffer = bytearray(10)
packer.pack_into(buffer, 3, 258, 1)
print(buffer, list(struct.iter_unpack("<H", b"\1\0\2\0")), struct.unpack_from("<H", buffer, offset=3))
for call, arguments in ((struct.pack, ("B", 256)), (struct.pack, ("b", "a")), (struct.pack, ("i",)), (struct.unpack, ("i", b"abc")), (struct.pack, ("z", 1)), (struct.pack, ("3s", "abc")), (struct.pack, ("c", b"ab")),
                        (struct.unpack_from, ("i", b"abc")), (packer.pack_into, (buffer, 8, 1, 2)), (struct.iter_unpack, ("i", b"abcde")), (struct.pack, ("<f", 1e40)), (struct.pack, ("Q", -1)), (struct.calcsize, ("<n",)), (struct.pack, ("H", 1.5))):
  try:
    print(call(*arguments))
  except (struct.error, OverflowError, TypeError) as error:
    print(type(error).__name__, error)
