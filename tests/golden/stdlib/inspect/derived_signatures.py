# Classes that derive from Signature say of what their parameters and bound arguments are.
import functools
import inspect


class Parameter(inspect.Parameter):
  __slots__ = ()

  @property
  def converter(self):
    return self.annotation


class Bound(inspect.BoundArguments):
  pass


class Signature(inspect.Signature):
  _parameter_cls = Parameter
  _bound_arguments_cls = Bound


def f(a: int, /, b: str = "x", *args: float, c, d=5, **names: bytes) -> None: pass


class C:
  def __init__(self, x: int): pass

  def method(self, y): pass


for target in (f, functools.partial(f, 1), C, C(1).method, len, dict.get, lambda: 0, functools.wraps(f)(lambda *a: 0)):
  signature = Signature.from_callable(target)
  print(type(signature).__name__, signature, {type(parameter).__name__ for parameter in signature.parameters.values()},
        [parameter.converter for parameter in signature.parameters.values() if parameter.annotation is not parameter.empty])
bound = Signature.from_callable(f).bind(1, 2, c=3)
print(type(bound).__name__, bound, type(Signature.from_callable(f).bind_partial()).__name__, type(inspect.signature(f).bind(1, c=2)).__name__)
print(inspect.Signature._parameter_cls is inspect.Parameter, inspect.Signature._bound_arguments_cls is inspect.BoundArguments)
print(type(Signature.from_callable(f).replace(return_annotation=int)).__name__, repr(Signature.from_callable(f)))
