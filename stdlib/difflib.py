"""Differences between sequences.

>>> import difflib
>>> print("".join(difflib.unified_diff(["a\\n", "b\\n"], ["a\\n", "c\\n"], "old", "new")), end="")
--- old
+++ new
@@ -1,2 +1,2 @@
 a
-b
+c
"""

from collections import namedtuple as _namedtuple
from heapq import nlargest as _nlargest

__all__ = ["get_close_matches", "ndiff", "restore", "SequenceMatcher", "Differ", "IS_CHARACTER_JUNK", "IS_LINE_JUNK", "context_diff",
           "unified_diff", "diff_bytes", "HtmlDiff", "Match"]

Match = _namedtuple("Match", "a b size")


def _ratio(matches, length):
  return 2.0 * matches / length if length else 1.0


class SequenceMatcher:
  """Compares two sequences of hashable items: finds the longest matching block, then goes on to its left and right.

  isjunk tells which items to leave out at first; with autojunk, items that make up more than 1 % of a long second sequence are not
  used to find blocks either.
  """

  def __init__(self, isjunk=None, a="", b="", autojunk=True):
    self.isjunk = isjunk
    self.a = self.b = None
    self.autojunk = autojunk
    self.set_seqs(a, b)

  def set_seqs(self, a, b):
    """Set both sequences."""
    self.set_seq1(a)
    self.set_seq2(b)

  def set_seq1(self, a):
    """Set the first sequence."""
    if a is self.a:
      return
    self.a = a
    self.matching_blocks = self.opcodes = None

  def set_seq2(self, b):
    """Set the second sequence, about which details are kept."""
    if b is self.b:
      return
    self.b = b
    self.matching_blocks = self.opcodes = None
    self.fullbcount = None
    self._index_b()

  def _index_b(self):
    b = self.b
    self.b2j = b2j = {}
    for i, item in enumerate(b):
      b2j.setdefault(item, []).append(i)
    self.bjunk = junk = set()
    if self.isjunk:
      isjunk = self.isjunk
      for item in b2j:
        if isjunk(item):
          junk.add(item)
      for item in junk:
        del b2j[item]
    self.bpopular = popular = set()
    n = len(b)
    if self.autojunk and n >= 200:
      most = n // 100 + 1
      for item, indices in b2j.items():
        if len(indices) > most:
          popular.add(item)
      for item in popular:
        del b2j[item]

  def find_longest_match(self, alo=0, ahi=None, blo=0, bhi=None):
    """The longest block of a[alo:ahi] and b[blo:bhi], the earliest of several."""
    a, b, b2j, isbjunk = self.a, self.b, self.b2j, self.bjunk.__contains__
    if ahi is None:
      ahi = len(a)
    if bhi is None:
      bhi = len(b)
    best_i, best_j, best_size = alo, blo, 0
    # lengths[j]: of the longest match that ends with a[i - 1] and b[j].
    lengths = {}
    nothing = []
    for i in range(alo, ahi):
      before = lengths.get
      now = {}
      for j in b2j.get(a[i], nothing):
        if j < blo:
          continue
        if j >= bhi:
          break
        k = now[j] = before(j - 1, 0) + 1
        if k > best_size:
          best_i, best_j, best_size = i - k + 1, j - k + 1, k
      lengths = now
    # First by items that are no junk, then by junk on both sides.
    for junk in (False, True):
      while best_i > alo and best_j > blo and isbjunk(b[best_j - 1]) == junk and a[best_i - 1] == b[best_j - 1]:
        best_i, best_j, best_size = best_i - 1, best_j - 1, best_size + 1
      while (best_i + best_size < ahi and best_j + best_size < bhi and isbjunk(b[best_j + best_size]) == junk
             and a[best_i + best_size] == b[best_j + best_size]):
        best_size += 1
    return Match(best_i, best_j, best_size)

  def get_matching_blocks(self):
    """All blocks (i, j, n) with a[i:i+n] == b[j:j+n], and an empty one at the end."""
    if self.matching_blocks is not None:
      return self.matching_blocks
    la, lb = len(self.a), len(self.b)
    todo = [(0, la, 0, lb)]
    blocks = []
    while todo:
      alo, ahi, blo, bhi = todo.pop()
      i, j, k = match = self.find_longest_match(alo, ahi, blo, bhi)
      if k:
        blocks.append(match)
        if alo < i and blo < j:
          todo.append((alo, i, blo, j))
        if i + k < ahi and j + k < bhi:
          todo.append((i + k, ahi, j + k, bhi))
    blocks.sort()
    joined = []
    i1 = j1 = k1 = 0
    for i2, j2, k2 in blocks:
      if i1 + k1 == i2 and j1 + k1 == j2:
        k1 += k2
      else:
        if k1:
          joined.append(Match(i1, j1, k1))
        i1, j1, k1 = i2, j2, k2
    if k1:
      joined.append(Match(i1, j1, k1))
    joined.append(Match(la, lb, 0))
    self.matching_blocks = joined
    return joined

  def get_opcodes(self):
    """(tag, i1, i2, j1, j2) of replace, delete, insert and equal steps that turn a into b."""
    if self.opcodes is not None:
      return self.opcodes
    i = j = 0
    self.opcodes = answer = []
    for ai, bj, size in self.get_matching_blocks():
      tag = "replace" if i < ai and j < bj else "delete" if i < ai else "insert" if j < bj else ""
      if tag:
        answer.append((tag, i, ai, j, bj))
      i, j = ai + size, bj + size
      if size:
        answer.append(("equal", ai, i, bj, j))
    return answer

  def get_grouped_opcodes(self, n=3):
    """Groups of changes with n items of context."""
    # As in CPython the first and the last one of get_opcodes() are shortened themselves.
    codes = self.get_opcodes() or [("equal", 0, 1, 0, 1)]
    if codes[0][0] == "equal":
      tag, i1, i2, j1, j2 = codes[0]
      codes[0] = tag, max(i1, i2 - n), i2, max(j1, j2 - n), j2
    if codes[-1][0] == "equal":
      tag, i1, i2, j1, j2 = codes[-1]
      codes[-1] = tag, i1, min(i2, i1 + n), j1, min(j2, j1 + n)
    group = []
    for tag, i1, i2, j1, j2 in codes:
      if tag == "equal" and i2 - i1 > 2 * n:
        group.append((tag, i1, min(i2, i1 + n), j1, min(j2, j1 + n)))
        yield group
        group = []
        i1, j1 = max(i1, i2 - n), max(j1, j2 - n)
      group.append((tag, i1, i2, j1, j2))
    if group and not (len(group) == 1 and group[0][0] == "equal"):
      yield group

  def ratio(self):
    """Similarity from 0 to 1."""
    matches = sum(triple[-1] for triple in self.get_matching_blocks())
    return _ratio(matches, len(self.a) + len(self.b))

  def quick_ratio(self):
    """An upper bound of ratio(): by the numbers of items."""
    if self.fullbcount is None:
      self.fullbcount = counts = {}
      for item in self.b:
        counts[item] = counts.get(item, 0) + 1
    counts = self.fullbcount
    left = {}
    matches = 0
    for item in self.a:
      number = left[item] if item in left else counts.get(item, 0)
      left[item] = number - 1
      if number > 0:
        matches += 1
    return _ratio(matches, len(self.a) + len(self.b))

  def real_quick_ratio(self):
    """An upper bound of ratio(): by the lengths."""
    la, lb = len(self.a), len(self.b)
    return _ratio(min(la, lb), la + lb)

  def __class_getitem__(cls, item):
    from types import GenericAlias
    return GenericAlias(cls, item)


