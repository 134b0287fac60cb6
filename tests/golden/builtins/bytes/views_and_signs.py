# Arguments that are almost bytes: views with gaps, text in %-formatting, separators of hex().
gaps = memoryview(b"abcdef")[::2]
for call in (lambda: b"abc".count(gaps), lambda: b"abc".find(gaps), lambda: bytearray(b"abc").startswith(gaps), lambda: b"abc".endswith(gaps),
             lambda: b"".join([gaps]), lambda: b"a" + gaps, lambda: b"%e" % {}, lambda: b"%.2f" % b"1", lambda: b"%g" % "x", lambda: b"%i" % "x",
             lambda: b"%d" % b"x", lambda: b"%u" % b"x", lambda: "%i" % "x", lambda: b"%x" % 1.5, lambda: b"%c" % 300, lambda: b"%s" % "text"):
    try:
        print(call())
    except (TypeError, BufferError, OverflowError) as error:
        print(type(error).__name__, error)
print(b"\xb9\x01\xef".hex("\0").encode(), b"\xb9\x01\xef".hex(b"\0", 2).encode(), b"\xb9\x01\xef".hex(":", 0), b"\xb9\x01\xef".hex("-", -2))


class Items:
    def __getitem__(self, index):
        if index > 2:
            raise IndexError
        return index


print(int.from_bytes(Items(), "big"), bytes(Items()))
array = bytearray(b"abc")
for key, value in ((slice("a"), "text"), (slice(None, None, 0), None), (0, "x")):
    try:
        array[key] = value
    except (TypeError, ValueError) as error:
        print(error)
