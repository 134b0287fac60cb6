# repr() of a bytearray escapes every single quote, also between double quotes; that of bytes does not.
for data in (b"it's", b'say "it\'s"', b'"', b"'", b'\\'):
    print(repr(data), repr(bytearray(data)))
