# Calls through super() in a loop: what they find changes with the receiver, the class behind the method, and the classes themselves.
class Base:
  def __init__(self, *args, **kwargs):
    self.log = [("Base", args, kwargs)]

  def name(self):
    return "base"

  @classmethod
  def make(cls):
    return f"{cls.__name__} by Base"

  @property
  def size(self):
    return 1


class Left(Base):
  def __init__(self, value, *, scale=1):
    super().__init__(value, scale=scale)
    self.log.append("Left")

  def name(self):
    return "left of " + super().name()

  @classmethod
  def make(cls):
    return super().make() + " and Left"

  @property
  def size(self):
    return super().size + 10


class Right(Base):
  def name(self):
    return "right of " + super().name()


class Both(Left, Right):
  def name(self):
    return "both of " + super().name()


for item in (Left(1), Both(2, scale=3), Left(4), Both(5)) * 2:
  print(item.name(), item.size, item.make(), item.log)

# A class in the middle changes while the call sites are warm.
Right.name = lambda self: "new right"
print(Both(1).name(), Left(1).name())
Base.name = lambda self: "new base"
del Right.name
print(Both(1).name(), Left(1).name())


# One function body, several classes.
def make_class(base, label):
  class Made(base):
    def name(self):
      return label + super().name()

  return Made


First = make_class(Base, "first of ")
Second = make_class(First, "second of ")
Third = make_class(Left, "third of ")
for _ in range(3):
  print([cls(0).name() for cls in (First, Second, Third)])


# Builtin methods, operators, attributes that are no functions, and what is missing.
class Words(dict):
  label = "words"

  def __setitem__(self, key, value):
    super().__setitem__(key.lower(), value)

  def get(self, key, default=None):
    return super().get(key.lower(), default)

  def update(self, *args, **kwargs):
    super().update(*args, **kwargs)
    return self

  def missing(self):
    return super().nothing()


class MoreWords(Words):
  call = staticmethod(lambda text: f"static {text}")
  label = "more"

  def labels(self):
    return super().label, self.label

  def __len__(self):
    return super().__len__() * 100


class StillMore(MoreWords):
  def labels(self):
    return super().call("yes"), *super().labels()


words = StillMore()
for key in ("A", "b", "C"):
  words[key] = key
print(words, words.get("A"), words.get("c"), words.get("x", 0), len(words), words.labels(), words.update(d=1))
for _ in range(2):
  try:
    words.missing()
  except AttributeError as error:
    print(error)


class Wrong(Base):
  def __init__(self):
    super().__init__(1, 2)
    super().name(1)


class Bare:
  def __init__(self, value):
    super().__init__(value)


for make in (Wrong, lambda: Bare(1)):
  try:
    make()
  except TypeError as error:
    print(error)


# The first parameter is a variable like any other; a shadowed super is not super.
class Odd(Left):
  def name(self, other=None):
    if other is not None:
      self = other
    return "odd " + super().name()

  def captured(self):
    return (lambda: self)() is self and super().name()

  def deleted(self):
    del self
    return super().name()

  def nested(self):
    return [super(Odd, self).name() for _ in range(2)]

  @staticmethod
  def static(thing):
    return super().name()


odd = Odd(0)
print(odd.name(), odd.name(Odd(1)), odd.captured(), odd.nested(), Odd.static(odd))
for call in (lambda: odd.name(3), odd.deleted, lambda: Odd.static(1)):
  try:
    call()
  except (TypeError, RuntimeError) as error:
    print(type(error).__name__, error)


class Shadowed(Left):
  def name(self):
    return super().name()


shadowed, base = Shadowed(0), Base(7)
print(shadowed.name())
original = super
super = lambda *args: base
print(shadowed.name(), shadowed.name())
super = original
print(shadowed.name())


class Meta(type):
  def __call__(cls, *args):
    made = super().__call__(*args)
    made.by = "Meta"
    return made

  def mro(cls):
    return super().mro()


class WithMeta(metaclass=Meta):
  pass


print(WithMeta().by, WithMeta.__mro__[-1])