def get_close_matches(word, possibilities, n=3, cutoff=0.6):
  """The best n of the possibilities that are similar to word, the most similar first."""
  if not n > 0:
    raise ValueError("n must be > 0: %r" % (n,))
  if not 0.0 <= cutoff <= 1.0:
    raise ValueError("cutoff must be in [0.0, 1.0]: %r" % (cutoff,))
  result = []
  s = SequenceMatcher()
  s.set_seq2(word)
  for x in possibilities:
    s.set_seq1(x)
    if s.real_quick_ratio() >= cutoff and s.quick_ratio() >= cutoff and s.ratio() >= cutoff:
      result.append((s.ratio(), x))
  return [x for score, x in _nlargest(n, result)]


def _keep_blanks(line, tags):
  """Marks below blanks of the line are blanks of the same kind."""
  return "".join(c if tag == " " and c.isspace() else tag for c, tag in zip(line, tags)).rstrip()


class Differ:
  """Line by line differences for people: lines begin with "- ", "+ ", "  " or "? "."""

  def __init__(self, linejunk=None, charjunk=None):
    self.linejunk = linejunk
    self.charjunk = charjunk

  def compare(self, a, b):
    """The lines of the difference."""
    cruncher = SequenceMatcher(self.linejunk, a, b)
    for tag, alo, ahi, blo, bhi in cruncher.get_opcodes():
      if tag == "replace":
        yield from self._fancy_replace(a, alo, ahi, b, blo, bhi)
      elif tag == "delete":
        yield from self._dump("-", a, alo, ahi)
      elif tag == "insert":
        yield from self._dump("+", b, blo, bhi)
      else:
        yield from self._dump(" ", a, alo, ahi)

  def _dump(self, tag, x, lo, hi):
    for i in range(lo, hi):
      yield f"{tag} {x[i]}"

  def _plain_replace(self, a, alo, ahi, b, blo, bhi):
    if bhi - blo < ahi - alo:
      yield from self._dump("+", b, blo, bhi)
      yield from self._dump("-", a, alo, ahi)
    else:
      yield from self._dump("-", a, alo, ahi)
      yield from self._dump("+", b, blo, bhi)

  def _fancy_replace(self, a, alo, ahi, b, blo, bhi):
    """The most similar pair of lines is shown with its differences inside; then what is before and after it."""
    best_ratio, cutoff = 0.74, 0.75
    cruncher = SequenceMatcher(self.charjunk)
    equal_i = equal_j = None
    best_i = best_j = None
    for j in range(blo, bhi):
      cruncher.set_seq2(b[j])
      for i in range(alo, ahi):
        if a[i] == b[j]:
          if equal_i is None:
            equal_i, equal_j = i, j
          continue
        cruncher.set_seq1(a[i])
        if cruncher.real_quick_ratio() > best_ratio and cruncher.quick_ratio() > best_ratio and cruncher.ratio() > best_ratio:
          best_ratio, best_i, best_j = cruncher.ratio(), i, j
    if best_ratio < cutoff:
      if equal_i is None:
        yield from self._plain_replace(a, alo, ahi, b, blo, bhi)
        return
      best_i, best_j = equal_i, equal_j
    else:
      equal_i = None
    yield from self._fancy_helper(a, alo, best_i, b, blo, best_j)
    left, right = a[best_i], b[best_j]
    if equal_i is None:
      left_tags = right_tags = ""
      cruncher.set_seqs(left, right)
      for tag, i1, i2, j1, j2 in cruncher.get_opcodes():
        la, lb = i2 - i1, j2 - j1
        if tag == "replace":
          left_tags += "^" * la
          right_tags += "^" * lb
        elif tag == "delete":
          left_tags += "-" * la
        elif tag == "insert":
          right_tags += "+" * lb
        else:
          left_tags += " " * la
          right_tags += " " * lb
      yield from self._qformat(left, right, left_tags, right_tags)
    else:
      yield "  " + left
    yield from self._fancy_helper(a, best_i + 1, ahi, b, best_j + 1, bhi)

  def _fancy_helper(self, a, alo, ahi, b, blo, bhi):
    if alo < ahi:
      if blo < bhi:
        yield from self._fancy_replace(a, alo, ahi, b, blo, bhi)
      else:
        yield from self._dump("-", a, alo, ahi)
    elif blo < bhi:
      yield from self._dump("+", b, blo, bhi)

  def _qformat(self, aline, bline, atags, btags):
    atags = _keep_blanks(aline, atags)
    btags = _keep_blanks(bline, btags)
    yield "- " + aline
    if atags:
      yield f"? {atags}\n"
    yield "+ " + bline
    if btags:
      yield f"? {btags}\n"


