# __init_subclass__ and __class_getitem__.
class Plugin:
  registry = {}
  def __init_subclass__(cls, /, key=None, **kw):
    super().__init_subclass__(**kw)
    cls.registry[key or cls.__name__] = cls
  def __class_getitem__(cls, item): return f"{cls.__name__}[{item}]"
class A(Plugin): pass
class B(Plugin, key="bee"): pass
print({k: v.__name__ for k, v in Plugin.registry.items()}, A["x"], Plugin[1, 2])
try:
  class C(object, key=1): pass
except TypeError as error:
  print(error)
