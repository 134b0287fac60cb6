# Subclasses of str.
class MyStr(str):
  def upper(self): return "UP"
  def __str__(self): return "text"


s = MyStr("abc")
print(s, s.upper(), s + "d", type(s + "d"), type(s[:]), type(str(s)), f"{s}", f"{s:>5}", "%s" % s, s.join(["x", "y"]), len(s), s == "abc", {"abc": 1}[s])
