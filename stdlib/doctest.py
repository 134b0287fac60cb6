"""Runs the examples in docstrings and text files, and compares what they show with what is written.

    def double(x):
      '''Twice the number.

      >>> double(4)
      8
      '''
      return x * 2

    if __name__ == "__main__":
      import doctest
      doctest.testmod()

`coil -m doctest FILE...` runs the examples of files.
"""

import __future__
import inspect
import linecache
import os
import re
import sys
import traceback
from collections import namedtuple
from io import StringIO

__all__ = ["register_optionflag", "DONT_ACCEPT_TRUE_FOR_1", "DONT_ACCEPT_BLANKLINE", "NORMALIZE_WHITESPACE", "ELLIPSIS", "SKIP",
           "IGNORE_EXCEPTION_DETAIL", "COMPARISON_FLAGS", "REPORT_UDIFF", "REPORT_CDIFF", "REPORT_NDIFF", "REPORT_ONLY_FIRST_FAILURE",
           "REPORTING_FLAGS", "FAIL_FAST", "Example", "DocTest", "DocTestParser", "DocTestFinder", "DocTestRunner", "OutputChecker",
           "DocTestFailure", "UnexpectedException", "DebugRunner", "testmod", "testfile", "run_docstring_examples", "DocTestSuite",
           "DocFileSuite", "set_unittest_reportflags", "script_from_examples", "testsource", "debug_src", "debug"]

TestResults = namedtuple("TestResults", "failed attempted")

OPTIONFLAGS_BY_NAME = {}


def register_optionflag(name):
  """The number of an option, a new one for a new name."""
  return OPTIONFLAGS_BY_NAME.setdefault(name, 1 << len(OPTIONFLAGS_BY_NAME))


DONT_ACCEPT_TRUE_FOR_1 = register_optionflag("DONT_ACCEPT_TRUE_FOR_1")
DONT_ACCEPT_BLANKLINE = register_optionflag("DONT_ACCEPT_BLANKLINE")
NORMALIZE_WHITESPACE = register_optionflag("NORMALIZE_WHITESPACE")
ELLIPSIS = register_optionflag("ELLIPSIS")
SKIP = register_optionflag("SKIP")
IGNORE_EXCEPTION_DETAIL = register_optionflag("IGNORE_EXCEPTION_DETAIL")
COMPARISON_FLAGS = DONT_ACCEPT_TRUE_FOR_1 | DONT_ACCEPT_BLANKLINE | NORMALIZE_WHITESPACE | ELLIPSIS | SKIP | IGNORE_EXCEPTION_DETAIL
REPORT_UDIFF = register_optionflag("REPORT_UDIFF")
REPORT_CDIFF = register_optionflag("REPORT_CDIFF")
REPORT_NDIFF = register_optionflag("REPORT_NDIFF")
REPORT_ONLY_FIRST_FAILURE = register_optionflag("REPORT_ONLY_FIRST_FAILURE")
FAIL_FAST = register_optionflag("FAIL_FAST")
REPORTING_FLAGS = REPORT_UDIFF | REPORT_CDIFF | REPORT_NDIFF | REPORT_ONLY_FIRST_FAILURE | FAIL_FAST

BLANKLINE_MARKER = "<BLANKLINE>"
ELLIPSIS_MARKER = "..."


def _normalize_module(module, depth=2):
  """The module for a module, its name, or None: the caller's."""
  if inspect.ismodule(module):
    return module
  if isinstance(module, str):
    return __import__(module, globals(), locals(), ["*"])
  if module is None:
    return sys.modules[sys._getframe(depth).f_globals["__name__"]]
  raise TypeError("Expected a module, string, or None")


def _future_flags(globs):
  flags = 0
  for name in __future__.all_feature_names:
    feature = globs.get(name)
    if feature is getattr(__future__, name):
      flags |= feature.compiler_flag
  return flags


def _indent(text, indent=4):
  return re.sub("(?m)^(?!$)", indent * " ", text)


def _comment_line(line):
  line = line.rstrip()
  return "# " + line if line else "#"


def _exception_traceback(exc_info):
  # Not format_exception(), which does not ask linecache for the lines of examples.
  return "".join(traceback.TracebackException(*exc_info).format())


