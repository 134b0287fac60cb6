"""The tower of abstract numbers."""

from _abc import ABCMeta

__all__ = ["Number", "Complex", "Real", "Rational", "Integral"]


def _abstract(cls, *names):
  def make(name):
    def method(self, *args):
      raise NotImplementedError
    method.__name__ = name
    method.__qualname__ = f"{cls.__name__}.{name}"
    method.__isabstractmethod__ = True
    return method
  return {name: make(name) for name in names}


class Number(metaclass=ABCMeta):
  """All numbers."""

  __slots__ = ()
  __hash__ = None


def _level(name, base, doc, abstract, concrete):
  namespace = {"__slots__": (), "__doc__": doc, "__module__": "numbers", "__hash__": None}
  namespace.update(_abstract(type(name, (), {}), *abstract))
  namespace.update(concrete)
  return ABCMeta(name, (base,), namespace)


Complex = _level("Complex", Number, "Complex numbers.",
                 ("__complex__", "__add__", "__radd__", "__neg__", "__pos__", "__mul__", "__rmul__", "__truediv__", "__rtruediv__", "__pow__",
                  "__rpow__", "__abs__", "conjugate", "__eq__", "real", "imag"),
                 {"__bool__": lambda self: self != 0, "__sub__": lambda self, other: self + -other,
                  "__rsub__": lambda self, other: -self + other})
Real = _level("Real", Complex, "Real numbers.",
              ("__float__", "__trunc__", "__floor__", "__ceil__", "__round__", "__floordiv__", "__rfloordiv__", "__mod__", "__rmod__", "__lt__",
               "__le__"),
              {"__divmod__": lambda self, other: (self // other, self % other), "__rdivmod__": lambda self, other: (other // self, other % self),
               "__complex__": lambda self: complex(float(self)), "real": property(lambda self: +self), "imag": property(lambda self: 0),
               "conjugate": lambda self: +self})
Rational = _level("Rational", Real, "Fractions.", ("numerator", "denominator"),
                  {"__float__": lambda self: int(self.numerator) / int(self.denominator)})
Integral = _level("Integral", Rational, "Integers.",
                  ("__int__", "__pow__", "__lshift__", "__rlshift__", "__rshift__", "__rrshift__", "__and__", "__rand__", "__xor__", "__rxor__",
                   "__or__", "__ror__", "__invert__"),
                  {"__index__": lambda self: int(self), "__float__": lambda self: float(int(self)), "numerator": property(lambda self: +self),
                   "denominator": property(lambda self: 1)})

Complex.register(complex)
Real.register(float)
Integral.register(int)
