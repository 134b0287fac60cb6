# The report of a run: success, failure, error, skip, expected failure, subtests, fixtures.
import sys
import unittest

calls = []


def setUpModule():
  calls.append("setUpModule")
  unittest.addModuleCleanup(calls.append, "module cleanup")


def tearDownModule():
  calls.append("tearDownModule")


class Fixtures(unittest.TestCase):
  @classmethod
  def setUpClass(cls):
    calls.append("setUpClass")
    cls.addClassCleanup(calls.append, "class cleanup")

  @classmethod
  def tearDownClass(cls):
    calls.append("tearDownClass")

  def setUp(self):
    calls.append("setUp")
    self.addCleanup(calls.append, "cleanup 1")
    self.addCleanup(calls.append, "cleanup 2")

  def tearDown(self):
    calls.append("tearDown")

  def test_one(self):
    """The first line of the docstring is shown."""
    calls.append("test")

  def test_two(self):
    self.assertEqual(1, 2, "with a message")


class Outcomes(unittest.TestCase):
  def test_error(self):
    {}["key"]

  def test_cause(self):
    try:
      1 / 0
    except ZeroDivisionError as error:
      raise ValueError("from another") from error

  @unittest.skip("not now")
  def test_skip(self):
    pass

  @unittest.skipIf(True, "a condition")
  def test_skip_if(self):
    pass

  @unittest.skipUnless(True, "no")
  def test_skip_inside(self):
    self.skipTest("from inside")

  @unittest.expectedFailure
  def test_expected(self):
    self.fail()

  @unittest.expectedFailure
  def test_unexpected(self):
    pass

  def test_subtests(self):
    for i in range(3):
      with self.subTest(i=i):
        self.assertEqual(i % 2, 0)
    with self.subTest("named", a=1):
      with self.subTest(b=2):
        raise LookupError("inner")


@unittest.skip("a whole class")
class Skipped(unittest.TestCase):
  def test_it(self):
    pass


class BrokenClass(unittest.TestCase):
  @classmethod
  def setUpClass(cls):
    raise RuntimeError("set-up failed")

  def test_it(self):
    pass


class Stream:
  def write(self, text):
    text = text.replace(__file__, "outcomes.py")
    sys.stdout.write("Ran some tests\n" if text.startswith("Ran ") else text)

  def flush(self):
    pass


if __name__ == "__main__":
  for verbosity in (0, 1, 2):
    suite = unittest.TestSuite()
    for cls in (Fixtures, Outcomes, Skipped, BrokenClass):
      suite.addTest(unittest.defaultTestLoader.loadTestsFromTestCase(cls))
    result = unittest.TextTestRunner(stream=Stream(), verbosity=verbosity).run(suite)
    print(result, result.wasSuccessful(), len(result.skipped), len(result.unexpectedSuccesses))
    print(calls)
    calls.clear()
