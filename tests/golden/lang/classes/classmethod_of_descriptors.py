# classmethod() binds what it wraps: other descriptors get the class as their instance, bound methods and callables get it as an argument.
import functools


class A:
    def method(self, cls):
        return type(self).__name__, cls.__name__


class B:
    bound = classmethod(A().method)
    of_property = classmethod(property(lambda cls: cls.__name__))
    twice = classmethod(classmethod(lambda cls: cls.__name__))
    static = classmethod(staticmethod(lambda *args: args))
    of_type = classmethod(type)
    partial = classmethod(functools.partial(print, "partial"))


for name in ("bound", "of_property", "twice", "static", "of_type", "partial"):
    for owner in (B, B()):
        value = getattr(owner, name)
        print(name, type(value).__name__, value() if callable(value) else value)
