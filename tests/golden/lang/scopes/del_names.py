# del removes names, items, slices and attributes.
a, b, c = 1, [0, 1, 2, 3, 4, 5], {"k": 1, "l": 2}
del b[0], b[-1], b[1:3]
del c["k"]
print(b, c)
class O: pass
o = O()
o.x = 1
del o.x
print(hasattr(o, "x"))
del a
for action in ("a", "c['zz']", "o.x", "b[10]"):
  try:
    if action == "a": a
    elif action.startswith("c"): del c["zz"]
    elif action.startswith("o"): del o.x
    else: del b[10]
  except Exception as error:
    print(type(error).__name__, error)
x, (y, z) = 1, (2, 3)
del x, (y, z)
print("y" in globals())
def f():
  v = 1
  del v
  try:
    v
  except UnboundLocalError as error:
    print(error)
f()
