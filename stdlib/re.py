r"""Regular expressions.

The engine is PCRE2 behind Python's syntax and semantics. A match that needs too many steps (catastrophic backtracking) ends in a RuntimeError.

>>> import re
>>> re.findall(r"\w+", "three short words")
['three', 'short', 'words']
>>> re.sub(r"(\d+)", r"<\1>", "a1b22")
'a<1>b<22>'
"""

import copyreg

import _re
from _re import Match, Pattern

__all__ = ["match", "fullmatch", "search", "sub", "subn", "split", "findall", "finditer", "compile", "purge", "template", "escape", "error",
           "Pattern", "Match", "A", "I", "L", "M", "S", "X", "U", "ASCII", "IGNORECASE", "LOCALE", "MULTILINE", "DOTALL", "VERBOSE",
           "UNICODE", "NOFLAG", "RegexFlag"]

__version__ = "2.2.1"

_FLAG_NAMES = {"NOFLAG", "ASCII", "A", "IGNORECASE", "I", "LOCALE", "L", "UNICODE", "U", "MULTILINE", "M", "DOTALL", "S", "VERBOSE", "X",
               "TEMPLATE", "T", "DEBUG"}


class error(Exception):
  """A pattern that is no valid regular expression: msg, pattern, pos, lineno and colno say where."""

  __module__ = "re"

  def __init__(self, msg, pattern=None, pos=None):
    self.msg = msg
    self.pattern = pattern
    self.pos = pos
    if pattern is not None and pos is not None:
      newline = "\n" if isinstance(pattern, str) else b"\n"
      self.lineno = pattern.count(newline, 0, pos) + 1
      self.colno = pos - pattern.rfind(newline, 0, pos)
      msg = f"{msg} at position {pos}"
      if newline in pattern:
        msg = f"{msg} (line {self.lineno}, column {self.colno})"
    else:
      self.lineno = self.colno = None
    super().__init__(msg)


def match(pattern, string, flags=0):
  """Match the pattern at the start of the string: a Match object, or None."""
  return _re.match(pattern, string, flags)


def fullmatch(pattern, string, flags=0):
  """Match the pattern to all of the string: a Match object, or None."""
  return _re.fullmatch(pattern, string, flags)


def search(pattern, string, flags=0):
  """Find the first match of the pattern in the string: a Match object, or None."""
  return _re.search(pattern, string, flags)


def sub(pattern, repl, string, count=0, flags=0):
  """Replace the matches of the pattern in the string.

  repl is a text, whose escapes and references to groups are processed, or a function that gets the Match object. At most `count`
  matches are replaced, all when it is 0.
  """
  return _re.sub(pattern, repl, string, count, flags)


def subn(pattern, repl, string, count=0, flags=0):
  """As sub(), but returns (new string, number of replacements)."""
  return _re.subn(pattern, repl, string, count, flags)


def split(pattern, string, maxsplit=0, flags=0):
  """Split the string at the matches of the pattern; the texts of groups become items too."""
  return _re.split(pattern, string, maxsplit, flags)


def findall(pattern, string, flags=0):
  """All matches as a list: texts, texts of the only group, or tuples of groups."""
  return _re.findall(pattern, string, flags)


def finditer(pattern, string, flags=0):
  """An iterator over the Match objects of all matches."""
  return _re.finditer(pattern, string, flags)


def compile(pattern, flags=0):
  """A Pattern object, which keeps what the other functions would look up in a cache."""
  if flags:
    _check_flags(pattern, flags)
  return _re.compile(pattern, flags)


def purge():
  """Empty the cache of compiled patterns."""
  _re.purge()


def template(pattern, flags=0):
  """Compile a template pattern, deprecated."""
  import warnings
  warnings.warn("The re.template() function is deprecated as it is an undocumented function without an obvious purpose. "
                "Use re.compile() instead.", DeprecationWarning)
  with warnings.catch_warnings():
    warnings.simplefilter("ignore", DeprecationWarning)
    return _re.compile(pattern, flags | 1)


_escapes = {ord(c): "\\" + c for c in "()[]{}?*+-|^$\\.&~# \t\n\r\v\f"}


def escape(pattern):
  """The text with a backslash before every character that means something in patterns."""
  if isinstance(pattern, str):
    return pattern.translate(_escapes)
  return str(pattern, "latin1").translate(_escapes).encode("latin1")


def _check_flags(pattern, flags):
  if isinstance(flags, int) and not isinstance(pattern, Pattern):
    if flags & 1:
      import warnings
      warnings.warn("The re.TEMPLATE/re.T flag is deprecated as it is an undocumented flag without an obvious purpose. "
                    "Don't use it.", DeprecationWarning, 3)
    if flags & 128:
      raise NotImplementedError("re.DEBUG is not available: the engine's program is not Python's")


def _make_flags():
  """The flags, made when a program first asks for one: most programs that import re need no enum."""
  import enum

  class RegexFlag(enum.IntFlag, boundary=enum.KEEP):
    """What changes the meaning of a pattern."""

    NOFLAG = 0
    ASCII = A = 256
    IGNORECASE = I = 2
    LOCALE = L = 4
    UNICODE = U = 32
    MULTILINE = M = 8
    DOTALL = S = 16
    VERBOSE = X = 64
    TEMPLATE = T = 1
    DEBUG = 128
    __str__ = object.__str__
    _numeric_repr_ = hex

  RegexFlag.__module__ = "re"
  RegexFlag.__qualname__ = "RegexFlag"
  enum.global_enum(RegexFlag)
  globals()["RegexFlag"] = RegexFlag


def __getattr__(name):
  if name != "RegexFlag" and name not in _FLAG_NAMES:
    raise AttributeError(f"module 're' has no attribute '{name}'")
  _make_flags()
  return globals()[name]


def __dir__():
  return sorted({*globals(), *_FLAG_NAMES, "RegexFlag"})


def _compile(pattern, flags):
  """What pickles of patterns call."""
  return compile(pattern, flags)


def _pickle(pattern):
  return _compile, (pattern.pattern, pattern.flags)


copyreg.pickle(Pattern, _pickle)


class Scanner:
  """Cuts a text into tokens: a lexicon is a list of (pattern, action), tried in order at each place.

  An action gets the scanner and the matched text and returns a token; other values are tokens themselves, None skips the text.
  """

  def __init__(self, lexicon, flags=0):
    self.lexicon = lexicon
    phrases = []
    self._first_groups = {}
    number = 1
    for index, (phrase, action) in enumerate(lexicon):
      self._first_groups[number] = index
      phrases.append(f"({phrase})")
      number += 1 + _re.compile(phrase, int(flags)).groups
    self.scanner = _re.compile("|".join(phrases), int(flags))

  def scan(self, string):
    """(tokens, the rest of the text that no pattern matches)."""
    result = []
    match = self.scanner.scanner(string).match
    end = 0
    while True:
      self.match = m = match()
      if not m:
        break
      start, end = end, m.end()
      if start == end:
        break
      action = self.lexicon[self._first_groups[m.lastindex]][1]
      if callable(action):
        action = action(self, m.group())
      if action is not None:
        result.append(action)
    return result, string[end:]
