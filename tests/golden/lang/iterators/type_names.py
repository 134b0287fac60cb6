# What iterators of the built-in types are called.
for value in ('abc', 'é', '', 'a\u1234', b'', bytearray(), [], (), {}, {}.keys(), {}.values(), {}.items(), set(), range(3), range(10**30),
              memoryview(b'a'), frozenset()):
    print(type(value).__name__, type(iter(value)).__name__)
