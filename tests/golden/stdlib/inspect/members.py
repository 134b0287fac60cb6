# getmembers_static, classify_class_attrs, getcallargs, getclosurevars, getcomments, getclasstree.
import inspect


# One comment.
# Another comment.
def function(a, b=2, *args, c, d=4, **kwargs):
  return a + outside + len(args)


outside = 1


class Base:
  data = 1

  def method(self):
    pass

  @staticmethod
  def static():
    pass

  @classmethod
  def make(cls):
    pass

  @property
  def broken(self):
    raise ValueError


class Derived(Base):
  pass


def outer():
  captured = 5

  def inner():
    return captured + outside + len([]) + unknown
  return inner


print(sorted(inspect.getcallargs(function, 1, c=3).items()), sorted(inspect.getcallargs(function, 1, 2, 3, c=4, z=5).items()))
print([name for name, _ in inspect.getmembers_static(Base()) if not name.startswith("__")])
print([(entry.name, entry.kind, entry.defining_class.__name__) for entry in inspect.classify_class_attrs(Derived) if not entry.name.startswith("__")])
names = inspect.getclosurevars(outer())
print(names.nonlocals, names.globals, sorted(names.builtins), names.unbound)
print(inspect.getcomments(function), inspect.indentsize("\t x"), inspect.getclasstree([Base, Derived]))
