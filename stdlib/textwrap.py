"""Wrapping and indenting of text."""

__all__ = ["TextWrapper", "wrap", "fill", "dedent", "indent", "shorten"]

_whitespace = "\t\n\x0b\x0c\r "


def _is_letter(c):
  return c == "_" or c.isalpha()


def _breaks_before(word, hyphen):
  """Whether a line may break after the hyphen, by what is before it: two letters, or one between hyphens."""
  before = word[max(hyphen - 3, 0):hyphen]
  if len(before) >= 2 and _is_letter(before[-1]) and _is_letter(before[-2]):
    return True
  return len(before) == 3 and _is_letter(before[0]) and before[1] == "-" and _is_letter(before[2])


def _goes_on(word, place):
  """Whether a letter, perhaps a hyphen, and a letter follow."""
  after = word[place:place + 3]
  return len(after) >= 2 and _is_letter(after[0]) and (_is_letter(after[1]) or after[1] == "-" and _is_letter(after[2:] or "1"))


class TextWrapper:
  """Breaks text into lines of a width."""

  def __init__(self, width=70, initial_indent="", subsequent_indent="", expand_tabs=True, replace_whitespace=True, fix_sentence_endings=False,
               break_long_words=True, drop_whitespace=True, break_on_hyphens=True, tabsize=8, *, max_lines=None, placeholder=" [...]"):
    self.width = width
    self.initial_indent = initial_indent
    self.subsequent_indent = subsequent_indent
    self.expand_tabs = expand_tabs
    self.replace_whitespace = replace_whitespace
    self.fix_sentence_endings = fix_sentence_endings
    self.break_long_words = break_long_words
    self.drop_whitespace = drop_whitespace
    self.break_on_hyphens = break_on_hyphens
    self.tabsize = tabsize
    self.max_lines = max_lines
    self.placeholder = placeholder

  def _munge_whitespace(self, text):
    if self.expand_tabs:
      text = text.expandtabs(self.tabsize)
    if self.replace_whitespace:
      text = text.translate({ord(c): " " for c in _whitespace})
    return text

  def _split(self, text):
    """Words and the blanks between them; words also break after hyphens between letters and around dashes."""
    if any(c in text for c in _whitespace if c != " "):
      return self._split_at_any_whitespace(text)
    chunks = []
    blanks = -1
    for word in text.split(" "):
      blanks += 1
      if not word:
        continue
      if blanks:
        chunks.append(" " * blanks)
        blanks = 0
      if self.break_on_hyphens and "-" in word:
        chunks.extend(self._split_word(word))
      else:
        chunks.append(word)
    if blanks > 0:
      chunks.append(" " * blanks)
    return chunks

  def _split_at_any_whitespace(self, text):
    chunks = []
    i, n = 0, len(text)
    while i < n:
      j = i
      blank = text[i] in _whitespace
      while j < n and (text[j] in _whitespace) == blank:
        j += 1
      if blank or not self.break_on_hyphens:
        chunks.append(text[i:j])
      else:
        chunks.extend(self._split_word(text[i:j]))
      i = j
    return chunks

  def _split_word(self, word):
    parts = []
    start = i = 0
    while i < len(word):
      if word[i] == "-":
        j = i
        while j < len(word) and word[j] == "-":
          j += 1
        before = word[i - 1:i]
        if j - i >= 2 and i > start and j < len(word) and (before.isalnum() or before in "!\"'&.,?_") and (word[j].isalnum() or word[j] == "_"):
          parts.append(word[start:i])
          parts.append(word[i:j])
          start = j
        elif j - i == 1 and i > start and _breaks_before(word, i) and _goes_on(word, j):
          parts.append(word[start:j])
          start = j
        i = j
      else:
        i += 1
    if start < len(word):
      parts.append(word[start:])
    return parts

  def _fix_sentence_endings(self, chunks):
    i = 0
    while i < len(chunks) - 1:
      word = chunks[i][:-1] if chunks[i][-1] in "\"'" else chunks[i]
      if chunks[i + 1] == " " and word[-1:] in (".", "!", "?") and "a" <= word[-2:-1] <= "z":
        chunks[i + 1] = "  "
        i += 2
      else:
        i += 1

  def wrap(self, text):
    """The lines."""
    text = self._munge_whitespace(text)
    chunks = self._split(text)
    if self.fix_sentence_endings:
      self._fix_sentence_endings(chunks)
    return self._wrap_chunks(chunks)

  def _wrap_chunks(self, chunks):
    lines = []
    if self.width <= 0:
      raise ValueError(f"invalid width {self.width!r} (must be > 0)")
    if self.max_lines is not None:
      indent = self.subsequent_indent if self.max_lines > 1 else self.initial_indent
      if len(indent) + len(self.placeholder.lstrip()) > self.width:
        raise ValueError("placeholder too large for max width")
    chunks.reverse()
    while chunks:
      cur_line = []
      cur_len = 0
      indent = self.subsequent_indent if lines else self.initial_indent
      width = self.width - len(indent)
      if self.drop_whitespace and chunks[-1].strip() == "" and lines:
        del chunks[-1]
      while chunks and cur_len + len(chunks[-1]) <= width:
        cur_len += len(chunks[-1])
        cur_line.append(chunks.pop())
      if chunks and len(chunks[-1]) > width:
        space_left = 1 if width < 1 else width - cur_len
        if self.break_long_words:
          end = space_left
          chunk = chunks[-1]
          if self.break_on_hyphens and len(chunk) > space_left:
            hyphen = chunk.rfind("-", 0, space_left)
            if hyphen > 0 and any(c != "-" for c in chunk[:hyphen]):
              end = hyphen + 1
          cur_line.append(chunk[:end])
          chunks[-1] = chunk[end:]
        elif not cur_line:
          cur_line.append(chunks.pop())
        cur_len = sum(map(len, cur_line))
      if self.drop_whitespace and cur_line and cur_line[-1].strip() == "":
        cur_len -= len(cur_line[-1])
        del cur_line[-1]
      if not cur_line:
        continue
      if (self.max_lines is None or len(lines) + 1 < self.max_lines or
          (not chunks or self.drop_whitespace and len(chunks) == 1 and not chunks[0].strip()) and cur_len <= width):
        lines.append(indent + "".join(cur_line))
        continue
      while cur_line:
        if cur_line[-1].strip() and cur_len + len(self.placeholder) <= width:
          cur_line.append(self.placeholder)
          lines.append(indent + "".join(cur_line))
          break
        cur_len -= len(cur_line[-1])
        del cur_line[-1]
      else:
        if lines:
          prev_line = lines[-1].rstrip()
          if len(prev_line) + len(self.placeholder) <= self.width:
            lines[-1] = prev_line + self.placeholder
            break
        lines.append(indent + self.placeholder.lstrip())
      break
    return lines

  def fill(self, text):
    """The lines as one text."""
    return "\n".join(self.wrap(text))


