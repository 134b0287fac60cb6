# Arguments, subscripts, targets and operators are evaluated from left to right.
def v(name, value=0):
  print(name, end=" ")
  return value
def f(*args, **kw): return len(args) + len(kw)
f(v("a"), *[v("b")], k=v("c"), **{"d": v("d")})
print()
[v("x", [0])][v("i")][v("j")] = v("value")
print()
v("l", 1) + v("r", 2) * v("s", 3)
print()
{v("k1"): v("v1"), v("k2"): v("v2")}
print()
v("p", 1) < v("q", 0) < v("never")
print()
print([v("then") if v("cond", 1) else v("else")])
