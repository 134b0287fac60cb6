# hash() of views: that of their bytes, unless what they view may still change or holds other items than bytes.
import array

writable = bytearray(b"abc")
for view in [
    memoryview(b"abc"),
    memoryview(b"abc")[1:],
    memoryview(b"abc")[::-1],
    memoryview(writable),
    memoryview(writable).toreadonly(),
    memoryview(memoryview(writable).toreadonly()),
    memoryview(array.array("B", [1])).toreadonly(),
    memoryview(b"abcd").cast("H"),
]:
    try:
        print(hash(view) == hash(bytes(view)))
    except Exception as error:
        print(type(error).__name__, error)
