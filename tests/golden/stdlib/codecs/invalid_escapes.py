# What is no escape stays as it is, with a warning that names the first one.
import codecs
import warnings

with warnings.catch_warnings(record=True) as caught:
  warnings.simplefilter("always")
  print(rb"a\q\w".decode("unicode_escape"))
  for data in (rb"\q", rb"\400", rb"\777\z", rb"fine\n", rb"\x41"):
    print(ascii(codecs.escape_decode(data)), ascii(codecs.unicode_escape_decode(data)))
  for warning in caught:
    print(warning.category.__name__, warning.message)
