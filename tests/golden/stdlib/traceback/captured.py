# TracebackException: chains, notes, groups and syntax errors as attributes.
import traceback


def fail():
  try:
    1 / 0
  except ZeroDivisionError:
    try:
      raise KeyError("k")
    except KeyError as error:
      raise ValueError("v") from error


try:
  fail()
except ValueError as error:
  error.add_note("a note")
  captured = traceback.TracebackException.from_exception(error)
  print(captured.exc_type, captured, captured.__cause__.exc_type, captured.__cause__.__context__.exc_type, captured.__context__,
        captured.__suppress_context__, captured.__notes__, captured.exceptions)
  print([(level.name, level.lineno, level.line) for level in captured.stack])
  print("".join(captured.format()).replace(__file__, "FILE"))
try:
  compile("x = (", "name", "exec")
except SyntaxError as error:
  captured = traceback.TracebackException.from_exception(error)
  print(captured.filename, captured.lineno, captured.text, captured.offset, captured.msg)
group = ExceptionGroup("several", [ValueError(1), ExceptionGroup("inner", [KeyError(2)])])
captured = traceback.TracebackException.from_exception(group)
print([part.exc_type.__name__ for part in captured.exceptions], captured.exceptions[1].exceptions[0].exc_type)
