# Every function: hexadecimal, base64, uuencode, quoted-printable, checksums.
import binascii as b

print(b.hexlify(b"abc"), b.hexlify(b"abcdef", ":"), b.hexlify(b"abcdef", b":", 2), b.hexlify(b"abcde", "-", -2), b.b2a_hex(b"\xff"), b.unhexlify("6162"), b.a2b_hex(b"FFfe"))
print(b.b2a_base64(b"abc"), b.b2a_base64(b"ab", newline=False), b.a2b_base64("YWJj"), b.a2b_base64(b"YW\nJj=="), b.a2b_base64(b"YWJj", strict_mode=True))
print(b.b2a_uu(b"hello"), b.b2a_uu(b"a\0b", backtick=True), b.a2b_uu(b"%:&5L;&\\\n"), b.a2b_uu(b"#86)C"))
print(b.a2b_qp(b"a=3Db=\nc=20\n_"), b.a2b_qp(b"a_b", header=True), b.b2a_qp(b"a=b\xff \nx y_z"), b.b2a_qp(b"a b_c\t\n.", quotetabs=True), b.b2a_qp(b"a b_c\n", header=True),
      b.b2a_qp(b"a\nb\r\nc", istext=False), b.b2a_qp(b"x" * 100), b.b2a_qp(b"x" * 74 + b"= y  "), b.b2a_qp(b"a\r\nb c \r\n"))
print(b.crc32(b"abc"), b.crc32(b"c", b.crc32(b"ab")), b.crc32(b"abc", 2 ** 40 + 5), b.crc_hqx(b"123456789", 0))
for f, *args in ((b.unhexlify, "abc"), (b.unhexlify, "zz"), (b.unhexlify, "é1"), (b.unhexlify, 1), (b.hexlify, b"a", "::"), (b.hexlify, "text"), (b.a2b_base64, b"a"), (b.a2b_base64, b"ab"), (b.a2b_base64, "é"),
                 (b.b2a_uu, b"x" * 46), (b.a2b_uu, b"!!~"), (b.a2b_uu, b"#86)C86)C"), (b.crc32, "x")):
  try:
    print(f(*args))
  except (ValueError, TypeError) as e:
    print(type(e).__module__, type(e).__name__, e)
for text in (b"Y$Q==", b"YQ==\n", b"=YQ=", b"YW=Jj", b"YQ==YQ=="):
  try:
    print(b.a2b_base64(text, strict_mode=True))
  except b.Error as e:
    print(text, e)
print(b.Error.__mro__[1], b.Incomplete.__mro__[1])
