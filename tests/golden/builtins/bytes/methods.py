# bytes: construction, indexing, methods.
b = b"hello world"
print(bytes(3), bytes([1, 2, 255]), bytes("é", "utf-8"), bytes(b"x"), bytes(range(3)), b[0], b[-1], b[1:3], list(b[:3]), len(b), b"ell" in b, 104 in b)
print(b.upper(), b.title(), b.find(b"o"), b.rfind(b"o"), b.find(111), b.count(b"l"), b.replace(b"l", b"L", 2), b.split(), b.split(b"o"), b" x ".strip(), b"-".join([b"a", b"b"]), b.partition(b" "), b.startswith(b"he"), b.endswith((b"x", b"ld")))
print(b.hex(), b.hex(" ", 2), bytes.fromhex("de ad BE ef"), b"a" + b"b", b"ab" * 2, b"a" < b"b", b"a" == "a", b"%d %s" % (5, b"x"), b"ab".center(6, b"*"), b"a\tb".expandtabs(4), b"5".zfill(3), b"abc".translate(None, b"b"), b"a1".isalnum(), b"abc"[::-1], b"a\nb".splitlines(), repr(b"'\"\x00\n\x7f"), hash(b"a") == hash(b"a"))
for f in (lambda: bytes([256]), lambda: bytes("a"), lambda: bytes(-1), lambda: b"a" + "b", lambda: b"a".find("a"), lambda: b"a"[5], lambda: bytes.fromhex("abc"), lambda: bytes.fromhex("zz"), lambda: b"".join(["a"]), lambda: b"a".index(b"b"), lambda: bytes(1.5), lambda: "a" in b"a"):
  try: f()
  except Exception as e: print(type(e).__name__, e)
