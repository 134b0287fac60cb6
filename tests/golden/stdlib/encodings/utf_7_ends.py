# UTF-7 that ends within a shift sequence, or leaves one too early; handlers of errors that it does not know.
for data in (b"+", b"+A", b"+AO", b"+AOk", b"+AOkA", b"+2A", b"+2AA", b"+2ADcAA", b"a+", b"+-", b"+\xff", b"+A\xff", b"+A-", b"+AOk-x", b"+2AA-", b"+AOl-", b"\xff"):
  for errors in ("strict", "replace", "ignore", "surrogateescape", "surrogatepass"):
    try:
      print(data, errors, ascii(data.decode("utf-7", errors)))
    except UnicodeDecodeError as error:
      print(data, errors, error)
