# Proxies behave as their object: attributes, operators, containers, calls, isinstance().
import weakref


class Thing:
  def __init__(self, value):
    self.value = value

  def method(self):
    return self.value

  def __len__(self):
    return 3

  def __getitem__(self, key):
    return key * 2

  def __add__(self, other):
    return self.value + other

  def __radd__(self, other):
    return other - self.value

  def __eq__(self, other):
    return self.value == getattr(other, "value", other)

  def __str__(self):
    return "a thing"

  def __iter__(self):
    return iter([1, 2])

  def __contains__(self, item):
    return item == 1

  def __bool__(self):
    return False


class Callable(Thing):
  def __call__(self, argument):
    return argument


thing = Thing(5)
proxy = weakref.proxy(thing)
print(proxy.value, proxy.method(), len(proxy), proxy[4], proxy + 1, 10 + proxy, proxy == thing, proxy == 5, str(proxy), list(proxy), 1 in proxy)
print(bool(proxy), isinstance(proxy, Thing), proxy.__class__ is Thing, type(proxy).__name__)
proxy.value = 6
proxy.other = 1
del proxy.other
print(thing.value, hasattr(thing, "other"))
called = Callable(1)
print(weakref.proxy(called)(9), type(weakref.proxy(called)).__name__, [cls.__name__ for cls in weakref.ProxyTypes])
for fail in (lambda: hash(proxy), lambda: proxy.none, lambda: weakref.proxy(3), lambda: weakref.ProxyType()):
  try:
    fail()
  except (TypeError, AttributeError) as error:
    print(type(error).__name__)
