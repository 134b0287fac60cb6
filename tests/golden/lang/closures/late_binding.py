# Closures see the variable, not the value it had when they were made.
late = [lambda: i for i in range(3)]
early = [lambda i=i: i for i in range(3)]
print([f() for f in late], [f() for f in early])
def outer():
  fs = []
  for x in "abc":
    def f():
      return x
    fs.append(f)
  x = "changed"
  return [f() for f in fs]
print(outer())