def wrap(text, width=70, **kwargs):
  """The text as lines of a width."""
  return TextWrapper(width=width, **kwargs).wrap(text)


def fill(text, width=70, **kwargs):
  """The text with line breaks."""
  return TextWrapper(width=width, **kwargs).fill(text)


def shorten(text, width, **kwargs):
  """The text cut at a width, with [...] at the end."""
  return TextWrapper(width=width, max_lines=1, **kwargs).fill(" ".join(text.strip().split()))


def dedent(text):
  """Remove the indentation that all lines have."""
  if not isinstance(text, str):
    raise TypeError("cannot use a string pattern on a bytes-like object" if isinstance(text, (bytes, bytearray)) else
                    f"expected string or bytes-like object, got {type(text).__name__!r}")
  lines = text.split("\n")
  margin = None
  for i, line in enumerate(lines):
    content = line.lstrip(" \t")
    if not content:
      lines[i] = ""
      continue
    indent = line[:len(line) - len(content)]
    if margin is None:
      margin = indent
    else:
      common = 0
      while common < len(margin) and common < len(indent) and margin[common] == indent[common]:
        common += 1
      margin = margin[:common]
  if margin:
    lines = [line[len(margin):] if line else line for line in lines]
  return "\n".join(lines)


def indent(text, prefix, predicate=None):
  """Put the prefix in front of the lines that are not blank."""
  if predicate is None:
    def predicate(line):
      return line.strip()

  return "".join(prefix + line if predicate(line) else line for line in text.splitlines(True))