def IS_LINE_JUNK(line, pat=None):
  """Whether a line is blank, or has a single #."""
  if pat is not None:
    return pat(line) is not None
  return line.strip() in ("", "#")


def IS_CHARACTER_JUNK(ch, ws=" \t"):
  """Whether a character is a blank or tab."""
  return ch in ws


def _unified_range(start, stop):
  beginning = start + 1
  length = stop - start
  if length == 1:
    return str(beginning)
  if not length:
    beginning -= 1
  return f"{beginning},{length}"


def _context_range(start, stop):
  beginning = start + 1
  length = stop - start
  if not length:
    beginning -= 1
  if length <= 1:
    return str(beginning)
  return f"{beginning},{beginning + length - 1}"


def _check_types(a, b, *args):
  for lines in (a, b):
    if lines and not isinstance(lines[0], str):
      raise TypeError("lines to compare must be str, not %s (%r)" % (type(lines[0]).__name__, lines[0]))
  for arg in args:
    if not isinstance(arg, str):
      raise TypeError("all arguments must be str, not: %r" % (arg,))


def unified_diff(a, b, fromfile="", tofile="", fromfiledate="", tofiledate="", n=3, lineterm="\n"):
  """The lines of a unified diff."""
  _check_types(a, b, fromfile, tofile, fromfiledate, tofiledate, lineterm)
  started = False
  for group in SequenceMatcher(None, a, b).get_grouped_opcodes(n):
    if not started:
      started = True
      fromdate = "\t" + fromfiledate if fromfiledate else ""
      todate = "\t" + tofiledate if tofiledate else ""
      yield f"--- {fromfile}{fromdate}{lineterm}"
      yield f"+++ {tofile}{todate}{lineterm}"
    first, last = group[0], group[-1]
    yield f"@@ -{_unified_range(first[1], last[2])} +{_unified_range(first[3], last[4])} @@{lineterm}"
    for tag, i1, i2, j1, j2 in group:
      if tag == "equal":
        for line in a[i1:i2]:
          yield " " + line
        continue
      if tag in ("replace", "delete"):
        for line in a[i1:i2]:
          yield "-" + line
      if tag in ("replace", "insert"):
        for line in b[j1:j2]:
          yield "+" + line


