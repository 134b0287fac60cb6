# A BytesIO takes bytes, neither text nor numbers.
import array
import io

for value in ("text", "", 5, 0, [1, 2], [1, "a"], None, bytearray(b"ab"), memoryview(b"cdef")[1:], array.array("h", [1, 2])):
    try:
        print(io.BytesIO(value).getvalue())
    except TypeError as error:
        print(error)
    stream = io.BytesIO(b"x")
    try:
        print(stream.write(value), stream.getvalue())
    except TypeError as error:
        print(error)