class _FakeOut(StringIO):
  """Standard output of an example; what is there ends with a line end."""

  def getvalue(self):
    text = StringIO.getvalue(self)
    return text + "\n" if text and not text.endswith("\n") else text

  def truncate(self, size=None):
    self.seek(size)
    StringIO.truncate(self)


def _ellipsis_match(want, got):
  """Whether the texts are equal when each ... stands for anything."""
  if ELLIPSIS_MARKER not in want:
    return want == got
  first, *middle, last = want.split(ELLIPSIS_MARKER)
  if not got.startswith(first) or not got.endswith(last):
    return False
  start, end = len(first), len(got) - len(last)
  if start > end:
    return False
  for piece in middle:
    start = got.find(piece, start, end)
    if start < 0:
      return False
    start += len(piece)
  return True


def _strip_exception_details(msg):
  """The name of the exception without its module and message."""
  end = msg.find("\n")
  end = len(msg) if end < 0 else end
  colon = msg.find(":", 0, end)
  end = colon if colon >= 0 else end
  return msg[msg.rfind(".", 0, end) + 1:end]


class Example:
  """One example: source, expected output, and where it stands."""

  def __init__(self, source, want, exc_msg=None, lineno=0, indent=0, options=None):
    self.source = source if source.endswith("\n") else source + "\n"
    self.want = want if not want or want.endswith("\n") else want + "\n"
    self.exc_msg = exc_msg if exc_msg is None or exc_msg.endswith("\n") else exc_msg + "\n"
    self.lineno = lineno
    self.indent = indent
    self.options = {} if options is None else options

  def _fields(self):
    return self.source, self.want, self.lineno, self.indent, self.options, self.exc_msg

  def __eq__(self, other):
    if type(self) is not type(other):
      return NotImplemented
    return self._fields() == other._fields()

  def __hash__(self):
    return hash((self.source, self.want, self.lineno, self.indent, self.exc_msg))


class DocTest:
  """The examples of one docstring, with the namespace they run in."""

  def __init__(self, examples, globs, name, filename, lineno, docstring):
    assert not isinstance(examples, str), "DocTest no longer accepts str; use DocTestParser instead"
    self.examples = examples
    self.docstring = docstring
    self.globs = globs.copy()
    self.name = name
    self.filename = filename
    self.lineno = lineno

  def __repr__(self):
    count = len(self.examples)
    examples = "no examples" if not count else "1 example" if count == 1 else f"{count} examples"
    return f"<{type(self).__name__} {self.name} from {self.filename}:{self.lineno} ({examples})>"

  def _fields(self):
    return self.examples, self.docstring, self.globs, self.name, self.filename, self.lineno

  def __eq__(self, other):
    if type(self) is not type(other):
      return NotImplemented
    return self._fields() == other._fields()

  def __hash__(self):
    return hash((self.docstring, self.name, self.filename, self.lineno))

  def __lt__(self, other):
    if not isinstance(other, DocTest):
      return NotImplemented

    def key(test):
      return test.name, test.filename, -1 if test.lineno is None else test.lineno, id(test)
    return key(self) < key(other)


