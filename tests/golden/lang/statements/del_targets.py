# del of names, items, slices, attributes, nested targets.
x = [1, 2, 3, 4]
del x[0], x[-1]
print(x)
x = [1, 2, 3, 4]
del x[::2]
print(x)
a = b = c = 1
del a, (b, [c])
print("a" in globals(), "c" in globals())


class Holder:
  def __delitem__(self, key): print("item", key)
  def __delattr__(self, name): print("attribute", name)


h = Holder()
del h[1:2], h.name, h["a", ...]
for i in range(3): del i
for statement in ("del missing", "del x[9]", "del {}['a']", "del i", "del h.a.b"):
  try:
    exec(statement)
  except Exception as error:
    print(statement, "->", type(error).__name__, error)
