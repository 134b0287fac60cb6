# super() with and without arguments, in class methods, properties and nested functions.
class Base:
  def __init__(self): self.log = ["Base"]
  @classmethod
  def make(cls): return "made " + cls.__name__
  @property
  def size(self): return 1
class Sub(Base):
  def __init__(self):
    super().__init__()
    self.log.append("Sub")
  @classmethod
  def make(cls): return super().make() + "!"
  @property
  def size(self): return super().size + 1
  def nested(self):
    def inner():
      return super(Sub, self).size
    return inner()
  def klass(self): return __class__.__name__
class SubSub(Sub): pass
s = SubSub()
print(s.log, SubSub.make(), s.size, s.nested(), s.klass())
print(super(Sub, s).size)
try:
  super().missing
except RuntimeError as error:
  print(error)
class Bad(Base):
  def f(self): return super().nothing
try:
  Bad().f()
except AttributeError as error:
  print(error)
