# getsource() of definitions whose end is not where the next line begins at the margin.
import inspect


class Outer:
  class Inner:
    pass

  text = """
  class Inner:
    not this one
  """


def factory():
  class Inner:
    def method(self):
      return 1
  return Inner


def continued(m): return m and \
  m


def commented():
  return 1
  # still inside
 # not any more


three_lines = lambda g: g and \
  g and \
  g


def decorator(function):
  return function


@decorator
@(lambda f: f)
def decorated(
    a,
    b=")",
):
  return a


async def coroutine():
  async with a as b:
    pass


# A comment on the class.
@decorator
class Decorated:
  x = (1,
2)


for thing in (Outer.Inner, factory(), factory().method, continued, commented, three_lines, decorated, coroutine, Decorated):
  lines, number = inspect.getsourcelines(thing)
  print(number, "".join(lines), end="---\n")
print(repr(inspect.getcomments(Decorated)))
print(inspect.getmodule(Outer).__name__, inspect.getmodule(factory().method).__name__)
