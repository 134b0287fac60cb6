# classify_class_attrs() of descriptors of the program: what they give counts. What has no signature.
import inspect


class Five:
  def __get__(self, instance, owner=None):
    return 5


class Length:
  def __get__(self, instance, owner=None):
    return len


class Failing:
  def __get__(self, instance, owner=None):
    raise KeyError("no")


class Sample:
  five, length, failing, builtin, number = Five(), Length(), Failing(), len, 3
  __slots__ = ("slot",)

  def method(self):
    pass

  @property
  def shown(self):
    return 1

  @classmethod
  def made(cls):
    pass

  @staticmethod
  def free():
    pass


for attribute in inspect.classify_class_attrs(Sample):
  if not attribute.name.startswith("__") or attribute.name in ("__class__", "__hash__", "__new__", "__init_subclass__", "__slots__"):
    print(attribute.name, attribute.kind, attribute.defining_class.__name__, type(attribute.object).__name__)
for wrong in (5, "x", None, type):
  try:
    inspect.getfullargspec(wrong)
  except TypeError as error:
    print(error)
