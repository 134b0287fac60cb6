# A byte order mark, CRLF line ends, form feeds.
if True:
  print("crlf")
x = """a
b"""
print(repr(x))
