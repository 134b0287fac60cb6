# Attributes of a proxy are those of its object, until that dies.
import gc, weakref

class Thing:
  kind = "class"
  def __init__(self): self.x = 1
  def twice(self): return 2 * self.x
  @property
  def half(self): return self.x / 2
  @half.setter
  def half(self, value): self.x = 2 * value
  def __call__(self, *args): return args
  def __getattr__(self, name): return "missing " + name if name != "__nothing__" else object.__getattribute__(self, name)

class Plain: pass

thing, plain = Thing(), Plain()
proxy, plain_proxy = weakref.proxy(thing), weakref.proxy(plain)
proxy.x = 5
print(proxy.x, thing.x, proxy.twice(), proxy.half, proxy.kind, proxy.other, proxy(1, 2))
proxy.half = 10
del proxy.x
print(thing.__dict__, proxy.x, proxy.__class__, isinstance(proxy, Thing), type(proxy).__name__, type(plain_proxy).__name__)
for use in (lambda: plain_proxy.nothing, lambda: delattr(plain_proxy, "nothing"), lambda: hash(plain_proxy)):
  try: use()
  except Exception as error: print(type(error).__name__, error)
plain_proxy.name = "plain"
print(sorted(vars(plain_proxy)), "name" in dir(plain_proxy), repr(plain_proxy).startswith("<weakproxy at 0x"))
told = weakref.proxy(plain, lambda dead: print("dead", type(dead).__name__))
del plain
gc.collect()
for use in (lambda: told.x, lambda: setattr(told, "x", 1), lambda: delattr(told, "x"), lambda: str(told)):
  try: use()
  except ReferenceError as error: print(error)
try: weakref.ProxyType()
except TypeError as error: print(error)