def context_diff(a, b, fromfile="", tofile="", fromfiledate="", tofiledate="", n=3, lineterm="\n"):
  """The lines of a context diff."""
  _check_types(a, b, fromfile, tofile, fromfiledate, tofiledate, lineterm)
  prefix = {"insert": "+ ", "delete": "- ", "replace": "! ", "equal": "  "}
  started = False
  for group in SequenceMatcher(None, a, b).get_grouped_opcodes(n):
    if not started:
      started = True
      fromdate = "\t" + fromfiledate if fromfiledate else ""
      todate = "\t" + tofiledate if tofiledate else ""
      yield f"*** {fromfile}{fromdate}{lineterm}"
      yield f"--- {tofile}{todate}{lineterm}"
    first, last = group[0], group[-1]
    yield "***************" + lineterm
    yield f"*** {_context_range(first[1], last[2])} ****{lineterm}"
    if any(tag in ("replace", "delete") for tag, _, _, _, _ in group):
      for tag, i1, i2, _, _ in group:
        if tag != "insert":
          for line in a[i1:i2]:
            yield prefix[tag] + line
    yield f"--- {_context_range(first[3], last[4])} ----{lineterm}"
    if any(tag in ("replace", "insert") for tag, _, _, _, _ in group):
      for tag, _, _, j1, j2 in group:
        if tag != "delete":
          for line in b[j1:j2]:
            yield prefix[tag] + line


def diff_bytes(dfunc, a, b, fromfile=b"", tofile=b"", fromfiledate=b"", tofiledate=b"", n=3, lineterm=b"\n"):
  """unified_diff() or context_diff() of lines of bytes in any encoding."""
  def decode(s):
    try:
      return s.decode("ascii", "surrogateescape")
    except AttributeError as err:
      raise TypeError("all arguments must be bytes, not %s (%r)" % (type(s).__name__, s)) from err

  lines = dfunc([decode(line) for line in a], [decode(line) for line in b], decode(fromfile), decode(tofile), decode(fromfiledate),
                decode(tofiledate), n, decode(lineterm))
  for line in lines:
    yield line.encode("ascii", "surrogateescape")


def ndiff(a, b, linejunk=None, charjunk=IS_CHARACTER_JUNK):
  """The lines of a Differ's difference."""
  return Differ(linejunk, charjunk).compare(a, b)


def restore(delta, which):
  """The lines of one of the two sequences that made a difference: which is 1 or 2."""
  try:
    tag = {1: "- ", 2: "+ "}[int(which)]
  except KeyError:
    raise ValueError("unknown delta choice (must be 1 or 2): %r" % which) from None
  for line in delta:
    if line[:2] in ("  ", tag):
      yield line[2:]


def __getattr__(name):
  # Tables of differences are large, and few programs make them.
  if name != "HtmlDiff":
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
  from _difflib_html import HtmlDiff
  globals()[name] = HtmlDiff
  return HtmlDiff


def __dir__():
  return sorted({*globals(), "HtmlDiff"})
