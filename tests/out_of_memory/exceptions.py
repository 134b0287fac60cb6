# Raising, chaining, groups, tracebacks as text, with statements and generators that are closed.
import traceback
from contextlib import contextmanager


@contextmanager
def managed():
  try:
    yield 1
  finally:
    print("left")


def deep(level):
  if level == 0:
    raise ValueError("bottom")
  try:
    deep(level - 1)
  except ValueError as error:
    if level % 3 == 0:
      raise KeyError(level) from error
    raise


for attempt in range(3):
  try:
    with managed():
      deep(7)
  except Exception as error:
    print(len(traceback.format_exc().splitlines()))
try:
  raise ExceptionGroup("several", [ValueError(1), ExceptionGroup("inner", [TypeError(2), KeyError(3)])])
except* ValueError as group:
  print(group.exceptions)
except* (TypeError, KeyError) as group:
  print(repr(group))
try:
  {}["missing"]
except KeyError as error:
  error.add_note("a note")
  print("".join(traceback.format_exception(error)))
