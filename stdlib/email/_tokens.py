"""The tree that a header's value is parsed into, and how it is folded into lines.

A leaf has text, a branch has parts; `kind` is the name of the rule in the grammar. Folding breaks a line at the highest branch that
fits on a line by itself, and goes down into those that do not.
"""

import sys

from email import _words, errors

BLANKS = frozenset(" \t")
SPECIALS = frozenset('()<>@,:;.\\"[]')

# What encoded words may not stand for.
_NEVER_ENCODED = frozenset(("domain", "no-fold-literal", "addr-spec", "obs-local-part", "local-part", "domain-literal", "content-type", "content-disposition",
                            "content-transfer-encoding", "header-label", "message-id"))
# What is not moved to a line of its own, even if it fits there.
_NEVER_MOVED = frozenset(("content-type", "content-disposition", "mime-parameters"))


def quote(text):
  """The text as a quoted string."""
  return '"' + str(text).replace("\\", "\\\\").replace('"', '\\"') + '"'


class Leaf:
  """A piece of text; a blank one counts as one space where values are wanted, a hidden one (between encoded words) as nothing."""

  can_be_encoded = can_be_moved = True

  def __init__(self, kind, text, blank=False, hidden=False):
    self.kind = kind
    self.text = text
    self.blank = blank
    self.hidden = hidden
    self.defects = []

  def __str__(self):
    return "" if self.hidden else self.text

  def __repr__(self):
    return f"{'EW' if self.hidden else ''}{'WhiteSpace' if self.blank else 'Value'}Terminal({self.text!r})"

  @property
  def value(self):
    return "" if self.hidden else " " if self.blank else self.text

  @property
  def all_defects(self):
    return list(self.defects)

  def begins_blank(self):
    return self.blank


class Branch:
  """Parts in their order."""

  def __init__(self, kind, parts=()):
    self.kind = kind
    self.parts = list(parts)
    self.defects = []

  def __str__(self):
    text = "".join([str(part) for part in self.parts])
    if self.kind == "bare-quoted-string":
      return quote(text)
    return text

  def __repr__(self):
    name = "CFWSList" if self.kind == "cfws" else self.kind.title().replace("-", "")
    return f"{name}({self.parts!r})"

  @property
  def value(self):
    if self.kind in ("cfws", "comment"):
      return " "
    if self.kind == "bare-quoted-string":
      return "".join([str(part) for part in self.parts])
    return "".join([part.value for part in self.parts])

  @property
  def all_defects(self):
    defects = list(self.defects)
    for part in self.parts:
      defects += part.all_defects
    return defects

  @property
  def can_be_encoded(self):
    return self.kind not in _NEVER_ENCODED and all(part.can_be_encoded for part in self.parts)

  @property
  def can_be_moved(self):
    return self.kind not in _NEVER_MOVED

  def begins_blank(self):
    return bool(self.parts) and self.parts[0].begins_blank()

  def first(self, kind):
    """The first part of a kind, or None."""
    for part in self.parts:
      if part.kind == kind:
        return part
    return None


class Comment(Branch):
  """A comment in parentheses, whose own parentheses are escaped unless they are comments."""

  def __init__(self):
    super().__init__("comment")

  def __str__(self):
    escaped = [str(part) if part.kind == "comment" else str(part).replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)") for part in self.parts]
    return f"({''.join(escaped)})"


class Parameters(Branch):
  """Parameters of MIME headers: `pairs` are their names and values in the order of names."""

  def __init__(self):
    super().__init__("mime-parameters")
    self.pairs = []

  def __str__(self):
    texts = [f"{name}={quote(value)}" if value else name for name, value in self.pairs]
    return " " + "; ".join(texts) if texts else ""


def fold(tree, policy):
  """The lines of a tree, each with its end."""
  return _Folder(policy).fold(tree)


def fold_header(name, tree, policy):
  """The lines of a header whose value is a tree."""
  parts = [Branch("header-label", [Leaf("header-name", name), Leaf("header-sep", ":")])]
  if tree.parts:
    parts.append(Branch("cfws", [Leaf("fws", " ", blank=True)]))
  return fold(Branch("header", parts + [tree]), policy)


