# Suites and loaders: names, order, patterns, load_tests, wrong names.
import sys
import unittest


class Second(unittest.TestCase):
  def test_b(self):
    pass

  def test_a(self):
    pass

  def helper(self):
    pass


class First(unittest.TestCase):
  def runTest(self):
    pass


def make():
  return First()


loader = unittest.TestLoader()
print(loader.getTestCaseNames(Second))
print(loader.loadTestsFromTestCase(Second))
print(loader.loadTestsFromTestCase(First))
print(loader.loadTestsFromName("Second.test_a", sys.modules[__name__]), loader.loadTestsFromName("make", sys.modules[__name__]))
print(loader.loadTestsFromNames(["First", "Second"], sys.modules[__name__]).countTestCases())
print(loader.loadTestsFromModule(sys.modules[__name__]).countTestCases())
loader.testNamePatterns = ["*_b"]
print(loader.getTestCaseNames(Second))
loader.testNamePatterns = None
loader.sortTestMethodsUsing = lambda x, y: (x < y) - (x > y)
print(loader.getTestCaseNames(Second))
loader.testMethodPrefix = "help"
print(loader.getTestCaseNames(Second))
failed = unittest.defaultTestLoader.loadTestsFromName("Second.none", sys.modules[__name__])
result = unittest.TestResult()
failed.run(result)
print(result.errors[0][1].splitlines()[-1])
for fail in (lambda: Second("none"), lambda: unittest.TestSuite().addTest(Second), lambda: unittest.TestSuite([3]), lambda: unittest.TestSuite("x"),
             lambda: loader.loadTestsFromTestCase(unittest.TestSuite)):
  try:
    fail()
  except (TypeError, ValueError) as error:
    print(type(error).__name__, error)
case = unittest.FunctionTestCase(lambda: None, description="described")
print(case.shortDescription(), case.id(), Second("test_a").id(), repr(Second("test_a")), Second("test_a"))
print(unittest.TestSuite([Second("test_a")]) == unittest.TestSuite([Second("test_a")]), Second("test_a") == Second("test_b"))
