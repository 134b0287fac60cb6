# Proxies: what they forward, how they die, what can't be made of them.
import threading
import weakref


class Point:
  def __init__(self, x):
    self.x = x

  def __add__(self, other):
    return f"{self.x} + {other}"

  def __radd__(self, other):
    return f"{other} + {self.x}"

  def __len__(self):
    return 3

  def __getitem__(self, key):
    return key

  def __iter__(self):
    return iter("abc")

  def __contains__(self, item):
    return item == 1

  def __call__(self, *args):
    return args

  def __bool__(self):
    return False

  def __str__(self):
    return "a point"

  def __eq__(self, other):
    return isinstance(other, Point) and self.x == other.x


point = Point(5)
proxy = weakref.proxy(point)
print(type(proxy), proxy.x, proxy + 1, 1 + proxy, len(proxy), proxy["k"], list(proxy), 1 in proxy, proxy(1, 2), bool(proxy), str(proxy))
proxy.x = 6
print(point.x, proxy == point, isinstance(proxy, Point), proxy.__class__ is Point, weakref.getweakrefcount(point))
try:
  hash(proxy)
except TypeError as error:
  print(error)
del proxy.x
print(hasattr(proxy, "x"), type(weakref.proxy(threading.Lock())), weakref.ProxyTypes)
for cls in (weakref.ProxyType, weakref.CallableProxyType):
  for arguments in ((), (point,)):
    try:
      cls(*arguments)
    except TypeError as error:
      print(error)
try:
  class Mine(weakref.ProxyType):
    pass
except TypeError as error:
  print(error)
