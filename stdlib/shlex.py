"""Words of a command line as the shell sees them.

>>> split("cp 'my file' dest\\\\ dir # comment", comments=True)
['cp', 'my file', 'dest dir']
>>> join(["echo", "it's"])
'echo \\'it\\'"\\'"\\'s\\''
"""

import sys
from collections import deque
from io import StringIO

__all__ = ["shlex", "split", "quote", "join"]


class shlex:
  """A lexer for simple shell-like languages; its attributes are the character classes and may be changed."""

  def __init__(self, instream=None, infile=None, posix=False, punctuation_chars=False):
    if isinstance(instream, str):
      instream = StringIO(instream)
    self.instream = sys.stdin if instream is None else instream
    self.infile = None if instream is None else infile
    self.posix = posix
    self.eof = None if posix else ""
    self.commenters = "#"
    self.wordchars = "abcdfeghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_"
    if posix:
      self.wordchars += ("\u00df\u00e0\u00e1\u00e2\u00e3\u00e4\u00e5\u00e6\u00e7\u00e8\u00e9\u00ea\u00eb\u00ec\u00ed\u00ee\u00ef"
                         "\u00f0\u00f1\u00f2\u00f3\u00f4\u00f5\u00f6\u00f8\u00f9\u00fa\u00fb\u00fc\u00fd\u00fe\u00ff"
                         "\u00c0\u00c1\u00c2\u00c3\u00c4\u00c5\u00c6\u00c7\u00c8\u00c9\u00ca\u00cb\u00cc\u00cd\u00ce\u00cf"
                         "\u00d0\u00d1\u00d2\u00d3\u00d4\u00d5\u00d6\u00d8\u00d9\u00da\u00db\u00dc\u00dd\u00de")
    self.whitespace = " \t\r\n"
    self.whitespace_split = False
    self.quotes = "'\""
    self.escape = "\\"
    self.escapedquotes = '"'
    self.state = " "
    self.pushback = deque()
    self.lineno = 1
    self.debug = 0
    self.token = ""
    self.filestack = deque()
    self.source = None
    if punctuation_chars is True:
      punctuation_chars = "();<>|&"
    elif not punctuation_chars:
      punctuation_chars = ""
    self._punctuation_chars = punctuation_chars
    if punctuation_chars:
      self._pushback_chars = deque()
      self.wordchars += "~-./*?="
      punctuation = set(punctuation_chars)
      self.wordchars = "".join([c for c in self.wordchars if c not in punctuation])

  @property
  def punctuation_chars(self):
    return self._punctuation_chars

  def _report(self, level, text):
    if self.debug >= level:
      print(f"shlex: {text}")

  def push_token(self, tok):
    """Puts a token back, to be read next."""
    self._report(1, f"pushing token {tok!r}")
    self.pushback.appendleft(tok)

  def push_source(self, newstream, newfile=None):
    """Reads from another stream first."""
    if isinstance(newstream, str):
      newstream = StringIO(newstream)
    self.filestack.appendleft((self.infile, self.instream, self.lineno))
    self.infile, self.instream, self.lineno = newfile, newstream, 1
    self._report(1, f"pushing to stream {newstream}" if newfile is None else f"pushing to file {newfile}")

  def pop_source(self):
    """Goes back to the stream that was read before push_source()."""
    self.instream.close()
    self.infile, self.instream, self.lineno = self.filestack.popleft()
    self._report(1, f"popping to {self.instream}, line {self.lineno}")
    self.state = " "

  def get_token(self):
    """The next token; `eof` at the end."""
    if self.pushback:
      tok = self.pushback.popleft()
      self._report(1, f"popping token {tok!r}")
      return tok
    raw = self.read_token()
    if self.source is not None:
      while raw == self.source:
        spec = self.sourcehook(self.read_token())
        if spec:
          self.push_source(spec[1], spec[0])
        raw = self.get_token()
    while raw == self.eof:
      if not self.filestack:
        return self.eof
      self.pop_source()
      raw = self.get_token()
    self._report(1, f"token={raw!r}")
    return raw

  def _next_char(self):
    if self._punctuation_chars and self._pushback_chars:
      return self._pushback_chars.pop()
    return self.instream.read(1)

  def _skip_comment(self):
    self.instream.readline()
    self.lineno += 1

  def read_token(self):
    """The next token of the stream, without what was put back.

    `state` is " " between words, "a" in a word, "c" in punctuation, a quotation mark or escape character inside of those,
    and None at the end.
    """
    quoted = False
    escaped_from = " "
    while True:
      c = self._next_char()
      if c == "\n":
        self.lineno += 1
      state = self.state
      if self.debug >= 3:
        self._report(3, f"in state {state!r} I see character: {c!r}")
      if state is None:
        self.token = ""
        break
      if state == " ":
        if not c:
          self.state = None
          break
        if c in self.whitespace:
          self._report(2, "I see whitespace in whitespace state")
          if self.token or self.posix and quoted:
            break
        elif c in self.commenters:
          self._skip_comment()
        elif self.posix and c in self.escape:
          escaped_from = "a"
          self.state = c
        elif c in self.wordchars:
          self.token = c
          self.state = "a"
        elif c in self._punctuation_chars:
          self.token = c
          self.state = "c"
        elif c in self.quotes:
          if not self.posix:
            self.token = c
          self.state = c
        elif self.whitespace_split:
          self.token = c
          self.state = "a"
        else:
          self.token = c
          if self.token or self.posix and quoted:
            break
      elif state in self.quotes:
        quoted = True
        if not c:
          self._report(2, "I see EOF in quotes state")
          raise ValueError("No closing quotation")
        if c == state:
          if self.posix:
            self.state = "a"
          else:
            self.token += c
            self.state = " "
            break
        elif self.posix and c in self.escape and state in self.escapedquotes:
          escaped_from = state
          self.state = c
        else:
          self.token += c
      elif state in self.escape:
        if not c:
          self._report(2, "I see EOF in escape state")
          raise ValueError("No escaped character")
        # Inside of quotes the escape character only escapes itself and the quotation mark.
        if escaped_from in self.quotes and c != state and c != escaped_from:
          self.token += state
        self.token += c
        self.state = escaped_from
      elif not c:
        self.state = None
        break
      elif c in self.whitespace:
        self._report(2, "I see whitespace in word state")
        self.state = " "
        if self.token or self.posix and quoted:
          break
      elif c in self.commenters:
        self._skip_comment()
        if self.posix:
          self.state = " "
          if self.token or self.posix and quoted:
            break
      elif state == "c":
        if c in self._punctuation_chars:
          self.token += c
        else:
          if c not in self.whitespace:
            self._pushback_chars.append(c)
          self.state = " "
          break
      elif self.posix and c in self.quotes:
        self.state = c
      elif self.posix and c in self.escape:
        escaped_from = "a"
        self.state = c
      elif c in self.wordchars or c in self.quotes or self.whitespace_split and c not in self._punctuation_chars:
        self.token += c
      else:
        if self._punctuation_chars:
          self._pushback_chars.append(c)
        else:
          self.pushback.appendleft(c)
        self._report(2, "I see punctuation in word state")
        self.state = " "
        if self.token or self.posix and quoted:
          break
    result = self.token
    self.token = ""
    if self.posix and not quoted and result == "":
      result = None
    self._report(2, f"raw token={result!r}" if result else "raw token=EOF")
    return result

  def sourcehook(self, newfile):
    """Opens the file of a source request; (name, stream)."""
    import os.path
    if newfile[0] == '"':
      newfile = newfile[1:-1]
    if isinstance(self.infile, str) and not os.path.isabs(newfile):
      newfile = os.path.join(os.path.dirname(self.infile), newfile)
    return newfile, open(newfile, "r")

  def error_leader(self, infile=None, lineno=None):
    """The beginning of an error message about the current place."""
    return f'"{self.infile if infile is None else infile}", line {self.lineno if lineno is None else lineno}: '

  def __iter__(self):
    return self

  def __next__(self):
    token = self.get_token()
    if token == self.eof:
      raise StopIteration
    return token


def split(s, comments=False, posix=True):
  """The words of a command line."""
  if s is None:
    import warnings
    warnings.warn("Passing None for 's' to shlex.split() is deprecated.", DeprecationWarning, stacklevel=2)
  lexer = shlex(s, posix=posix)
  lexer.whitespace_split = True
  if not comments:
    lexer.commenters = ""
  return list(lexer)


def join(split_command):
  """A command line of words."""
  return " ".join([quote(arg) for arg in split_command])


_SAFE = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_@%+=:,./-")


def quote(s):
  """The text as one word of a command line."""
  if not s:
    return "''"
  if isinstance(s, bytes):
    raise TypeError("cannot use a string pattern on a bytes-like object")
  if not isinstance(s, str):
    raise TypeError(f"expected string or bytes-like object, got {type(s).__name__!r}")
  if _SAFE.issuperset(s):
    return s
  return "'" + s.replace("'", "'\"'\"'") + "'"
