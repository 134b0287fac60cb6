# replace, translate, maketrans, multiplication, concatenation.
print("aaa".replace("a", "b"), "aaa".replace("a", "bb", 2), "abc".replace("", "-"), "abc".replace("b", ""), "".replace("", "x"), "aXbX".replace("X", "Y", 0), "abab".replace("ab", "a"))
print("hello".translate({ord("l"): "L", ord("h"): None, ord("o"): 48}), "abc".translate(str.maketrans("ab", "xy")), "abc".translate(str.maketrans("ab", "xy", "c")), str.maketrans({"a": 1, 98: "q"}))
print("ab" * 3, 2 * "x", "a" * 0, "a" * -1, "a" + "b", "abc"[1], "abc"[-1], "a" < "b" < "ba", min("hello"), sorted("hello"), list("ab"), "a" "b", len("héllo"), hash("a") == hash("a"))
for f in (lambda: "a" + 1, lambda: "a" * 1.5, lambda: "a"[3], lambda: "a" - "b", lambda: "abc".replace(1, 2), lambda: "a" % 1, lambda: str.maketrans("a", "bc"), lambda: 1 + "a"):
  try: f()
  except Exception as e: print(type(e).__name__, e)
s = "abc"
try: s[0] = "x"
except TypeError as e: print(e)
try: s.x = 1
except AttributeError as e: print(e)
