# Positional-only, ordinary, keyword-only, star and double-star parameters.
def f(a, b=2, /, c=3, *args, d, e=5, **kw):
  return a, b, c, args, d, e, kw
print(f(1, d=4))
print(f(1, 2, 3, 4, 5, d=6, z=7))
print(f(1, d=0, a="a goes to kw", b="b too"))
print(f(*range(5), **{"d": 1, "x y": 2}))
print(f(*[1], *(2, 3), d=1, **{"p": 1}, **{"q": 2}))
