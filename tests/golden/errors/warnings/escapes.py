# Escapes without a meaning are kept, and are deprecated: shown only when a filter asks for it.
import warnings

print("\d", b"\d", "\8", r"\d")
with warnings.catch_warnings(record=True) as caught:
  warnings.simplefilter("always")
  for source in ('"\\d"', 'b"\\d\\q"', '"""\n\\d"""', 'rb"\\d"', '"\\n\\t"', '"\\\u00e9"'):
    exec(source)
for warning in caught:
  print(warning.category.__name__, warning.message, warning.lineno)