class DocTestParser:
  """Finds the examples in a text."""

  # Flags in the text: their names would bring module enum along.
  _EXAMPLE = re.compile(r"""(?mx)
      (?P<source>
          (?:^(?P<indent>[ ]*)>>>.*)        # the first line
          (?:\n[ ]*\.\.\..*)*)              # and those that continue it
      \n?
      (?P<want>(?:(?![ ]*$)                 # what is expected: up to a blank line
                  (?![ ]*>>>)               # or another example
                  .+$\n?)*)
      """)
  _EXCEPTION = re.compile(r"""(?msx)
      ^(?P<hdr>Traceback\ \((?:most\ recent\ call\ last|innermost\ last)\):)
      \s*$
      (?P<stack>.*?)
      ^(?P<msg>\w+.*)
      """)
  _OPTION = re.compile(r"(?m)#\s*doctest:\s*([^\n\'\"]*)$")
  _MIN_INDENT = re.compile(r"(?m)^([ ]*)(?=\S)")

  def parse(self, string, name="<string>"):
    """Examples and the texts between them, in order."""
    string = string.expandtabs()
    margin = min(map(len, self._MIN_INDENT.findall(string)), default=0)
    if margin > 0:
      string = "\n".join([line[margin:] for line in string.split("\n")])
    parts = []
    at = lineno = 0
    for match in self._EXAMPLE.finditer(string):
      parts.append(string[at:match.start()])
      lineno += string.count("\n", at, match.start())
      source, options, want, exc_msg = self._parse_example(match, name, lineno)
      if not self._is_comment(source):
        parts.append(Example(source, want, exc_msg, lineno=lineno, indent=margin + len(match.group("indent")), options=options))
      lineno += string.count("\n", match.start(), match.end())
      at = match.end()
    parts.append(string[at:])
    return parts

  def get_doctest(self, string, globs, name, filename, lineno):
    """The examples of a text as one test."""
    return DocTest(self.get_examples(string, name), globs, name, filename, lineno, string)

  def get_examples(self, string, name="<string>"):
    """The examples of a text."""
    return [part for part in self.parse(string, name) if isinstance(part, Example)]

  def _parse_example(self, match, name, lineno):
    indent = len(match.group("indent"))
    lines = match.group("source").split("\n")
    for index, line in enumerate(lines):
      if len(line) >= indent + 4 and line[indent + 3] != " ":
        raise ValueError(f"line {lineno + index + 1} of the docstring for {name} lacks blank after {line[indent:indent + 3]}: {line!r}")
    self._check_prefix(lines[1:], " " * indent + ".", name, lineno)
    source = "\n".join([line[indent + 4:] for line in lines])
    want = match.group("want")
    want_lines = want.split("\n")
    if len(want_lines) > 1 and not want_lines[-1].strip(" "):
      del want_lines[-1]
    self._check_prefix(want_lines, " " * indent, name, lineno + len(lines))
    want = "\n".join([line[indent:] for line in want_lines])
    exception = self._EXCEPTION.match(want)
    return source, self._find_options(source, name, lineno), want, exception and exception.group("msg")

  def _find_options(self, source, name, lineno):
    """The options in comments: # doctest: +NAME, -NAME."""
    options = {}
    for match in self._OPTION.finditer(source):
      for option in match.group(1).replace(",", " ").split():
        if option[0] not in "+-" or option[1:] not in OPTIONFLAGS_BY_NAME:
          raise ValueError(f"line {lineno + 1} of the doctest for {name} has an invalid option: {option!r}")
        options[OPTIONFLAGS_BY_NAME[option[1:]]] = option[0] == "+"
    if options and self._is_comment(source):
      raise ValueError(f"line {lineno} of the doctest for {name} has an option directive on a line with no example: {source!r}")
    return options

  def _is_comment(self, source):
    return not source.strip() or source.lstrip().startswith("#") and "\n" not in source.strip()

  def _check_prefix(self, lines, prefix, name, lineno):
    for index, line in enumerate(lines):
      if line and not line.startswith(prefix):
        raise ValueError(f"line {lineno + index + 1} of the docstring for {name} has inconsistent leading whitespace: {line!r}")


