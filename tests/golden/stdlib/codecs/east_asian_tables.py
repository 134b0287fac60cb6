# Every character of the East Asian encodings, both ways, as digests; and the first errors of each.
import hashlib

NAMES = "gb2312 gbk gb18030 big5 cp950 euc_kr cp949 johab shift_jis cp932 euc_jp".split()
BASIC_PLANE = "".join(chr(c) for c in range(0x10000) if not 0xD800 <= c < 0xE000)


def digest(text):
    data = text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass")
    return hashlib.sha256(data).hexdigest()[:16]


def decoded(name, prefixes):
    """All bytes behind each prefix, in rows; what is no character shows as U+FFFD."""
    rows = (b"".join(prefix + bytes([b]) + b"\n\n" for b in range(256)) for prefix in prefixes)
    return digest("".join(row.decode(name, "replace") for row in rows))


for name in NAMES:
    single = decoded(name, [b""])
    double = decoded(name, [bytes([a]) for a in range(0x80, 256)])
    triple = decoded(name, [bytes([0x8F, a]) for a in range(0xA1, 0xFF)])
    encoded = digest(BASIC_PLANE.encode(name, "replace"))
    print(f"{name:10}", single, double, triple, encoded)

print("".join(map(chr, range(0xFFF0, 0x10010))).encode("gb18030", "backslashreplace"))
print("\U00010000😀\U0010ffff".encode("gb18030"), b"\x90\x30\x81\x30\xe3\x32\x9a\x35".decode("gb18030") == "\U00010000\U0010ffff")
print("뷁똠".encode("euc_kr"), "뷁똠".encode("euc_kr").decode("euc_kr"), "뷁똠".encode("cp949"))
