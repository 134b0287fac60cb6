# frombytes() takes bytes of any object whose items are bytes.
from array import array

numbers = array("i", [1])
for source in (b"\x02\0\0\0", bytearray(4), memoryview(b"\x03\0\0\0"), array("B", [4, 0, 0, 0]), memoryview(array("i", [5])).cast("B"), b""):
  numbers.frombytes(source)
print(numbers)
for wrong in (array("i", [1]), numbers, memoryview(array("i", [1])), memoryview(bytes(8))[::2], b"123", "text", None, 5):
  try:
    numbers.frombytes(wrong)
  except (TypeError, ValueError, BufferError) as error:
    print(type(error).__name__, error)
print(len(numbers))
