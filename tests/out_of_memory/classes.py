# Classes with properties, slots, metaclasses, descriptors and multiple inheritance.
class Meta(type):
  def __new__(meta, name, bases, namespace, **options):
    return super().__new__(meta, name, bases, namespace)


class Field:
  def __set_name__(self, owner, name):
    self.name = "_" + name

  def __get__(self, instance, owner):
    return self if instance is None else getattr(instance, self.name)

  def __set__(self, instance, value):
    setattr(instance, self.name, value)


class Base(metaclass=Meta):
  field = Field()

  def __init__(self, value):
    self.field = value

  @property
  def double(self):
    return self.field * 2

  def __repr__(self):
    return f"{type(self).__name__}({self.field!r})"

  def __eq__(self, other):
    return isinstance(other, Base) and self.field == other.field

  def __hash__(self):
    return hash(self.field)


class Left(Base):
  __slots__ = ("a", "b")


class Right(Base):
  def __getattr__(self, name):
    return name.upper()


class Both(Left, Right):
  pass


items = [Both(n) for n in range(30)]
print(items[3].double, items[4].missing, len(set(items)), items[5] == Both(5), Both.__mro__)
for number in range(60):
  setattr(items[0], f"attribute{number}", number)
print(len(vars(items[0])))
