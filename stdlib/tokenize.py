"""Source text as tokens, with comments and line ends, and tokens as source text.

>>> import io, tokenize
>>> for token in tokenize.generate_tokens(io.StringIO("x = 1").readline):
...   print(tokenize.tok_name[token.type], repr(token.string), token.start)
NAME 'x' (1, 0)
OP '=' (1, 2)
NUMBER '1' (1, 4)
NEWLINE '' (1, 5)
ENDMARKER '' (2, 0)
"""

import re
import token as _token
from builtins import open as _builtin_open
from codecs import BOM_UTF8, lookup
from collections import namedtuple as _namedtuple
from io import TextIOWrapper
from token import *
from token import EXACT_TOKEN_TYPES

__all__ = _token.__all__ + ["tokenize", "generate_tokens", "detect_encoding", "untokenize", "TokenInfo"]

# Flags in the patterns, because re.ASCII would import enum.
cookie_re = re.compile(r"(?a)^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)")
blank_re = re.compile(br"(?a)^[ \t\f]*(?:[#\r\n]|$)")
tabsize = 8


class TokenError(Exception):
  """The end of the source inside a string or a bracket."""


class StopTokenizing(Exception):
  """Nothing raises it; programs catch it."""


class TokenInfo(_namedtuple("TokenInfo", "type string start end line")):
  """A token: its kind, text, place of its begin and end as (line, column), and the line."""

  def __repr__(self):
    return "TokenInfo(type=%d (%s), string=%r, start=%r, end=%r, line=%r)" % (self.type, tok_name[self.type], self.string, self.start, self.end,
                                                                             self.line)

  @property
  def exact_type(self):
    """The kind of an operator, where `type` tells only that it is one."""
    return EXACT_TOKEN_TYPES.get(self.string, self.type) if self.type == OP else self.type


_PREFIX = r"(?:[bB][rR]?|[rR][bBfF]?|[fF][rR]?|[uU])?"
_DIGITS = r"[0-9](?:_?[0-9])*"
_EXPONENT = r"[eE][-+]?" + _DIGITS
_FLOAT = rf"(?:{_DIGITS}\.(?:{_DIGITS})?|\.{_DIGITS})(?:{_EXPONENT})?|{_DIGITS}{_EXPONENT}"
_NUMBER = (rf"{_DIGITS}[jJ]|(?:{_FLOAT})[jJ]?|0[xX](?:_?[0-9a-fA-F])+|0[bB](?:_?[01])+|0[oO](?:_?[0-7])+|"
           r"0(?:_?0)*|[1-9](?:_?[0-9])*")
# The longest operators first.
_OPERATOR = "|".join(re.escape(text) for text in sorted(EXACT_TOKEN_TYPES, reverse=True))
# A string of one line may go on in the next one, behind a backslash.
_STRING = "|".join(rf"{quote}[^\n{quote}\\]*(?:\\.[^\n{quote}\\]*)*(?:{quote}|\\\r?\n)" for quote in "'\"")
_TOKEN = re.compile(rf"[ \f\t]*(?:(?P<joined>\\\r?\n)|(?P<nothing>\Z)|(?P<comment>#[^\r\n]*)|(?P<triple>{_PREFIX}(?:'''|\"\"\"))|"
                    rf"(?P<number>{_NUMBER})|(?P<newline>\r?\n)|(?P<operator>{_OPERATOR})|(?P<string>{_PREFIX}(?:{_STRING}))|(?P<name>\w+))")
_BLANKS = re.compile(r"[ \t\f]*")
# The rest of a string, by its quotes.
_ENDS = {quote * count: re.compile(rf"[^{quote}\\]*(?:\\.[^{quote}\\]*)*{quote}" if count == 1 else
                                   rf"[^{quote}\\]*(?:(?:\\.|{quote}(?!{quote}{quote}))[^{quote}\\]*)*{quote * 3}")
         for quote in "'\"" for count in (1, 3)}


def _quotes(text):
  return text.lstrip("bBrRuUfF")


