# split, rsplit, splitlines, partition, rpartition, join.
print(" a b  c ".split(), " a b  c ".split(" "), "a,b,c".split(",", 1), "a,b,c".rsplit(",", 1), "".split(), "".split(","), "abc".split("z"), "a  b c".split(None, 1), "a  b c ".rsplit(None, 1), "aXXbXXc".split("XX"))
print("a\nb\r\nc\rd".splitlines(), "a\nb\n".splitlines(True), "".splitlines(), "\n".splitlines(), "a\x0bb\x0cc\x1cd\u2028e".splitlines())
print("k=v=w".partition("="), "k=v=w".rpartition("="), "kv".partition("="), "kv".rpartition("="))
print(",".join("abc"), "".join([]), "-".join(["one"]), ", ".join({"a": 1, "b": 2}), "x".join(str(i) for i in range(3)))
for f in (lambda: "a".split(""), lambda: "a".partition(""), lambda: ",".join([1]), lambda: ",".join(["a", None]), lambda: ",".join(5), lambda: "a".split(1)):
  try: f()
  except Exception as e: print(type(e).__name__, e)
