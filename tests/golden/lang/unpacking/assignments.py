# Unpacking of every shape, and its errors.
a, b = b, a = 1, 2
print(a, b)
(x, [y, z]), *w = (1, "ab"), 3, 4
print(x, y, z, w)
*h, t = "hello"
print(h, t)
f, *m, l = range(2)
print(f, m, l)
[p] = [[1]]
print(p, [*range(3), *"ab"], (*[1], 2), {*[1, 1]}, {**{"a": 1}, "b": 2, **{"a": 3}})
x = y = z = []
y.append(1)
print(x, z)
for f in (lambda: [a for a, b in [(1,)]], lambda: [a for a, b in [(1, 2, 3)]], lambda: [a for a, b in [5]]):
  try: f()
  except (ValueError, TypeError) as e: print(e)
try: a, b, *c = [1]
except ValueError as e: print(e)
try: a, *b, c = ()
except ValueError as e: print(e)
try: a, b = "abc"
except ValueError as e: print(e)
i, l = 0, [10, 20]
i, l[i] = 1, 99
print(i, l)
d = {}
d["a"], d["b"] = 1, 2
print(d)
