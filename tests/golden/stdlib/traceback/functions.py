# Every function of traceback, and its classes.
import io
import os
import sys
import traceback
from traceback import *

# The folder of the script is cut from what it prints.
shown, sys.stdout = sys.stdout, io.StringIO()


def outer(depth):
  if depth:
    return outer(depth - 1)
  return inner()


def inner():
  try:
    {}["key"]
  except KeyError as error:
    raise ValueError("from inner") from error


def clean(text):
  return "".join(text) if isinstance(text, list) else text


try:
  outer(2)
except ValueError as error:
  error.add_note("a note")
  caught = error
  print(clean(format_exc()))
  print_exc(file=sys.stdout)
  print_exception(error, file=sys.stdout, chain=False)
  print_exception(type(error), error, error.__traceback__, limit=1, file=sys.stdout)
tb = caught.__traceback__
print_tb(tb, limit=2, file=sys.stdout)
print_tb(tb, limit=-1, file=sys.stdout)
print(clean(format_tb(tb, -2)), format_exception_only(caught), format_exception_only(KeyError, KeyError("k")), format_exception(None))
print([(frame.filename.rpartition("/")[2], frame.lineno, frame.name, frame.line, frame.colno, frame.end_colno, frame.end_lineno) for frame in extract_tb(tb)])
print([(frame.f_code.co_name, line) for frame, line in walk_tb(tb)])


def stacked():
  print([frame.name for frame in extract_stack()], extract_stack(limit=1)[0].line, len(format_stack(limit=1)), [frame.f_code.co_name for frame, _ in walk_stack(sys._getframe())])
  print_stack(limit=1, file=sys.stdout)


stacked()
summary = FrameSummary("file.py", 7, "name", line="  some = code  ", lookup_line=False, locals={"a": 1})
print(summary, summary.line, list(summary), summary == ("file.py", 7, "name", "some = code"), summary.locals, len(summary), summary[1])
stack = StackSummary.from_list([("a.py", 1, "f", "x()"), summary, ("a.py", 1, "f", None)])
print(clean(stack.format()), clean(format_list([("b.py", 2, "g", "y")])), clean(StackSummary.from_list([("a.py", 1, "f", "x()")] * 6).format()))
traceback.print_list(stack[:1], file=sys.stdout)
print(StackSummary.extract(walk_tb(tb), limit=1, capture_locals=True)[0].name, stack.format_frame_summary(summary))
told = TracebackException.from_exception(caught, limit=1, capture_locals=False)
print(told, told.exc_type, told.__notes__, told.__cause__, told.__suppress_context__, [frame.name for frame in told.stack], list(told.format_exception_only()))
print(clean(list(told.format(chain=False))), told == TracebackException(type(caught), caught, tb, limit=1))
told.print(file=sys.stdout, chain=False)
try:
  compile("a b", "wrong.py", "exec")
except SyntaxError as error:
  told = TracebackException.from_exception(error)
  print(clean(list(told.format_exception_only())), told.filename, told.lineno, told.text, told.offset, told.msg)
sys.last_type, sys.last_value, sys.last_traceback = type(caught), caught, tb
print_last(limit=1, file=sys.stdout)
clear_frames(tb)
try:
  raise ExceptionGroup("group", [ValueError(1), ExceptionGroup("inner", [TypeError("t")])])
except ExceptionGroup as error:
  print(clean(list(TracebackException.from_exception(error).format())))
for bad in (lambda: print_exception(5), lambda: format_exception(ValueError), lambda: print_exception(ValueError, None), lambda: StackSummary.from_list([("a",)])):
  try:
    bad()
  except Exception as error:
    print(type(error).__name__, error)
shown.write(sys.stdout.getvalue().replace(os.path.dirname(os.path.abspath(__file__)) + os.sep, ""))