class _Tokenizer:
  """Goes through the lines of a source and makes their tokens."""

  def __init__(self):
    self.row = 0
    self.line = ""
    self.depth = 0         # Brackets that are open.
    self.joined = False    # Whether the line before ended in a backslash.
    self.indents = [0]
    self.begin = None      # Where the string begins that the line is in.
    self.begun = ""        # Its text up to this line, and the lines of that.
    self.begun_lines = ""
    self.end = None        # The pattern of its rest.
    self.short = False     # Whether only a backslash lets it go on.

  def token(self, kind, text, start, end, line=None):
    return TokenInfo(kind, text, (self.row, start), (self.row, end), self.line if line is None else line)

  def tokens(self, lines):
    """The tokens of all lines; the last line is an empty one, or one of blanks that does not end."""
    before = ""
    for self.line in lines:
      self.row += 1
      if self.begin is not None:
        yield from self.rest_of_string()
      elif self.depth == 0 and not self.joined:
        pos = _BLANKS.match(self.line).end()
        if pos == len(self.line):
          break
        yield from self.statement(pos)
      else:
        if not self.line:
          raise TokenError("EOF in multi-line statement", (self.row, 0))
        self.joined = False
        yield from self.inside(0)
      before = self.line
    yield from self.last_tokens(before)

  def rest_of_string(self):
    """The line goes on with a string that began before it."""
    line = self.line
    if not line:
      raise TokenError("EOF in multi-line string", self.begin)
    found = self.end.match(line)
    if not found and self.short and not line.endswith(("\\\n", "\\\r\n")):
      yield TokenInfo(ERRORTOKEN, self.begun + line, self.begin, (self.row, len(line)), self.begun_lines)
      self.begin = None
    elif not found:
      self.begun += line
      self.begun_lines += line
    else:
      pos = found.end()
      yield TokenInfo(STRING, self.begun + line[:pos], self.begin, (self.row, pos), self.begun_lines + line)
      self.begin, self.short = None, False
      yield from self.inside(pos)

  def begin_string(self, start, end, short):
    self.begin, self.begun, self.begun_lines = (self.row, start), self.line[start:], self.line
    self.end, self.short = end, short

  def statement(self, pos):
    """A line that begins a statement, of which pos is the first character, or a line without one."""
    if self.line[pos] in "#\r\n":
      yield from self.empty_line(pos)
      return
    column = 0
    for char in self.line[:pos]:
      column = 0 if char == "\f" else column + 1 if char == " " else (column // tabsize + 1) * tabsize
    if column > self.indents[-1]:
      self.indents.append(column)
      yield self.token(INDENT, self.line[:pos], 0, pos)
    while column < self.indents[-1]:
      if column not in self.indents:
        raise IndentationError("unindent does not match any outer indentation level", ("<tokenize>", self.row, pos, self.line))
      self.indents.pop()
      yield self.token(DEDENT, "", pos, pos)
    yield from self.inside(pos)

  def empty_line(self, pos):
    line = self.line
    if line[pos] == "#":
      comment = line[pos:].rstrip("\r\n")
      yield self.token(COMMENT, comment, pos, pos + len(comment))
      pos += len(comment)
    yield self.token(NL, line[pos:], pos, len(line))

  def inside(self, pos):
    """The tokens of the line from pos on."""
    line, size = self.line, len(self.line)
    while pos < size:
      found = _TOKEN.match(line, pos)
      if not found:
        yield self.token(ERRORTOKEN, line[pos], pos, pos + 1)
        pos += 1
        continue
      kind = found.lastgroup
      start, pos = found.span(kind)
      text = found[kind]
      if kind == "name":
        yield self.token(NAME if text[0].isidentifier() else OP, text, start, pos)
      elif kind == "operator":
        self.depth += (text in "([{") - (text in ")]}")
        yield self.token(OP, text, start, pos)
      elif kind == "number":
        yield self.token(NUMBER, text, start, pos)
      elif kind == "newline":
        yield self.token(NL if self.depth > 0 else NEWLINE, text, start, pos)
      elif kind == "comment":
        yield self.token(COMMENT, text, start, pos)
      elif kind == "joined":
        self.joined = True
      elif kind == "triple":
        end = _ENDS[_quotes(text)]
        rest = end.match(line, pos)
        if not rest:
          self.begin_string(start, end, self.short)  # A short string that failed has left its mark, as in CPython.
          return
        pos = rest.end()
        yield self.token(STRING, line[start:pos], start, pos)
      elif kind == "string":
        if text[-1] == "\n":
          self.begin_string(start, _ENDS[_quotes(text)[0]], True)
          return
        yield self.token(STRING, text, start, pos)

  def last_tokens(self, before):
    """What follows the last line: its end if it has none, and the ends of all indented blocks."""
    if before and before[-1] not in "\r\n" and not before.strip().startswith("#"):
      yield TokenInfo(NEWLINE, "", (self.row - 1, len(before)), (self.row - 1, len(before) + 1), "")
    for _ in self.indents[1:]:
      yield self.token(DEDENT, "", 0, 0, "")
    yield self.token(ENDMARKER, "", 0, 0, "")


def _lines(readline):
  """The lines that a function gives, and then empty ones."""
  while True:
    try:
      yield readline() or ""
    except StopIteration:
      yield ""


def _tokenize(readline, encoding):
  lines = _lines(readline)
  if encoding is not None:
    encoding = "utf-8" if encoding == "utf-8-sig" else encoding  # Its mark is gone.
    yield TokenInfo(ENCODING, encoding, (0, 0), (0, 0), "")
    lines = (line.decode(encoding) if line else "" for line in lines)
  yield from _Tokenizer().tokens(lines)


def generate_tokens(readline):
  """The tokens of a source; readline gives a line of text at each call."""
  return _tokenize(readline, None)


def tokenize(readline):
  """The tokens of a source, the first of which tells its encoding; readline gives a line of bytes at each call."""
  encoding, consumed = detect_encoding(readline)
  consumed = iter(consumed)

  def read():
    for line in consumed:
      return line
    return readline()

  return _tokenize(read, encoding)


def _common_name(encoding):
  """The name by which the interpreter compares the encoding of a source."""
  name = encoding[:12].lower().replace("_", "-")
  for common, others in (("utf-8", ("utf-8",)), ("iso-8859-1", ("latin-1", "iso-8859-1", "iso-latin-1"))):
    if name in others or name.startswith(tuple(other + "-" for other in others)):
      return common
  return encoding


def _declared_encoding(line, has_mark, filename):
  """The encoding that a line declares in a comment, or None."""
  place = "" if filename is None else " for %r" % (filename,)
  try:
    text = line.decode("utf-8")
  except UnicodeDecodeError:
    raise SyntaxError("invalid or missing encoding declaration" + place)
  found = cookie_re.match(text)
  if not found:
    return None
  encoding = _common_name(found[1])
  try:
    lookup(encoding)
  except LookupError:
    raise SyntaxError("unknown encoding%s: %s" % (place, encoding))
  if not has_mark:
    return encoding
  if encoding != "utf-8":
    raise SyntaxError("encoding problem%s: utf-8" % place)
  return encoding + "-sig"


def detect_encoding(readline):
  """The encoding of a source, from a mark at its beginning or a comment in its first two lines, and the lines that were read for it."""
  filename = getattr(getattr(readline, "__self__", None), "name", None)

  def read():
    try:
      return readline()
    except StopIteration:
      return b""

  first = read()
  has_mark = first.startswith(BOM_UTF8)
  first = first.removeprefix(BOM_UTF8)
  default = "utf-8-sig" if has_mark else "utf-8"
  lines = [first] if first else []
  encoding = _declared_encoding(first, has_mark, filename) if first else None
  if first and not encoding and blank_re.match(first):
    second = read()
    if second:
      lines.append(second)
      encoding = _declared_encoding(second, has_mark, filename)
  return encoding or default, lines


def open(filename):
  """A source file as text, in the encoding that it declares."""
  buffer = _builtin_open(filename, "rb")
  try:
    encoding, _ = detect_encoding(buffer.readline)
    buffer.seek(0)
    text = TextIOWrapper(buffer, encoding, line_buffering=True)
    text.mode = "r"
    return text
  except:
    buffer.close()
    raise


class Untokenizer:
  """Makes text of tokens."""

  def __init__(self):
    self.tokens = []
    self.prev_row = 1
    self.prev_col = 0
    self.encoding = None

  def add_whitespace(self, start):
    """Blanks up to the place where a token stands, and backslashes for lines without tokens."""
    row, column = start
    if (row, column) < (self.prev_row, self.prev_col):
      raise ValueError("start ({},{}) precedes previous end ({},{})".format(row, column, self.prev_row, self.prev_col))
    if row > self.prev_row:
      self.tokens.append("\\\n" * (row - self.prev_row))
      self.prev_col = 0
    if column > self.prev_col:
      self.tokens.append(" " * (column - self.prev_col))

  def untokenize(self, iterable):
    """The text of tokens with places; of pairs, from the first one on, a text that only has the same tokens."""
    iterator = iter(iterable)
    indents = []
    at_line_start = False
    for item in iterator:
      if len(item) == 2:
        self.compat(item, iterator)
        break
      kind, text, start, end, _ = item
      if kind == ENDMARKER:
        break
      if kind == ENCODING:
        self.encoding = text
      elif kind == INDENT:
        indents.append(text)
      elif kind == DEDENT:
        indents.pop()
        self.prev_row, self.prev_col = end
      else:
        if kind in (NEWLINE, NL):
          at_line_start = True
        elif at_line_start and indents:
          self.add_indent(indents[-1], start[1])
          at_line_start = False
        self.add(kind, text, start, end)
    return "".join(self.tokens)

  def add_indent(self, indent, column):
    if column >= len(indent):
      self.tokens.append(indent)
      self.prev_col = len(indent)

  def add(self, kind, text, start, end):
    self.add_whitespace(start)
    self.tokens.append(text)
    self.prev_row, self.prev_col = (end[0] + 1, 0) if kind in (NEWLINE, NL) else end

  def compat(self, token, iterable):
    """Add tokens without places, the first of which is given apart."""
    indents = []
    at_line_start = token[0] in (NEWLINE, NL)
    after_string = False
    for kind, text, *_ in (token, *iterable):
      if kind == ENCODING:
        self.encoding = text
        continue
      if kind in (NAME, NUMBER):
        text += " "
      elif kind == STRING and after_string:
        text = " " + text
      after_string = kind == STRING
      if kind == INDENT:
        indents.append(text)
        continue
      if kind == DEDENT:
        indents.pop()
        continue
      if kind in (NEWLINE, NL):
        at_line_start = True
      elif at_line_start and indents:
        self.tokens.append(indents[-1])
        at_line_start = False
      self.tokens.append(text)


def untokenize(iterable):
  """The source of tokens: bytes if the first tells an encoding, else text. Of whole tokens it is exactly what they came from; of
  (kind, text) pairs it is a source with the same tokens."""
  maker = Untokenizer()
  text = maker.untokenize(iterable)
  return text if maker.encoding is None else text.encode(maker.encoding)


def _complain(message, filename=None, place=None):
  import sys
  where = "%s:%d:%d: " % (filename, *place) if place else "%s: " % filename if filename else ""
  sys.stderr.write(where + "error: %s\n" % (message,))
  sys.exit(1)


def _print_tokens(filename, exact):
  import sys
  if filename == "<stdin>":
    tokens = generate_tokens(sys.stdin.readline)
  else:
    with _builtin_open(filename, "rb") as file:
      tokens = list(tokenize(file.readline))
  for token in tokens:
    place = "%d,%d-%d,%d:" % (token.start + token.end)
    print("%-20s%-15s%-15r" % (place, tok_name[token.exact_type if exact else token.type], token.string))


def main():
  """The command line: print the tokens of a file or of standard input."""
  import argparse
  parser = argparse.ArgumentParser(prog="python -m tokenize")
  parser.add_argument(dest="filename", nargs="?", metavar="filename.py", help="the file to tokenize; defaults to stdin")
  parser.add_argument("-e", "--exact", dest="exact", action="store_true", help="display token names using the exact type")
  args = parser.parse_args()
  filename = args.filename or "<stdin>"
  try:
    _print_tokens(filename, args.exact)
  except IndentationError as error:
    _complain(error.args[0], filename, error.args[1][1:3])
  except TokenError as error:
    _complain(error.args[0], filename, error.args[1])
  except SyntaxError as error:
    _complain(error, filename)
  except OSError as error:
    _complain(error)
  except KeyboardInterrupt:
    print("interrupted\n")


if __name__ == "__main__":
  main()
