# What bind() and getcallargs() say of arguments that do not fit, and signatures of partials.
import functools
import inspect


def attempt(function, *args, **kwargs):
  try:
    print(function(*args, **kwargs))
  except (TypeError, ValueError) as error:
    print(type(error).__name__, error)


def everything(a, b=2, /, c=3, *args, d, e=5, **kw) -> int:
  pass


def keyword_only(a, *, foo):
  pass


signature = inspect.signature(everything)
print(signature.parameters)
attempt(signature.bind, 1, 2, 3, 4, d=5, z=6)
attempt(signature.bind)
attempt(signature.bind, 1)
attempt(signature.bind, a=1, d=2)
attempt(signature.bind, 1, 2, 3, 4, c=5, d=1)
signature = inspect.signature(keyword_only)
attempt(signature.bind, 1, 2)  # too many before foo is missing
attempt(signature.bind, 1, 2, foo=2)
attempt(signature.bind, foo=1)
attempt(signature.bind_partial, foo=1)
attempt(signature.bind, 1, foo=2, bar=3)

# Keyword-only parameters have no order.
first = inspect.signature(lambda *, a, b: 0)
second = inspect.signature(lambda *, b, a: 0)
print(first == second, hash(first) == hash(second), first.parameters == second.parameters)

attempt(inspect.getcallargs, everything, 1, d=2)
attempt(inspect.getcallargs, everything, 1)
attempt(inspect.getcallargs, lambda a, b, c: 0)
attempt(inspect.getcallargs, keyword_only, 1, 2, foo=3)
attempt(inspect.getcallargs, lambda *a, **k: 0, 1, 2, z=1)


class Job:
  def run(self, what, times=1):
    pass

  twice = functools.partialmethod(run, times=2)
  greet = functools.partialmethod(run, "hello")


attempt(inspect.getcallargs, Job().run)
print(inspect.signature(Job.twice), inspect.signature(Job().twice), inspect.signature(Job.greet), inspect.signature(Job().greet))
try:
  inspect.signature(functools.partial(keyword_only, 1, 2))
except ValueError as error:
  print(str(error).endswith(", 1, 2) has incorrect arguments"), type(error.__cause__).__name__)


class Meta(type):
  pass


attempt(inspect.signature, Meta)


# Text is evaluated with the names that are given, or else with those of the module.
def annotated(x: "int", y: "Unknown") -> "str":
  pass


print(inspect.signature(annotated, locals={"Unknown": float}, eval_str=True))
try:
  inspect.signature(annotated, eval_str=True)
except NameError as error:
  print(error)

# Unlike a call, getcallargs() takes positional-only parameters by name too, and looks at one keyword after the other.
attempt(inspect.getcallargs, everything, a=1, d=2)
attempt(inspect.getcallargs, lambda a, /, b=1: 0, 1, 2, a=1)
attempt(inspect.getcallargs, lambda a, /, b=1: 0, z=1, a=2)
attempt(inspect.getcallargs, lambda a, b=1: 0, 1, 2, 3)
attempt(inspect.getcallargs, lambda *, a, b: 0)
attempt(inspect.getcallargs, print, "x")


class Callee:
  def __init__(self, a, b=1):
    pass

  def __call__(self, x, *, y=2):
    pass


# getfullargspec() has what is bound too.
for called in (Callee, Callee(1), Callee(1).__call__, Job.run, Job().run, len):
  attempt(inspect.getfullargspec, called)

# Names of parameters: the unnamed one of a comprehension, keywords only where they cannot be used.
for arguments in ((".0", inspect.Parameter.POSITIONAL_OR_KEYWORD), (".0", inspect.Parameter.KEYWORD_ONLY), (".x", 1), ("if", 0), ("if", 1)):
  attempt(lambda: inspect.Parameter(*arguments))
print(inspect.getdoc(Job))

# Keywords of a partial that only **kwargs takes, under the names of other parameters.
for function in (lambda a, /, *args, b=1, **kw: 0, lambda a=0, /, c=2, **kw: 0):
  print(inspect.signature(functools.partial(function, 10, a=1, args=2, kw=3)))
