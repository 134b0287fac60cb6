# unittest.main(): arguments, the report on standard error, the exit code.
import os
import sys
import unittest


class Sum(unittest.TestCase):
  def test_right(self):
    print("printed")
    self.assertEqual(sum([1, 2]), 3)

  def test_wrong(self):
    print("shown with the failure")
    self.assertEqual(sum([1, 2]), 4)


class Stream:
  def write(self, text):
    text = text.replace(os.path.dirname(os.path.abspath(__file__)) + os.sep, "")
    sys.__stdout__.write("Ran some tests\n" if text.startswith("Ran ") else text)

  def flush(self):
    pass


class Runner(unittest.TextTestRunner):
  def __init__(self, *args, **kwargs):
    super().__init__(Stream(), *args, **kwargs)


for arguments in (["-v", "Sum.test_right"], ["-b"], ["-k", "right", "-q"], ["-f", "Sum.test_wrong", "Sum.test_right"]):
  print(arguments)
  try:
    unittest.main(argv=["prog"] + arguments, testRunner=Runner)
  except SystemExit as error:
    print("exit", error.code)
program = unittest.main(argv=["prog", "Sum.test_right"], testRunner=Runner, exit=False)
print(program.result.wasSuccessful())
try:
  unittest.main(argv=["prog", "-h"])
except SystemExit as error:
  print("exit", error.code)