class DocTestFinder:
  """Finds the tests of an object and of what it contains."""

  def __init__(self, verbose=False, parser=DocTestParser(), recurse=True, exclude_empty=True):
    self._parser = parser
    self._verbose = verbose
    self._recurse = recurse
    self._exclude_empty = exclude_empty

  def find(self, obj, name=None, module=None, globs=None, extraglobs=None):
    """The sorted list of tests."""
    if name is None:
      name = getattr(obj, "__name__", None)
      if name is None:
        raise ValueError(f"DocTestFinder.find: name must be given when obj.__name__ doesn't exist: {type(obj)!r}")
    if module is False:
      module = None
    elif module is None:
      module = inspect.getmodule(obj)
    lines = self._source_lines(obj, module)
    if globs is None:
      globs = {} if module is None else module.__dict__.copy()
    else:
      globs = globs.copy()
    if extraglobs is not None:
      globs.update(extraglobs)
    globs.setdefault("__name__", "__main__")
    tests = []
    self._find(tests, obj, name, module, lines, globs, set())
    tests.sort()
    return tests

  def _source_lines(self, obj, module):
    try:
      file = inspect.getsourcefile(obj) or inspect.getfile(obj)
    except TypeError:
      return None
    if not file:
      return None
    return (linecache.getlines(file, module.__dict__) if module is not None else linecache.getlines(file)) or None

  def _from_module(self, module, obj):
    """Whether the object was made in the module."""
    if module is None:
      return True
    if inspect.isfunction(obj):
      return module.__dict__ is obj.__globals__
    if inspect.ismethoddescriptor(obj) and hasattr(obj, "__objclass__"):
      return module.__name__ == obj.__objclass__.__module__
    if isinstance(obj, property):
      return True
    if hasattr(obj, "__module__"):
      return module.__name__ == obj.__module__
    if inspect.getmodule(obj) is not None:
      return module is inspect.getmodule(obj)
    raise ValueError("object must be a class or function")

  def _is_routine(self, obj):
    try:
      obj = inspect.unwrap(obj)
    except ValueError:
      pass
    return inspect.isroutine(obj)

  def _find(self, tests, obj, name, module, lines, globs, seen):
    if self._verbose:
      print(f"Finding tests in {name}")
    if id(obj) in seen:
      return
    seen.add(id(obj))
    test = self._get_test(obj, name, module, globs, lines)
    if test is not None:
      tests.append(test)
    if not self._recurse:
      return
    if inspect.ismodule(obj):
      for key, value in list(obj.__dict__.items()):
        if (self._is_routine(value) or inspect.isclass(value)) and self._from_module(module, value):
          self._find(tests, value, f"{name}.{key}", module, lines, globs, seen)
      for key, value in getattr(obj, "__test__", {}).items():
        if not isinstance(key, str):
          raise ValueError(f"DocTestFinder.find: __test__ keys must be strings: {type(key)!r}")
        if not (inspect.isroutine(value) or inspect.isclass(value) or inspect.ismodule(value) or isinstance(value, str)):
          raise ValueError("DocTestFinder.find: __test__ values must be strings, functions, methods, classes, or modules: "
                           f"{type(value)!r}")
        self._find(tests, value, f"{name}.__test__.{key}", module, lines, globs, seen)
    elif inspect.isclass(obj):
      for key, value in list(obj.__dict__.items()):
        if isinstance(value, (staticmethod, classmethod)):
          value = value.__func__
        if (inspect.isroutine(value) or inspect.isclass(value) or isinstance(value, property)) and self._from_module(module, value):
          self._find(tests, value, f"{name}.{key}", module, lines, globs, seen)

  def _get_test(self, obj, name, module, globs, lines):
    doc = obj if isinstance(obj, str) else getattr(obj, "__doc__", None)
    doc = "" if doc is None else str(doc)
    lineno = self._find_lineno(obj, lines)
    if self._exclude_empty and not doc:
      return None
    filename = None if module is None else getattr(module, "__file__", None) or module.__name__
    return self._parser.get_doctest(doc, globs, name, filename, lineno)

  def _find_lineno(self, obj, lines):
    """The line on which the docstring begins, from 0; None if it is not known."""
    lineno = None
    doc = getattr(obj, "__doc__", None)
    if inspect.ismodule(obj) and doc is not None:
      lineno = 0
    if inspect.isclass(obj) and doc is not None:
      if lines is None:
        return None
      pattern = re.compile(r"^\s*class\s*%s\b" % re.escape(getattr(obj, "__name__", "-")))
      lineno = next((index for index, line in enumerate(lines) if pattern.match(line)), None)
    if inspect.ismethod(obj):
      obj = obj.__func__
    if inspect.isroutine(obj) and getattr(obj, "__doc__", None):
      try:
        obj = inspect.unwrap(obj)
      except ValueError:
        pass
      obj = getattr(obj, "__code__", None)
      if obj is not None:
        lineno = obj.co_firstlineno - 1
    if lineno is None:
      return None
    if lines is None:
      return lineno + 1
    pattern = re.compile(r"(^|.*:)\s*\w*(\"|')")
    return next((index for index in range(lineno, len(lines)) if pattern.match(lines[index])), None)


