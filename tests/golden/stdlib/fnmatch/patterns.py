# Which names match which patterns, and the regular expressions of patterns.
import fnmatch

names = ["", "a", "abc", "axc", "ax", "dx", "x", "b", "]", "a.b", "a-b", "-", "^x", "[", "foo.py", ".py"]
for pattern in ["*", "*.py", "a?c", "[abc]x", "[!abc]x", "[a-c]", "[]x]", "[z-a]", "[a-", "[!]a]", "a**b", "*a*b*", "[a-c-e]", "[--0]", "[^x]",
                "a.b", "[[]", "[a&&b]", "x[!]", "?*?"]:
  print(pattern, fnmatch.translate(pattern), [name for name in names if fnmatch.fnmatch(name, pattern)])
print(fnmatch.filter(["a.py", "b.txt", ".c.py"], "*.py"), fnmatch.fnmatchcase("A", "a"), fnmatch.filter([b"a", b"b"], b"[a]"))
