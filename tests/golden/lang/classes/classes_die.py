# Classes that nothing holds any more are collected, instances keep theirs.
import gc, weakref


def make(number):
  class Base:
    value = number
    def f(self): return self.value

  class Derived(Base):
    def f(self): return super().f() + 1

  return Derived


references, kept = [], []
for number in range(600):
  cls = make(number)
  instance = cls()
  instance.extra = number
  assert instance.f() == number + 1
  if number % 200 == 0: kept.append(instance)
  references.append(weakref.ref(cls))
del cls, instance
gc.collect()
alive = [reference for reference in references if reference() is not None]
print(len(alive) < 50, [(one.f(), one.extra, type(one).__mro__[1].__name__) for one in kept])
print(len([cls for cls in object.__subclasses__() if cls.__qualname__.startswith("make.")]) < 50)
kept[0].more = 1
print(kept[0].__dict__)