class DocTestRunner:
  """Runs tests and reports."""

  DIVIDER = "*" * 70

  def __init__(self, checker=None, verbose=None, optionflags=0):
    self._checker = checker or OutputChecker()
    self._verbose = "-v" in sys.argv if verbose is None else verbose
    self.optionflags = optionflags
    self.original_optionflags = optionflags
    self.tries = 0
    self.failures = 0
    self._name2ft = {}
    self._fakeout = _FakeOut()

  def report_start(self, out, test, example):
    """Called before an example."""
    if self._verbose:
      expecting = "Expecting:\n" + _indent(example.want) if example.want else "Expecting nothing\n"
      out("Trying:\n" + _indent(example.source) + expecting)

  def report_success(self, out, test, example, got):
    """Called when the output is as expected."""
    if self._verbose:
      out("ok\n")

  def report_failure(self, out, test, example, got):
    """Called when the output is another one."""
    out(self._failure_header(test, example) + self._checker.output_difference(example, got, self.optionflags))

  def report_unexpected_exception(self, out, test, example, exc_info):
    """Called when an example raised an exception that is not expected."""
    out(self._failure_header(test, example) + "Exception raised:\n" + _indent(_exception_traceback(exc_info)))

  def _failure_header(self, test, example):
    if test.filename:
      known = test.lineno is not None and example.lineno is not None
      lineno = test.lineno + example.lineno + 1 if known else "?"
      place = f'File "{test.filename}", line {lineno}, in {test.name}'
    else:
      place = f"Line {example.lineno + 1}, in {test.name}"
    return f"{self.DIVIDER}\n{place}\nFailed example:\n{_indent(example.source)}"

  def _run_example(self, source, filename, flags, globs):
    """exc_info of the exception, or None."""
    try:
      exec(compile(source, filename, "single", flags, True), globs)
      return None
    except KeyboardInterrupt:
      raise
    except:
      return sys.exc_info()

  def _judge(self, example, got, exception):
    """'ok', 'failed', or 'raised'."""
    check = self._checker.check_output
    if exception is None:
      return "ok" if check(example.want, got, self.optionflags) else "failed"
    if example.exc_msg is None:
      return "raised"
    lines = traceback.format_exception_only(*exception[:2])
    if issubclass(exception[0], SyntaxError):
      # The source line and the caret are not compared.
      cls = exception[0]
      names = (f"{cls.__qualname__}:", f"{cls.__module__}.{cls.__qualname__}:")
      lines = lines[next(index for index, line in enumerate(lines) if line.startswith(names)):]
    message = "".join(lines)
    if check(example.exc_msg, message, self.optionflags):
      return "ok"
    if self.optionflags & IGNORE_EXCEPTION_DETAIL:
      if check(_strip_exception_details(example.exc_msg), _strip_exception_details(message), self.optionflags):
        return "ok"
    return "failed"

  def _run(self, test, flags, out):
    failures = tries = 0
    original = self.optionflags
    for number, example in enumerate(test.examples):
      quiet = self.optionflags & REPORT_ONLY_FIRST_FAILURE and failures > 0
      self.optionflags = original
      for flag, on in example.options.items():
        self.optionflags = self.optionflags | flag if on else self.optionflags & ~flag
      if self.optionflags & SKIP:
        continue
      tries += 1
      if not quiet:
        self.report_start(out, test, example)
      exception = self._run_example(example.source, f"<doctest {test.name}[{number}]>", flags, test.globs)
      got = self._fakeout.getvalue()
      self._fakeout.truncate(0)
      outcome = self._judge(example, got, exception)
      if exception is not None and not quiet:
        got += _exception_traceback(exception)
      if outcome == "ok":
        if not quiet:
          self.report_success(out, test, example, got)
      else:
        failures += 1
        if not quiet:
          if outcome == "failed":
            self.report_failure(out, test, example, got)
          else:
            self.report_unexpected_exception(out, test, example, exception)
      if failures and self.optionflags & FAIL_FAST:
        break
    self.optionflags = original
    before = self._name2ft.get(test.name, (0, 0))
    self._name2ft[test.name] = (before[0] + failures, before[1] + tries)
    self.failures += failures
    self.tries += tries
    return TestResults(failures, tries)

  def run(self, test, compileflags=None, out=None, clear_globs=True):
    """Runs the examples of a test; (failed, attempted)."""
    self.test = test
    if compileflags is None:
      compileflags = _future_flags(test.globs)
    stdout, displayhook, getlines = sys.stdout, sys.displayhook, linecache.getlines
    if out is None:
      out = stdout.write

    def patched_getlines(filename, module_globals=None):
      # Tracebacks show the lines of examples.
      match = re.match(r"<doctest (?P<name>.+)\[(?P<number>\d+)\]>$", filename)
      if match and match.group("name") == self.test.name:
        return self.test.examples[int(match.group("number"))].source.splitlines(keepends=True)
      return getlines(filename, module_globals)

    sys.stdout, sys.displayhook, linecache.getlines = self._fakeout, sys.__displayhook__, patched_getlines
    try:
      return self._run(test, compileflags, out)
    finally:
      sys.stdout, sys.displayhook, linecache.getlines = stdout, displayhook, getlines
      if clear_globs:
        test.globs.clear()
        import builtins
        builtins._ = None

  def summarize(self, verbose=None):
    """Writes a summary of all tests that were run; (failed, attempted)."""
    if verbose is None:
      verbose = self._verbose
    items = sorted(self._name2ft.items())
    empty = [name for name, (_, tries) in items if not tries]
    passed = [(name, tries) for name, (failures, tries) in items if tries and not failures]
    failed = [(name, failures, tries) for name, (failures, tries) in items if failures]
    attempted = sum([tries for _, (_, tries) in items])
    failures = sum([count for _, (count, _) in items])
    if verbose:
      if empty:
        print(len(empty), "items had no tests:")
        for name in empty:
          print("   ", name)
      if passed:
        print(len(passed), "items passed all tests:")
        for name, tries in passed:
          print(f" {tries:3d} tests in {name}")
    if failed:
      print(self.DIVIDER)
      print(len(failed), "items had failures:")
      for name, count, tries in failed:
        print(f" {count:3d} of {tries:3d} in {name}")
    if verbose:
      print(attempted, "tests in", len(items), "items.")
      print(attempted - failures, "passed and", failures, "failed.")
    if failures:
      print("***Test Failed***", failures, "failures.")
    elif verbose:
      print("Test passed.")
    return TestResults(failures, attempted)

  def merge(self, other):
    """Adds the outcomes of another runner."""
    for name, (failures, tries) in other._name2ft.items():
      before = self._name2ft.get(name, (0, 0))
      self._name2ft[name] = (before[0] + failures, before[1] + tries)


