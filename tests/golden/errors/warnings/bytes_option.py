# Option -b warns where bytes become text by str() and where they are compared with text or, bytes alone, with integers.
import warnings

warnings.simplefilter("always")
data, mutable = b"a", bytearray(b"a")
with warnings.catch_warnings(record=True) as caught:
  print(str(data), f"{mutable}", "%s" % data, str(data, "ascii"), repr(data), [data], f"{data!r}")
  print(data == "a", "a" != mutable, data == 97, mutable == 97, data == mutable, data in ["a"], data == 1.0)
for warning in caught:
  print(warning.category.__name__, warning.message, warning.lineno)
