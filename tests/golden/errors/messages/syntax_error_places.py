# str() of a SyntaxError shows the last part of the file's name, even when that is empty, and a line that is an integer.
for file in ("folder/file.py", "folder/", "", None, b"file"):
  for line in (3, "3", None):
    print(repr(file), repr(line), "->", SyntaxError("message", (file, line, 1, "text")))