class OutputChecker:
  """Compares outputs."""

  def check_output(self, want, got, optionflags):
    """Whether the output is as wanted."""
    want, got = [text.encode("ascii", "backslashreplace").decode("ascii") for text in (want, got)]
    if got == want:
      return True
    if not optionflags & DONT_ACCEPT_TRUE_FOR_1 and (got, want) in (("True\n", "1\n"), ("False\n", "0\n")):
      return True
    if not optionflags & DONT_ACCEPT_BLANKLINE:
      want = re.sub(rf"(?m)^{re.escape(BLANKLINE_MARKER)}\s*?$", "", want)
      got = re.sub(r"(?m)^[^\S\n]+$", "", got)
      if got == want:
        return True
    if optionflags & NORMALIZE_WHITESPACE:
      got = " ".join(got.split())
      want = " ".join(want.split())
      if got == want:
        return True
    return bool(optionflags & ELLIPSIS and _ellipsis_match(want, got))

  def output_difference(self, example, got, optionflags):
    """The text about the difference."""
    want = example.want
    if not optionflags & DONT_ACCEPT_BLANKLINE:
      got = re.sub("(?m)^[ ]*(?=\n)", BLANKLINE_MARKER, got)
    if optionflags & REPORT_NDIFF or optionflags & (REPORT_UDIFF | REPORT_CDIFF) and want.count("\n") > 2 and got.count("\n") > 2:
      return self._diff(want.splitlines(keepends=True), got.splitlines(keepends=True), optionflags)
    if want and got:
      return f"Expected:\n{_indent(want)}Got:\n{_indent(got)}"
    if want:
      return f"Expected:\n{_indent(want)}Got nothing\n"
    if got:
      return f"Expected nothing\nGot:\n{_indent(got)}"
    return "Expected nothing\nGot nothing\n"

  def _diff(self, want, got, optionflags):
    import difflib
    if optionflags & REPORT_UDIFF:
      diff = list(difflib.unified_diff(want, got, n=2))[2:]
      kind = "unified diff with -expected +actual"
    elif optionflags & REPORT_CDIFF:
      diff = list(difflib.context_diff(want, got, n=2))[2:]
      kind = "context diff with expected followed by actual"
    else:
      diff = difflib.Differ(charjunk=difflib.IS_CHARACTER_JUNK).compare(want, got)
      kind = "ndiff with -expected +actual"
    return f"Differences ({kind}):\n{_indent(''.join(diff))}"


