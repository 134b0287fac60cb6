# Signatures of objects whose class has a __call__ of whatever kind, and of classes by what their calls run.
import functools
import inspect


class NotCallable:
    __call__ = 5

    def __repr__(self):
        return "NotCallable()"


class Property:
    __call__ = property(lambda self: (lambda a, b=1: 0))


class Static:
    @staticmethod
    def __call__(x, y=2): pass


class ByClass:
    @classmethod
    def __call__(cls, x, y): pass


class Native:
    __call__ = len

    def __repr__(self):
        return "Native()"


class Partial:
    __call__ = functools.partial(lambda a, b, c: 0, 1)


class OfClass:
    __call__ = int

    def __repr__(self):
        return "OfClass()"


class Any:
    def __call__(self, *args, key=1): pass


class Meta(type):
    def __call__(cls, made_by, *rest): pass


class Made(metaclass=Meta):
    def __init__(self, ignored): pass


class New:
    def __new__(cls, a, b=2): pass


class NewFirst(New):
    def __init__(self, c): pass


class Wrapped:
    @functools.wraps(lambda self, original: 0)
    def __init__(self, *args): pass


def show(label, make):
    try:
        print(label, make())
    except Exception as error:
        text = str(error)
        print(label, type(error).__name__, text[:text.find("0x")] if "0x" in text else text)


for cls in (NotCallable, Property, Static, ByClass, Native, Partial, OfClass, Any):
    show(cls.__name__, lambda: inspect.signature(cls()))
    show(cls.__name__, lambda: inspect.getfullargspec(cls()))
for cls in (Made, New, NewFirst, Wrapped, Meta, NotCallable):
    show(cls.__name__, lambda: inspect.signature(cls))
    show(cls.__name__, lambda: inspect.getfullargspec(cls).args)