class _Folder:
  """Puts parts into lines."""

  def __init__(self, policy):
    self.policy = policy
    self.limit = policy.max_line_length or sys.maxsize
    self.encoding = "utf-8" if policy.utf8 else "us-ascii"
    self.lines = [""]
    # Where the last encoded word begins in the last line, if another one may join it.
    self.word_start = None

  def fold(self, tree):
    waiting = tree.parts[::-1]
    encode, blocked = False, 0
    while waiting:
      part = waiting.pop()
      if part is None:
        # The end of a branch in which words may not be encoded.
        blocked -= 1
        continue
      text = str(part)
      if part.kind == "ptext" and SPECIALS.intersection(text):
        encode = True
      charset = self._charset(part, text)
      encode = encode or charset != self.encoding
      if part.kind == "mime-parameters":
        self._fold_parameters(part)
        continue
      if encode and not blocked:
        self._fold_encoded(part, text, charset, waiting)
        encode = False
      elif len(text) <= self.limit - len(self.lines[-1]):
        self.lines[-1] += text
      elif part.can_be_moved and len(text) + 1 <= self.limit and self._begin_line(part, text):
        self.word_start = None
      elif isinstance(part, Branch):
        if not part.can_be_encoded:
          blocked += 1
          waiting.append(None)
        waiting += part.parts[::-1]
      elif part.can_be_encoded and not blocked:
        # Encoded, it can be broken.
        encode = True
        waiting.append(part)
      elif not self._begin_line(part, text):
        self.lines[-1] += text
    end = self.policy.linesep
    return end.join(self.lines) + end

  def _charset(self, part, text):
    try:
      text.encode(self.encoding)
      return self.encoding
    except UnicodeEncodeError:
      undecodable = any(isinstance(defect, errors.UndecodableBytesDefect) for defect in part.all_defects)
      return "unknown-8bit" if undecodable else "utf-8"

  def _take_trailing_blank(self):
    line = self.lines[-1]
    if line[-1:] not in BLANKS:
      return ""
    self.lines[-1] = line[:-1]
    return line[-1]

  def _begin_line(self, part, text):
    """Begin a line with the text if a blank can be in front of it."""
    blank = self._take_trailing_blank()
    if not (blank or part.begins_blank()):
      return False
    self.lines.append(blank + text)
    return True

  def _fold_encoded(self, part, text, charset, waiting):
    """Put what has to be encoded into the lines, or its parts in front of those that wait."""
    if not part.can_be_encoded:
      self.word_start = None
      if part.can_be_moved and self._fold_on_one_line(part):
        return
    if isinstance(part, Branch):
      waiting += part.parts[::-1]
    else:
      self._add_encoded(text, charset)

  def _fold_on_one_line(self, part):
    end = self.policy.linesep
    # Identifiers of messages are never folded.
    folded = str(part) if part.kind in ("msg-id", "message-id") else fold(part, self.policy)[:-len(end)]
    if end in folded:
      return False
    if len(folded) > self.limit - len(self.lines[-1]):
      self.lines.append(self._take_trailing_blank())
    self.lines[-1] += folded
    return True

  def _add_encoded(self, text, charset):
    if self.word_start is not None:
      from email import _grammar
      text = str(_grammar.unstructured(self.lines[-1][self.word_start:] + text))
      self.lines[-1] = self.lines[-1][:self.word_start]
    if text[0] in BLANKS:
      if len(self.lines[-1]) == self.limit:
        self.lines.append(self._take_trailing_blank())
      self.lines[-1] += text[0]
      text = text[1:]
    trailing = ""
    if text[-1] in BLANKS:
      trailing, text = text[-1], text[:-1]
    if self.word_start is None:
      self.word_start = len(self.lines[-1])
    self._add_words(text, "utf-8" if charset == "us-ascii" else charset)
    self.lines[-1] += trailing

  def _add_words(self, text, charset):
    frame = len(charset) + 7
    if frame + 1 >= self.limit:
      raise errors.HeaderParseError("max_line_length is too small to fit an encoded word")
    while text:
      room = self.limit - len(self.lines[-1])
      if room <= frame:
        self.lines.append(" ")
        continue
      piece = text[:room - frame]
      word = _words.encode(piece, charset)
      while len(word) > room:
        piece = piece[:-1]
        word = _words.encode(piece, charset)
      self.lines[-1] += word
      text = text[len(piece):]
      if text:
        self.lines.append(" ")
        self.word_start = 1

  def _fold_parameters(self, parameters):
    for name, value in parameters.pairs:
      if not self.lines[-1].rstrip().endswith(";"):
        self.lines[-1] += ";"
      charset, on_error = self._parameter_charset(value)
      if charset == self.encoding:
        text = f"{name}={quote(value)}"
      else:
        text = f"{name}*={charset}''{_percent(value, on_error)}"
      if len(self.lines[-1]) + len(text) + 1 < self.limit:
        self.lines[-1] += " " + text
      elif len(text) + 2 <= self.limit:
        self.lines.append(" " + text)
      else:
        self._add_sections(name, value, charset, on_error)

  def _parameter_charset(self, value):
    try:
      value.encode(self.encoding)
      return self.encoding, "strict"
    except UnicodeEncodeError:
      return ("unknown-8bit", "surrogateescape") if _words.has_surrogates(value) else ("utf-8", "strict")

  def _add_sections(self, name, value, charset, on_error):
    """A parameter in numbered sections, a line each."""
    section, prefix = 0, charset + "''"
    while value:
      frame = len(name) + len(str(section)) + 3 + len(prefix)
      if self.limit <= frame + 3:
        self.limit = 78
      end = room = self.limit - frame - 2
      while len(_percent(value[:end], on_error)) > room:
        end -= 1
      self.lines.append(f" {name}*{section}*={prefix}{_percent(value[:end], on_error)}")
      prefix = ""
      section += 1
      value = value[end:]
      if value:
        self.lines[-1] += ";"


def _percent(text, on_error):
  import urllib.parse
  return urllib.parse.quote(text, safe="", errors=on_error)