class DocTestFailure(Exception):
  """An example failed, with DebugRunner."""

  def __init__(self, test, example, got):
    self.test = test
    self.example = example
    self.got = got

  def __str__(self):
    return str(self.test)


class UnexpectedException(Exception):
  """An example raised an exception, with DebugRunner."""

  def __init__(self, test, example, exc_info):
    self.test = test
    self.example = example
    self.exc_info = exc_info

  def __str__(self):
    return str(self.test)


class DebugRunner(DocTestRunner):
  """Raises at the first failure."""

  def run(self, test, compileflags=None, out=None, clear_globs=True):
    result = DocTestRunner.run(self, test, compileflags, out, False)
    if clear_globs:
      test.globs.clear()
    return result

  def report_unexpected_exception(self, out, test, example, exc_info):
    raise UnexpectedException(test, example, exc_info)

  def report_failure(self, out, test, example, got):
    raise DocTestFailure(test, example, got)


master = None


def _run_all(runner, tests, report):
  """Runs the tests and writes the summary; outcomes are also added to `master`."""
  global master
  for test in tests:
    runner.run(test)
  if report:
    runner.summarize()
  if master is None:
    master = runner
  else:
    master.merge(runner)
  return TestResults(runner.failures, runner.tries)


def testmod(m=None, name=None, globs=None, verbose=None, report=True, optionflags=0, extraglobs=None, raise_on_error=False,
            exclude_empty=False):
  """Runs the examples of a module; (failed, attempted)."""
  m = sys.modules.get("__main__") if m is None else m
  if not inspect.ismodule(m):
    raise TypeError(f"testmod: module required; {m!r}")
  runner = (DebugRunner if raise_on_error else DocTestRunner)(verbose=verbose, optionflags=optionflags)
  tests = DocTestFinder(exclude_empty=exclude_empty).find(m, m.__name__ if name is None else name, globs=globs, extraglobs=extraglobs)
  return _run_all(runner, tests, report)


def _read_file(filename, package, module_relative, encoding):
  """(text, path) of a file of examples."""
  if package and not module_relative:
    raise ValueError("Package may only be specified for module-relative paths.")
  if module_relative:
    module = _normalize_module(package, 4)
    if not hasattr(module, "__file__"):
      raise ValueError(f"Can't resolve paths relative to the module {module!r} (it has no __file__)")
    if filename.startswith("/"):
      raise ValueError("Module-relative files may not have absolute paths")
    filename = os.path.join(os.path.dirname(module.__file__), *filename.split("/"))
  with open(filename, encoding=encoding or "utf-8") as file:
    return file.read(), filename


def testfile(filename, module_relative=True, name=None, package=None, globs=None, verbose=None, report=True, optionflags=0, extraglobs=None,
             raise_on_error=False, parser=DocTestParser(), encoding=None):
  """Runs the examples of a text file; (failed, attempted)."""
  text, filename = _read_file(filename, package, module_relative, encoding)
  globs = dict(globs or {}, **(extraglobs or {}))
  globs.setdefault("__name__", "__main__")
  runner = (DebugRunner if raise_on_error else DocTestRunner)(verbose=verbose, optionflags=optionflags)
  test = parser.get_doctest(text, globs, os.path.basename(filename) if name is None else name, filename, 0)
  return _run_all(runner, [test], report)


def run_docstring_examples(f, globs, verbose=False, name="NoName", compileflags=None, optionflags=0):
  """Runs the examples of one object's docstring in a namespace."""
  runner = DocTestRunner(verbose=verbose, optionflags=optionflags)
  for test in DocTestFinder(verbose=verbose, recurse=False).find(f, name, globs=globs):
    runner.run(test, compileflags=compileflags)


# Tests for unittest.

_unittest_reportflags = 0


