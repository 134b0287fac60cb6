# Decorators apply from the inside out, with arguments evaluated from the outside in.
def tag(name):
  print("make", name)
  def apply(f):
    print("apply", name, "to", f.__name__)
    def wrapper(*args):
      return f"<{name}>{f(*args)}</{name}>"
    wrapper.__name__ = f.__name__ + "+" + name
    return wrapper
  return apply
@tag("b")
@tag("i")
def hello(who):
  return "hi " + who
print(hello("ann"), hello.__name__)
@(lambda cls: (setattr(cls, "added", 1), cls)[1])
class C:
  pass
print(C.added)
registry = {}
@registry.setdefault("key", lambda f: f)
def kept(): return "kept"
print(kept())
