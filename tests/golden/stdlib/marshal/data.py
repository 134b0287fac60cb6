"""marshal: plain data there and back in all versions, references, what is refused."""
import array
import io
import marshal

shared = ["s" * 300, (1, 2)]
values = [
    None, True, False, ..., StopIteration, 0, -1, 2**31, -2**40, 10**50, 2.5, -0.0, float("inf"), 1.5j, "", "text", "ä\u20ac", "x" * 400, b"abc",
    (), (1, (2, [3, {"a": {4}}])), tuple(range(300)), frozenset("x"), bytearray(b"bytes"), array.array("b", [1, 2]), [shared, shared],
]
for version in range(marshal.version + 1):
    print(version, all(repr(marshal.loads(marshal.dumps(value, version))) == repr(bytes(value) if isinstance(value, (bytearray, array.array)) else value) for value in values))
back = marshal.loads(marshal.dumps([shared, shared]))
print(back[0] is back[1], marshal.loads(marshal.dumps([shared, shared], 2))[0] is not back[1])
ring = [1]
ring.append(ring)
back = marshal.loads(marshal.dumps(ring))
print(back[1] is back, back[0])
# What CPython wrote.
for data in (b"[\x02\x00\x00\x00i\x01\x00\x00\x00\xda\x01a", b"{\xe9\x01\x00\x00\x00r\x00\x00\x00\x000", b"\xa9\x02\xfa\x02aar\x01\x00\x00\x00",
             b"l\x02\x00\x00\x00\x00\x00\x02\x00", b"f\x032.5", b"x\x011\x012", b"I\xff\xff\xff\xff\xff\xff\xff\xff"):
    print(marshal.loads(data))
file = io.BytesIO()
for value in values[:8]:
    marshal.dump(value, file)
file.seek(0)
print([marshal.load(file) for _ in range(8)])
for value in (object(), [lambda: 0], int):
    try:
        marshal.dumps(value)
    except ValueError as error:
        print(error)
for data in (b"", b"[", b"[\x01\x00\x00\x00", b"?", b"r\0\0\0\0", b"l\1\0\0\0\0\0", b"l\1\0\0\0\xff\xff", b"0", b"[\xff\xff\xff\xff", b"s\x05\0\0\0ab"):
    try:
        marshal.loads(data)
    except (ValueError, EOFError, TypeError) as error:
        print(type(error).__name__, error)
deep = []
for _ in range(10**5):
    deep = [deep]
try:
    marshal.dumps(deep)
except ValueError as error:
    print(error)


class Reader:
    def __init__(self, answer):
        self.answer = answer

    def read(self, count):
        return self.answer


try:
    marshal.load(Reader("text"))
except TypeError as error:
    print(error)