def set_unittest_reportflags(flags):
  """The options for reports of test suites; gives those before."""
  global _unittest_reportflags
  if flags & REPORTING_FLAGS != flags:
    raise ValueError("Only reporting flags allowed", flags)
  before = _unittest_reportflags
  _unittest_reportflags = flags
  return before


def __getattr__(name):
  if name in ("DocTestCase", "DocFileCase", "SkipDocTestCase"):
    # unittest is only needed by those who use it.
    import _doctest_unittest
    return getattr(_doctest_unittest, name)
  raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def DocTestSuite(module=None, globs=None, extraglobs=None, test_finder=None, **options):
  """The tests of a module as a unittest suite."""
  import _doctest_unittest
  return _doctest_unittest.module_suite(_normalize_module(module), globs, extraglobs, test_finder or DocTestFinder(), options)


def DocFileTest(path, module_relative=True, package=None, globs=None, parser=DocTestParser(), encoding=None, **options):
  """The examples of a text file as a unittest case."""
  import _doctest_unittest
  text, path = _read_file(path, package, module_relative, encoding)
  globs = {} if globs is None else globs.copy()
  globs.setdefault("__file__", path)
  return _doctest_unittest.DocFileCase(parser.get_doctest(text, globs, os.path.basename(path), path, 0), **options)


def DocFileSuite(*paths, **kw):
  """The examples of text files as a unittest suite."""
  import _doctest_unittest
  if kw.get("module_relative", True):
    kw["package"] = _normalize_module(kw.get("package"))
  return _doctest_unittest.DocTestSuite([DocFileTest(path, **kw) for path in paths])


# Examples as programs.

def script_from_examples(s):
  """The examples of a text as a program; all else becomes comments."""
  lines = []
  for part in DocTestParser().parse(s):
    if isinstance(part, Example):
      lines.append(part.source[:-1])
      if part.want:
        lines.append("# Expected:")
        lines.extend(["## " + line for line in part.want.split("\n")[:-1]])
    else:
      lines.extend([_comment_line(line) for line in part.split("\n")[:-1]])
  while lines and lines[-1] == "#":
    lines.pop()
  while lines and lines[0] == "#":
    lines.pop(0)
  return "\n".join(lines) + "\n"


def testsource(module, name):
  """The examples of an object in a module as a program."""
  module = _normalize_module(module)
  found = [test for test in DocTestFinder().find(module) if test.name == name]
  if not found:
    raise ValueError(name, "not found in tests")
  return script_from_examples(found[0].docstring)


def debug_src(src, pm=False, globs=None):
  """Runs the examples of a text as a program; there is no debugger to run it in."""
  exec(script_from_examples(src), globs.copy() if globs else {})


def debug(module, name, pm=False):
  """Runs the examples of an object as a program; there is no debugger to run it in."""
  module = _normalize_module(module)
  debug_src(testsource(module, name), pm, module.__dict__)


def _main():
  import argparse
  parser = argparse.ArgumentParser(description="doctest runner")
  parser.add_argument("-v", "--verbose", action="store_true", default=False, help="print very verbose output for all tests")
  parser.add_argument("-o", "--option", action="append", choices=OPTIONFLAGS_BY_NAME.keys(), default=[],
                      help="specify a doctest option flag to apply to the test run; may be specified more than once to apply multiple "
                           "options")
  parser.add_argument("-f", "--fail-fast", action="store_true",
                      help="stop running tests after first failure (this is a shorthand for -o FAIL_FAST, and is in addition to any other "
                           "-o options)")
  parser.add_argument("file", nargs="+", help="file containing the tests to run")
  args = parser.parse_args()
  options = 0
  for option in args.option:
    options |= OPTIONFLAGS_BY_NAME[option]
  if args.fail_fast:
    options |= FAIL_FAST
  for filename in args.file:
    if filename.endswith(".py"):
      folder, filename = os.path.split(filename)
      sys.path.insert(0, folder)
      module = __import__(filename[:-3])
      del sys.path[0]
      failures, _ = testmod(module, verbose=args.verbose, optionflags=options)
    else:
      failures, _ = testfile(filename, module_relative=False, verbose=args.verbose, optionflags=options)
    if failures:
      return 1
  return 0


if __name__ == "__main__":
  sys.exit(_main())
