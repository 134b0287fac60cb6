# What inspect tells of functions, classes, modules, generators, frames.
import asyncio
import functools
import inspect
import sys
from inspect import *


class Base:
  """The base.

      Indented.
  """

  def method(self, a, /, b: int = 2, *args, c, d="x", **kwargs) -> str:
    """Does things.

    More.
    """

  @classmethod
  def made(cls): ...

  @staticmethod
  def apart(x): ...

  @property
  def value(self): ...


class Derived(Base):
  def method(self, *args, **kwargs): ...


def generator():
  received = yield 1
  yield received


async def coroutine(): ...
async def async_generator(): yield 1


def outer():
  free = 1

  def inner(x=len):
    return free, x, sys, undefined
  return inner


print(signature(Base.method), signature(Base().method), signature(Base.made), signature(Base.apart), signature(functools.partial(Base.method, None, 1, c=5)), signature(Derived))
sig = signature(Base.method)
for name, parameter in sig.parameters.items():
  print(name, parameter.kind, parameter.kind.description, parameter.default is Parameter.empty, parameter.annotation, str(parameter), repr(parameter))
bound = sig.bind(1, 2, 3, 4, 5, c=6, e=7)
print(bound, bound.args, bound.kwargs, bound.arguments, sig.bind_partial(1).arguments)
bound = sig.bind(1, 2, c=3)
bound.apply_defaults()
print(bound.arguments, sig.return_annotation, sig.replace(return_annotation=int, parameters=list(sig.parameters.values())[:2]), sig == signature(Base.method))
print(Signature([Parameter("a", Parameter.POSITIONAL_ONLY), Parameter("b", Parameter.KEYWORD_ONLY, default=3, annotation=int)]), Parameter("x", Parameter.VAR_POSITIONAL).replace(name="y"),
      Signature.from_callable(outer), signature(len), signature(int.__add__))
for wrong in (lambda: sig.bind(), lambda: sig.bind(1, 2, c=1, **{"a": 1}), lambda: sig.bind(1, 2, 3), lambda: Parameter("a b", Parameter.KEYWORD_ONLY), lambda: Parameter("a", 9),
              lambda: Signature([Parameter("a", Parameter.KEYWORD_ONLY), Parameter("b", Parameter.POSITIONAL_ONLY)]), lambda: signature(5), lambda: Parameter("a", Parameter.VAR_KEYWORD, default=1)):
  try:
    print(wrong())
  except Exception as error:
    print(type(error).__name__, error)
print(getdoc(Base), "|", getdoc(Derived.method), "|", cleandoc("  a\n    b\n   c\n"), "|", getmodule(Base).__name__, getmodulename("/a/b.py"), getmro(Derived))
print(getfullargspec(Base.method), getcallargs(outer), getcallargs(Base.apart, 5), get_annotations(Base.method), formatannotation(list[int]), formatannotation(int))
print([name for name, _ in getmembers(Derived, isfunction)], [name for name, _ in getmembers(Base, isdatadescriptor)], [entry.name + ":" + entry.kind for entry in classify_class_attrs(Derived) if entry.name[0] != "_"])
things = {"function": outer, "method": Base().method, "builtin": len, "class": Base, "module": sys, "generator function": generator, "generator": generator(),
          "coroutine function": coroutine, "async generator function": async_generator, "code": outer.__code__, "property": Base.value, "lambda": lambda: 1,
          "method descriptor": str.join, "slot": int.__add__, "method-wrapper": (5).__add__, "partial": functools.partial(coroutine), "static": Base.__dict__["apart"], "object": 5}
for name, thing in things.items():
  print(name, [question.__name__ for question in (isfunction, ismethod, isbuiltin, isclass, ismodule, isgeneratorfunction, isgenerator, iscoroutinefunction, isasyncgenfunction, isasyncgen, iscode,
                                                  isroutine, ismethoddescriptor, isdatadescriptor, isgetsetdescriptor, ismemberdescriptor, ismethodwrapper, isabstract, isawaitable, iscoroutine,
                                                  istraceback, isframe) if question(thing)])
running = generator()
print(getgeneratorstate(running), next(running), getgeneratorstate(running), getgeneratorlocals(running))
running.close()
print(getgeneratorstate(running))
made = coroutine()
print(getcoroutinestate(made), getcoroutinelocals(made), isawaitable(made))
made.close()
print(getcoroutinestate(made), getclosurevars(outer())[0], {key for key in getclosurevars(outer()).globals}, getclosurevars(outer()).builtins, getclosurevars(outer()).unbound)
print(getsource(outer).splitlines()[0], getsourcelines(Base.made)[1], getsourcelines(Derived)[0], getsourcefile(outer) == getfile(outer) == getabsfile(outer), findsource(outer)[1], getcomments(outer))
print(unwrap(functools.wraps(outer)(lambda: 1)) is outer, getattr_static(Base, "value").__class__.__name__, currentframe().f_lineno, stack()[0].function, getframeinfo(currentframe()).lineno,
      getframeinfo(currentframe()).code_context, getargvalues(currentframe()).args, [info.function for info in getouterframes(currentframe())])
try:
  1 / 0
except ZeroDivisionError as error:
  info = getinnerframes(error.__traceback__)[0]
  print(info.function, info.lineno, info.code_context, info.index, trace()[0].lineno, info.positions)
print(formatargvalues(["a"], None, None, {"a": 1}), getclasstree([Base, Derived]), CO_GENERATOR, CO_COROUTINE, isabstract(__import__("collections").abc.Mapping))

class Endless:
  """Every object has another one behind it."""

  def __init__(self, depth=0):
    self.depth = depth

  def __repr__(self):
    return f"Endless({self.depth})"

  @property
  def __wrapped__(self):
    return Endless(self.depth + 1)


print(unwrap(Endless(), stop=lambda it: it.depth == 3))
for wrong in (lambda: getsource(len), lambda: getfile(5), lambda: getsource(5), lambda: unwrap(Endless())):
  try:
    wrong()
  except (TypeError, OSError, ValueError) as error:
    print(type(error).__name__, error)
