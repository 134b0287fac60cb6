"""The command line of test modules and of `coil -m unittest`."""

import os
import sys
import warnings

from unittest import loader, runner

__unittest = True

MAIN_EXAMPLES = """\
Examples:
  %(prog)s test_module               - run tests from test_module
  %(prog)s module.TestClass          - run tests from module.TestClass
  %(prog)s module.Class.test_method  - run specified test method
  %(prog)s path/to/test_file.py      - run tests from test_file.py
"""

MODULE_EXAMPLES = """\
Examples:
  %(prog)s                           - run default set of tests
  %(prog)s MyTestSuite               - run suite 'MyTestSuite'
  %(prog)s MyTestCase.testSomething  - run MyTestCase.testSomething
  %(prog)s MyTestCase                - run all 'test*' test methods
                                       in MyTestCase
"""


def _module_name(name):
  """The dotted name of a file below the current folder."""
  if not name.lower().endswith(".py") or not os.path.isfile(name):
    return name
  if os.path.isabs(name):
    relative = os.path.relpath(name, os.getcwd())
    if os.path.isabs(relative) or relative.startswith(os.pardir):
      return name
    name = relative
  return os.path.normpath(name)[:-3].replace("\\", ".").replace("/", ".")


def _convert_select_pattern(pattern):
  return pattern if "*" in pattern else f"*{pattern}*"


