"""History: coroutines were generators first; a loop of ten lines shows what `yield from` did."""

from collections import deque
import types


def sleep_turns(turns):
  """The ancestor of sleep: give the processor away a number of times."""
  for _ in range(turns):
    yield
  return turns


def old_style(name, turns):
  print(name, "begins")
  slept = yield from sleep_turns(turns)
  print(name, "slept", slept, "turns")
  return name.upper()


@types.coroutine
def switch():
  """A generator that a modern coroutine may await."""
  yield


async def new_style(name, turns):
  print(name, "begins")
  for _ in range(turns):
    await switch()
  print(name, "awaited", turns, "turns")
  return name.upper()


def run_all(coroutines):
  ready = deque(coroutines)
  results = []
  while ready:
    current = ready.popleft()
    try:
      current.send(None)
    except StopIteration as stop:
      results.append(stop.value)
    else:
      ready.append(current)
  return results


print(run_all([old_style("a", 2), old_style("b", 1), new_style("c", 3), new_style("d", 0)]))
