# Parser, finder, runner, checker, and suites for unittest.
import doctest
import unittest


def good():
  """
  >>> good()
  1
  """
  return 1


def bad():
  """
  >>> bad()
  1
  """
  return 2


parser = doctest.DocTestParser()
examples = parser.get_examples("text\n  >>> a = 1\n  >>> if a:\n  ...   b\n  c\n\nmore >>> no\n>>> #comment\n>>> q # doctest: +SKIP, -ELLIPSIS\n")
print([(example.source, example.want, example.lineno, example.indent, example.options, example.exc_msg) for example in examples])
print(parser.parse("a\n>>> 1\n1\nb")[0::2])
for text in [">>>x", "  >>> a\n ...b", ">>> a # doctest: +NOPE", "  >>> a\n b"]:
  try:
    print([(example.source, example.want) for example in parser.get_examples(text)])
  except ValueError as error:
    print(error)
test = doctest.DocTestFinder().find(bad)[0]
print(test.name, len(test.examples), test.lineno)
print(doctest.script_from_examples("Hi\n\n>>> 1\n1\n>>> x = 2\n"))
doctest.run_docstring_examples(good, globals())
try:
  doctest.DebugRunner().run(test)
except doctest.DocTestFailure as error:
  print(type(error).__name__, repr(error.got), repr(error.example.want))
suite = doctest.DocTestSuite()
result = unittest.TestResult()
suite.run(result)
print(result, [case.id() for case in suite])
checker = doctest.OutputChecker()
print(checker.check_output("a...b\n", "axxb\n", doctest.ELLIPSIS), checker.check_output("1\n", "True\n", 0),
      checker.check_output("1\n", "True\n", doctest.DONT_ACCEPT_TRUE_FOR_1))