class TestProgram:
  """Parses a command line, loads the tests, runs them, and leaves the program with the outcome."""

  module = None
  verbosity = 1
  failfast = catchbreak = buffer = progName = warnings = testNamePatterns = None
  _discovery_parser = None

  def __init__(self, module="__main__", defaultTest=None, argv=None, testRunner=None, testLoader=loader.defaultTestLoader, exit=True,
               verbosity=1, failfast=None, catchbreak=None, buffer=None, warnings=None, *, tb_locals=False):
    if isinstance(module, str):
      self.module = __import__(module)
      for part in module.split(".")[1:]:
        self.module = getattr(self.module, part)
    else:
      self.module = module
    if argv is None:
      argv = sys.argv
    self.exit = exit
    self.failfast = failfast
    self.catchbreak = catchbreak
    self.verbosity = verbosity
    self.buffer = buffer
    self.tb_locals = tb_locals
    self.warnings = "default" if warnings is None and not sys.warnoptions else warnings
    self.defaultTest = defaultTest
    self.testRunner = testRunner
    self.testLoader = testLoader
    self.progName = os.path.basename(argv[0])
    self.parseArgs(argv)
    self.runTests()

  def usageExit(self, msg=None):
    """Shows the help and leaves the program (deprecated)."""
    warnings.warn("TestProgram.usageExit() is deprecated and will be removed in Python 3.13", DeprecationWarning)
    if msg:
      print(msg)
    if self._discovery_parser is None:
      self._initArgParsers()
    self._print_help()
    sys.exit(2)

  def _print_help(self, *args, **kwargs):
    print(self._main_parser.format_help())
    if self.module is None:
      print(MAIN_EXAMPLES % {"prog": self.progName})
      self._discovery_parser.print_help()
    else:
      print(MODULE_EXAMPLES % {"prog": self.progName})

  def parseArgs(self, argv):
    self._initArgParsers()
    if self.module is None and len(argv) > 1 and argv[1].lower() == "discover":
      self._do_discovery(argv[2:])
      return
    self._main_parser.parse_args(argv[1:], self)
    if self.module is None and not self.tests:
      self._do_discovery([])
      return
    if self.tests:
      self.testNames = [_module_name(name) for name in self.tests]
    elif self.defaultTest is None:
      self.testNames = None
    elif isinstance(self.defaultTest, str):
      self.testNames = (self.defaultTest,)
    else:
      self.testNames = list(self.defaultTest)
    self.createTests()

  def createTests(self, from_discovery=False, Loader=None):
    if self.testNamePatterns:
      self.testLoader.testNamePatterns = self.testNamePatterns
    if from_discovery:
      test_loader = self.testLoader if Loader is None else Loader()
      self.test = test_loader.discover(self.start, self.pattern, self.top)
    elif self.testNames is None:
      self.test = self.testLoader.loadTestsFromModule(self.module)
    else:
      self.test = self.testLoader.loadTestsFromNames(self.testNames, self.module)

  def _initArgParsers(self):
    parent = self._getParentArgParser()
    self._main_parser = self._getMainArgParser(parent)
    self._discovery_parser = self._getDiscoveryArgParser(parent)

  def _getParentArgParser(self):
    import argparse
    parser = argparse.ArgumentParser(add_help=False)
    parser.add_argument("-v", "--verbose", dest="verbosity", action="store_const", const=2, help="Verbose output")
    parser.add_argument("-q", "--quiet", dest="verbosity", action="store_const", const=0, help="Quiet output")
    parser.add_argument("--locals", dest="tb_locals", action="store_true", help="Show local variables in tracebacks")
    # An option that the program sets itself is not offered.
    for short, long, dest, text in (("-f", "--failfast", "failfast", "Stop on first fail or error"),
                                    ("-c", "--catch", "catchbreak", "Catch Ctrl-C and display results so far"),
                                    ("-b", "--buffer", "buffer", "Buffer stdout and stderr during tests")):
      if getattr(self, dest) is None:
        parser.add_argument(short, long, dest=dest, action="store_true", help=text)
        setattr(self, dest, False)
    if self.testNamePatterns is None:
      parser.add_argument("-k", dest="testNamePatterns", action="append", type=_convert_select_pattern,
                          help="Only run tests which match the given substring")
      self.testNamePatterns = []
    return parser

  def _getMainArgParser(self, parent):
    import argparse
    parser = argparse.ArgumentParser(parents=[parent])
    parser.prog = self.progName
    parser.print_help = self._print_help
    parser.add_argument("tests", nargs="*", help="a list of any number of test modules, classes and test methods.")
    return parser

  def _getDiscoveryArgParser(self, parent):
    import argparse
    parser = argparse.ArgumentParser(parents=[parent])
    parser.prog = f"{self.progName} discover"
    parser.epilog = "For test discovery all test modules must be importable from the top level directory of the project."
    parser.add_argument("-s", "--start-directory", dest="start", help="Directory to start discovery ('.' default)")
    parser.add_argument("-p", "--pattern", dest="pattern", help="Pattern to match tests ('test*.py' default)")
    parser.add_argument("-t", "--top-level-directory", dest="top",
                        help="Top level directory of project (defaults to start directory)")
    for name in ("start", "pattern", "top"):
      parser.add_argument(name, nargs="?", default=argparse.SUPPRESS, help=argparse.SUPPRESS)
    return parser

  def _do_discovery(self, argv, Loader=None):
    self.start = "."
    self.pattern = "test*.py"
    self.top = None
    if argv is not None:
      if self._discovery_parser is None:
        self._initArgParsers()
      self._discovery_parser.parse_args(argv, self)
    self.createTests(from_discovery=True, Loader=Loader)

  def _make_runner(self):
    if self.testRunner is None:
      self.testRunner = runner.TextTestRunner
    if not isinstance(self.testRunner, type):
      return self.testRunner
    # Runner classes of others may know fewer options.
    options = {"verbosity": self.verbosity, "failfast": self.failfast, "buffer": self.buffer, "warnings": self.warnings}
    for kwargs in (options | {"tb_locals": self.tb_locals}, options):
      try:
        return self.testRunner(**kwargs)
      except TypeError:
        pass
    return self.testRunner()

  def runTests(self):
    if self.catchbreak:
      from unittest.signals import installHandler
      installHandler()
    self.result = self._make_runner().run(self.test)
    if self.exit:
      sys.exit(not self.result.wasSuccessful())


main = TestProgram
