# strip, removeprefix, center, ljust, rjust, zfill, expandtabs.
print(["  a ".strip(), "  a ".lstrip(), "  a ".rstrip(), "xxaxbxx".strip("x"), "abcba".strip("ab"), "aab".lstrip("a"), "\t\n a\u3000".strip(), "".strip()])
print(["abc".removeprefix("ab"), "abc".removeprefix("x"), "abc".removesuffix("bc"), "abc".removesuffix("")])
print(["ab".center(7), "ab".center(6, "*"), "abc".center(6, "*"), "ab".ljust(5, "."), "ab".rjust(5, "."), "abc".center(2), "42".zfill(5), "-42".zfill(5), "+4".zfill(4), "abc".zfill(2), "a\tb\tccccccccc\td".expandtabs(), "a\tb".expandtabs(2), "a\tb".expandtabs(0)])
for f in (lambda: "a".center(5, "xy"), lambda: "a".center("5"), lambda: "a".strip(1), lambda: "a".zfill()):
  try: f()
  except Exception as e: print(type(e).__name__, e)
