# Strings and bytes: building, searching, splitting, formatting, codecs.
text = ""
for number in range(300):
  text += f"{number:>4}|{number!r}\u00e9\U0001f600"
print(len(text), text.count("9"), text.upper()[:20], text.encode()[:20], text.split("|")[7], text.replace("1", "one")[:30])
print("-".join(str(n) for n in range(50)), "%s %05d %r" % ("a", 42, "b"), "{:,} {name!r:>8}".format(1234567, name="x"), "abc".center(11, "*"))
data = bytes(range(256)) * 20
print(len(data.hex()), data.find(b"\x10\x11"), bytearray(data)[5:9], data.decode("latin-1").encode("utf-16")[:6], b",".join([b"a"] * 10))
print("stra\u00dfe".casefold(), "\u0130".lower(), "a\tb".expandtabs(), "x".join("yyy").partition("x"), "abc".translate({97: "A"}), ascii("\u00e9"))
