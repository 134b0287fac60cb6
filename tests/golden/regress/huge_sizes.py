# Sizes that cannot be: an error, not a crash.
for f in (lambda: "a" * 2 ** 63, lambda: [1] * 2 ** 62, lambda: b"a" * 2 ** 64, lambda: "a".center(2 ** 63), lambda: range(2 ** 70)[2 ** 69], lambda: "a".replace("a", "b", 2 ** 100), lambda: [1, 2, 3][2 ** 80:], lambda: "abc"[-2 ** 70:2 ** 70], lambda: [1][2 ** 70], lambda: (1,) * -2 ** 70, lambda: "%*d" % (2 ** 40, 1), lambda: f"{1:{2 ** 70}}", lambda: bytes(2 ** 63), lambda: [0].insert(2 ** 70, 1)):
  try: print(f())
  except (OverflowError, MemoryError, IndexError, ValueError) as e: print(type(e).__name__, e)
