# Context managers of functions, stacks, suppression, redirection.
import contextlib
import io
import os
import sys


@contextlib.contextmanager
def tag(name):
  print(f"<{name}>")
  try:
    yield name
  except KeyError as error:
    print("caught", error)
  finally:
    print(f"</{name}>")


with tag("a") as name, tag("b"):
  print(name)
with tag("swallows"):
  raise KeyError("k")
try:
  with tag("passes"):
    raise ValueError("v")
except ValueError as error:
  print(error)


@tag("decorator")
def function(x):
  return x + 1


print(function(1), function.__name__)
with contextlib.ExitStack() as stack:
  stack.enter_context(tag("in stack"))
  stack.callback(print, "callback", end="!\n")
  stack.push(lambda kind, value, trace: print("pushed", kind))
  later = stack.pop_all()
print("popped")
later.close()
with contextlib.suppress(ZeroDivisionError, KeyError):
  1 / 0
out, err = io.StringIO(), io.StringIO()
with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
  print("hidden")
  print("error", file=sys.stderr)
print(repr(out.getvalue()), repr(err.getvalue()))


class Closing:
  def close(self):
    print("closed")


with contextlib.closing(Closing()), contextlib.nullcontext(5) as five:
  print(five)
before = os.getcwd()
with contextlib.chdir("/"):
  print(os.getcwd())
print(os.getcwd() == before, isinstance(Closing(), contextlib.AbstractContextManager), isinstance(tag("x"), contextlib.AbstractContextManager))


class Log(contextlib.ContextDecorator):
  def __enter__(self):
    print("enter")
    return self

  def __exit__(self, *exc):
    print("exit", exc[0])
    return True


@Log()
def fails():
  raise OSError("x")


print(fails())


@contextlib.contextmanager
def wrong(times):
  for _ in range(times):
    yield


for times in (0, 2):
  try:
    with wrong(times):
      pass
  except RuntimeError as error:
    print(error)
try:
  with contextlib.ExitStack() as stack:
    stack.enter_context(5)
except TypeError as error:
  print(error)
