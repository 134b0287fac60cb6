"""File name patterns: *, ?, [seq], [!seq].

>>> fnmatch("notes.txt", "*.txt")
True
"""

import functools
import posixpath

__all__ = ["filter", "fnmatch", "fnmatchcase", "translate"]


def fnmatch(name, pat):
  """Whether the name matches, both with the system's case rules (none here)."""
  return fnmatchcase(posixpath.normcase(name), posixpath.normcase(pat))


def fnmatchcase(name, pat):
  """Whether the name matches, case included."""
  return _compile_pattern(pat)(name) is not None


def filter(names, pat):
  """The names that match."""
  match = _compile_pattern(posixpath.normcase(pat))
  return [name for name in names if match(name) is not None]


@functools.lru_cache(maxsize=32768, typed=True)
def _compile_pattern(pat):
  import re
  if isinstance(pat, bytes):
    return re.compile(translate(str(pat, "iso-8859-1")).encode("iso-8859-1")).match
  return re.compile(translate(pat)).match


def _translate_set(text):
  """The regular expression of a bracket, given what is inside."""
  if "-" in text:
    # Hyphens between two characters are ranges; what is left of them is taken literally.
    pieces = []
    start = 0
    hyphen = text.find("-", 2 if text[0] == "!" else 1)
    while hyphen >= 0:
      pieces.append(text[start:hyphen])
      start = hyphen + 1
      hyphen = text.find("-", hyphen + 3)
    if start < len(text):
      pieces.append(text[start:])
    else:
      pieces[-1] += "-"
    for index in range(len(pieces) - 1, 0, -1):
      left, right = pieces[index - 1], pieces[index]
      if left[-1] > right[0]:
        pieces[index - 1:index + 1] = [left[:-1] + right[1:]]
    text = "-".join([piece.replace("\\", "\\\\").replace("-", "\\-") for piece in pieces])
  else:
    text = text.replace("\\", "\\\\")
  for operator in "&~|":
    text = text.replace(operator, "\\" + operator)
  if not text:
    return "(?!)"
  if text == "!":
    return "."
  if text[0] == "!":
    text = "^" + text[1:]
  elif text[0] in "^[":
    text = "\\" + text
  return f"[{text}]"


def _pieces(pat):
  """The translated parts of a pattern; None stands for any number of stars."""
  import re
  parts = []
  i = 0
  while i < len(pat):
    c = pat[i]
    i += 1
    if c == "*":
      if not parts or parts[-1] is not None:
        parts.append(None)
    elif c == "?":
      parts.append(".")
    elif c == "[":
      end = i + 1 if pat[i:i + 1] == "!" else i
      end = pat.find("]", end + 1 if pat[end:end + 1] == "]" else end)
      if end < 0:
        parts.append("\\[")
      else:
        parts.append(_translate_set(pat[i:end]))
        i = end + 1
    else:
      parts.append(re.escape(c))
  return parts


def translate(pat):
  """The regular expression of a pattern."""
  texts = [""]
  for part in _pieces(pat):
    if part is None:
      texts.append("")
    else:
      texts[-1] += part
  first, *others = texts
  if others:
    # A text between two stars is settled at its first place, so that failing matches do not go back.
    last = others.pop()
    first += "".join([f"(?>.*?{text})" for text in others]) + ".*" + last
  return f"(?s:{first})\\Z"
