# An AttributeError that comes out of a property or a hook learns which attribute was asked for, unless it knows.
import types

class Example:
  only_set = property(None, lambda self, value: None)
  @property
  def plain(self): raise AttributeError("plain")
  @property
  def told(self): raise AttributeError("told", name="own", obj=5)
  @property
  def nested(self): return self.plain
  @property
  def deep(self): return [getattr(self, "missing") for _ in range(1)]

class Hooked(Example):
  def __getattr__(self, name): raise AttributeError(f"no {name}")

example = Example()
for read in (lambda: Hooked().plain, lambda: Hooked().absent, lambda: example.plain, lambda: example.told, lambda: example.nested, lambda: example.deep, lambda: example.only_set, lambda: example.absent,
             lambda: getattr(example, "plain"), lambda: Example.plain.__get__(example)):
  for _ in range(2):
    try: read()
    except AttributeError as e: print(e, e.name, type(e.obj).__name__)

module = types.ModuleType("module")
print(repr(module))
module.__loader__ = "loader"
print(repr(module))
class Module(types.ModuleType):
  def __getattr__(self, name): return "made " + name
print(repr(Module("odd")))
