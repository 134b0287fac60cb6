# __getattr__, __getattribute__, __setattr__, __delattr__ and __dir__.
class Lazy:
  def __init__(self): self.real = 1
  def __getattr__(self, name):
    if name.startswith("x_"): return name.upper()
    raise AttributeError(f"no {name} here")
  def __setattr__(self, name, value):
    print("set", name)
    super().__setattr__(name, value)
  def __delattr__(self, name):
    print("del", name)
    object.__delattr__(self, name)
  def __dir__(self): return ["b", "a"]
l = Lazy()
print(l.real, l.x_y, hasattr(l, "zz"), getattr(l, "zz", "default"), dir(l))
try:
  l.zz
except AttributeError as error:
  print(error)
del l.real
class All:
  def __getattribute__(self, name):
    if name == "secret": raise AttributeError(name)
    return f"<{name}>"
  def __getattr__(self, name): return "fallback " + name
print(All().anything, All().secret)
