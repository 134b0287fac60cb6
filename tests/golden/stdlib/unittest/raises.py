# assertRaises(), assertWarns(), assertLogs() as context managers.
import logging
import unittest
import warnings


class Check(unittest.TestCase):
  def runTest(self):
    pass


t = Check()
with t.assertRaises(ZeroDivisionError) as context:
  1 / 0
print(repr(context.exception))
with t.assertWarns(DeprecationWarning) as context:
  warnings.warn("old", DeprecationWarning)
print(repr(context.warning), context.lineno)
with t.assertLogs("app", level="INFO") as context:
  logging.getLogger("app").info("first %d", 1)
  logging.getLogger("app.part").error("second")
print(context.output, [record.levelname for record in context.records])
with t.assertNoLogs("app"):
  pass


def expect(context, action=lambda: None):
  try:
    with context:
      action()
  except Exception as error:
    print(type(error).__name__, error)


expect(t.assertRaises(KeyError))
expect(t.assertRaises((KeyError, ValueError), msg="none came"))
expect(t.assertRaises(KeyError), lambda: int("x"))
expect(t.assertWarns(UserWarning))
expect(t.assertLogs())
expect(t.assertLogs("app", "ERROR"), lambda: logging.getLogger("app").info("too low"))
expect(t.assertNoLogs("app"), lambda: logging.getLogger("app").error("unwanted"))
