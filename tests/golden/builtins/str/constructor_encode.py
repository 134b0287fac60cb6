# str() of everything; encode and decode with error handlers.
print(str(), str(5), str(None), str([1, "a"]), str(b"ab", "utf-8"), str(object=1.5), str(b"a"), repr("é"), ascii("é"))
print("é€😀".encode(), "é".encode("latin-1"), "aé".encode("ascii", "ignore"), "aé".encode("ascii", "replace"), "é".encode("ascii", "xmlcharrefreplace"), "é".encode("ascii", "backslashreplace"), "a".encode("utf-16-le"))
print(b"\xc3\xa9".decode(), b"\xff\xfea".decode("utf-8", "replace"), b"\xffa".decode("utf-8", "ignore"), b"\xff".decode("latin-1"), b"\xff".decode("utf-8", "backslashreplace"))
for f in (lambda: "é".encode("ascii"), lambda: b"\xff".decode(), lambda: b"\xc3".decode(), lambda: "a".encode("nope"), lambda: str(b"a", "ascii", "x", 1), lambda: str(5, "utf-8")):
  try: f()
  except Exception as e: print(type(e).__name__, e)
