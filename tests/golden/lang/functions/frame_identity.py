# A frame that runs has one object: asked for again, or found as the caller of another, it is the same.
import sys


def inner():
  return sys._getframe().f_back


def outer():
  here = sys._getframe()
  print(here is sys._getframe(), inner() is here, here.f_back is module, sys._getframe(1) is module)
  first = here.f_lineno
  later = here.f_lineno
  print(later - first, sys._getframe().f_locals["first"] == first)
  return here


module = sys._getframe()
print(outer() is outer(), module is sys._getframe())


def generator():
  for _ in range(3):
    yield sys._getframe().f_back


def consume():
  return all(frame is sys._getframe() for frame in generator())


print(consume())


def callers():
  frame, names = sys._getframe(), []
  while frame is not module:
    names.append(frame.f_code.co_name)
    frame = frame.f_back
  return names


print((lambda: callers())())
