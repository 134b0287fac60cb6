# find, rfind, index, rindex, count, startswith, endswith, in.
s = "abcabcabc"
print(s.find("c"), s.find("c", 3), s.find("c", 3, 5), s.rfind("c"), s.rfind("c", 0, 8), s.index("b"), s.rindex("b"), s.count("abc"), s.count("abc", 1), s.count(""), s.find(""), s.rfind(""), s.find("z"), "".find(""), s.find("a", -3), s.find("", 20))
print(s.startswith("ab"), s.startswith(("x", "a")), s.startswith("b", 1), s.endswith("bc"), s.endswith("b", 0, -1), s.startswith(""), s.endswith(("c",)), "bca" in s, "" in s, "z" not in s)
for f in (lambda: s.index("z"), lambda: s.rindex("z"), lambda: s.find(1), lambda: 1 in s, lambda: s.startswith(1), lambda: s.startswith([1]), lambda: s.count()):
  try: f()
  except Exception as e: print(type(e).__name__, e)
