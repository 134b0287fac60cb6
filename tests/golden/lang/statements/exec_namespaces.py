# exec and eval with their own namespaces.
x = 10


def f():
  x = 20
  print(eval("x"), eval("x", {"x": 30}), eval("x + y", {"x": 1}, {"y": 2}))
  exec("x = 99")
  print(x)


class Missing(dict):
  def __missing__(self, key): return "no " + key


class Mapping:
  def __init__(self): self.items = {}
  def __getitem__(self, key): print("get", key); return self.items[key]
  def __setitem__(self, key, value): print("set", key); self.items[key] = value
  def __delitem__(self, key): print("del", key); del self.items[key]


f()
exec("x = 11")
print(x, eval("foo", {}, Missing()))
exec("a = 1\nb = a\ndel a\nprint(b)", {}, Mapping())
namespace = {}
exec("def g(n):\n  return 1 if n < 2 else n * g(n - 1)", namespace)
print(namespace["g"](5), sorted(namespace))
try:
  exec("len('a')", {"__builtins__": {}})
except NameError as error:
  print(error)
