# classify_class_attrs() of attributes that a metaclass makes up, and of those that only instances show.
import inspect
import types


class First(type):
    def __dir__(cls):
        return ["__name__", "one"]

    def __getattr__(cls, name):
        if name == "one":
            return 1
        raise AttributeError(name)


class Second(First):
    def __dir__(cls):
        return ["three", *First.__dir__(cls)]

    def __getattr__(cls, name):
        return 3 if name == "three" else super().__getattr__(name)


class Base(metaclass=First):
    @types.DynamicClassAttribute
    def shown_by_instances(self):
        return "value"


class Derived(Base, metaclass=Second):
    pass


for cls in (Base, Derived):
    for name, kind, home, value in inspect.classify_class_attrs(cls):
        print(cls.__name__, name, kind, home.__name__, value if isinstance(value, (int, str)) else type(value).__name__)


class Nameless(type):
    @property
    def __module__(cls):
        raise AttributeError


class Built(metaclass=Nameless):
    pass


try:
    inspect.getfile(Built)
except TypeError as error:
    print(error)

# Attributes that only instances have, and those of a metaclass that are properties.
import enum
import inspect


class Colour(enum.Enum):
  RED = 1


for attribute in inspect.classify_class_attrs(Colour):
  if attribute.name in ("RED", "name", "value", "__members__", "__len__"):
    print(attribute.name, attribute.kind, attribute.defining_class)
print(inspect.Traceback.__mro__[1].__name__, inspect.FrameInfo.__mro__[1].__name__)
print(inspect.Traceback("f.py", 3, "fn", ["line\n"], 0, positions=None), inspect.FrameInfo(None, "f.py", 1, "g", None, None, positions=None))
