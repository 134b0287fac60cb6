# Error handlers called with too few, too many and wrong arguments.
import codecs

for name in ("strict", "ignore", "replace", "xmlcharrefreplace", "backslashreplace", "namereplace"):
  handler = getattr(codecs, name + "_errors")
  for arguments in ((), (None,), (1, 2), (ValueError("no error of encodings"),)):
    try:
      print(handler(*arguments))
    except Exception as error:
      print(name, type(error).__name__, error)
for arguments in ((), (None,), ("strict", 2), ("none",)):
  try:
    print(codecs.lookup_error(*arguments))
  except Exception as error:
    print(type(error).__name__, error)
