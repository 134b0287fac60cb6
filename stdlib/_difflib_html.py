"""HtmlDiff of module difflib: two texts side by side as a table of a page."""

import re

from difflib import IS_CHARACTER_JUNK, ndiff

__name__ = "difflib"

# In texts of lines "\0" and a sign begin what was added (+), deleted (-) or changed (^), "\1" ends it.

_NO_LINE = ("", "\n")


class _Pairs:
  """The lines of two texts side by side: (left, right, whether they differ), each side a number and a text.

  What ndiff() finds comes as lines that begin with a sign: ' ' both, '-' left only, '+' right only, '?' where the line before has changed. Deleted and added
  lines that belong together do not come together, so each side waits for the other, and `lag` counts how many lines the right side is ahead.
  """

  def __init__(self, left, right, linejunk, charjunk):
    self._delta = ndiff(left, right, linejunk, charjunk)
    self._ahead = []
    self._numbers = [0, 0]

  def __iter__(self):
    waiting = [], []
    for left, right, changed in self._halves():
      for side, line in zip(waiting, (left, right)):
        if line is not None:
          side.append((line, changed))
      while all(waiting):
        (left, left_changed), (right, right_changed) = (side.pop(0) for side in waiting)
        yield left, right, left_changed or right_changed

  def _signs(self):
    """The first characters of the next four lines; X behind the last one."""
    while len(self._ahead) < 4:
      self._ahead.append(next(self._delta, "X"))
    return "".join(line[0] for line in self._ahead)

  def _take(self, side, sign):
    """The next line, with marks for all of it, for what the line with '?' behind it says, or without marks."""
    self._numbers[side] += 1
    text = self._ahead.pop(0)
    if sign == "?":
      for mark in reversed(list(re.finditer(r"\++|-+|\^+", self._ahead.pop(0)))):
        start, end = mark.span()
        text = f"{text[:start]}\0{mark[0][0]}{text[start:end]}\1{text[end:]}"
      text = text[2:]
    elif sign:
      text = f"\0{sign}{text[2:] or ' '}\1"
    else:
      text = text[2:]
    return self._numbers[side], text

  def _halves(self):
    lag = 0
    while not (signs := self._signs()).startswith("X"):
      if signs[0] == " ":
        text = self._ahead[0]
        left = self._take(0, None)
        self._ahead.insert(0, text)
        yield left, self._take(1, None), False
      elif signs.startswith(("-?+", "-+?")):
        yield self._take(0, "?" if signs[1] == "?" else None), self._take(1, "?" if signs.startswith(("-?+?", "-+?")) else None), True
      elif signs[0] == "-":
        line = self._take(0, "-")
        lag -= 1
        if signs.startswith(("--?+", "--+", "- ")) and not signs.startswith("--++"):
          yield from self._fill(lag)
          lag = 0
        yield line, None, True
      else:
        line = self._take(1, "+")
        lag += 1
        if signs.startswith(("+ ", "+-")) and not signs.startswith("+--"):
          yield from self._fill(lag)
          lag = 0
        yield None, line, True
    yield from self._fill(lag)

  @staticmethod
  def _fill(lag):
    """Empty lines for the side that is behind."""
    for _ in range(abs(lag)):
      yield (None, _NO_LINE, True) if lag < 0 else (_NO_LINE, None, True)


def _near_changes(pairs, lines):
  """The pairs that differ, and so many lines around them; (None, None, None) where some are left out."""
  before, after, left_out = [], 0, False
  for pair in pairs:
    if pair[2]:
      if left_out:
        yield None, None, None
      yield from before
      yield pair
      before, after, left_out = [], lines, False
    elif after:
      after -= 1
      yield pair
    else:
      before.append(pair)
      if len(before) > lines:
        del before[0]
        left_out = True


class HtmlDiff:
  """Tables of two texts side by side, in which what has changed is coloured."""

  _file_template = """
<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN"
          "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">

<html>

<head>
    <meta http-equiv="Content-Type"
          content="text/html; charset=%(charset)s" />
    <title></title>
    <style type="text/css">%(styles)s
    </style>
</head>

<body>
    %(table)s%(legend)s
</body>

</html>"""

  _styles = """
        table.diff {font-family:Courier; border:medium;}
        .diff_header {background-color:#e0e0e0}
        td.diff_header {text-align:right}
        .diff_next {background-color:#c0c0c0}
        .diff_add {background-color:#aaffaa}
        .diff_chg {background-color:#ffff77}
        .diff_sub {background-color:#ffaaaa}"""

  _table_template = """
    <table class="diff" id="difflib_chg_%(prefix)s_top"
           cellspacing="0" cellpadding="0" rules="groups" >
        <colgroup></colgroup> <colgroup></colgroup> <colgroup></colgroup>
        <colgroup></colgroup> <colgroup></colgroup> <colgroup></colgroup>
        %(header_row)s
        <tbody>
%(data_rows)s        </tbody>
    </table>"""

  _legend = """
    <table class="diff" summary="Legends">
        <tr> <th colspan="2"> Legends </th> </tr>
        <tr> <td> <table border="" summary="Colors">
                      <tr><th> Colors </th> </tr>
                      <tr><td class="diff_add">&nbsp;Added&nbsp;</td></tr>
                      <tr><td class="diff_chg">Changed</td> </tr>
                      <tr><td class="diff_sub">Deleted</td> </tr>
                  </table></td>
             <td> <table border="" summary="Links">
                      <tr><th colspan="2"> Links </th> </tr>
                      <tr><td>(f)irst change</td> </tr>
                      <tr><td>(n)ext change</td> </tr>
                      <tr><td>(t)op</td> </tr>
                  </table></td> </tr>
    </table>"""

  _default_prefix = 0

  def __init__(self, tabsize=8, wrapcolumn=None, linejunk=None, charjunk=IS_CHARACTER_JUNK):
    self._tabsize, self._wrapcolumn, self._linejunk, self._charjunk = tabsize, wrapcolumn, linejunk, charjunk

  def make_file(self, fromlines, tolines, fromdesc="", todesc="", context=False, numlines=5, *, charset="utf-8"):
    """A whole page with the table."""
    table = self.make_table(fromlines, tolines, fromdesc, todesc, context=context, numlines=numlines)
    page = self._file_template % dict(styles=self._styles, legend=self._legend, table=table, charset=charset)
    return page.encode(charset, "xmlcharrefreplace").decode(charset)

  def make_table(self, fromlines, tolines, fromdesc="", todesc="", context=False, numlines=5):
    """The table of two lists of lines; with `context` only the changes and so many lines around them."""
    prefixes = [f"{side}{HtmlDiff._default_prefix}_" for side in ("from", "to")]
    HtmlDiff._default_prefix += 1
    pairs = _Pairs(*([self._expanded(line) for line in lines] for lines in (fromlines, tolines)), self._linejunk, self._charjunk)
    pairs = _near_changes(pairs, numlines) if context else pairs
    pairs = list(self._wrapped(pairs) if self._wrapcolumn else pairs)
    rows = [None if changed is None else [self._cell(prefixes[0], *left), self._cell(prefixes[1], *right)] for left, right, changed in pairs]
    flags = [changed for _, _, changed in pairs]
    if not flags:
      rows, flags = [[f"<td></td><td>&nbsp;{'No Differences Found' if context else 'Empty File'}&nbsp;</td>"] * 2], [False]
    table = self._table_template % dict(data_rows="".join(self._rows(rows, flags, prefixes[1], numlines)), header_row=self._header(fromdesc, todesc),
                                        prefix=prefixes[1])
    for mark, markup in (("\0+", '<span class="diff_add">'), ("\0-", '<span class="diff_sub">'), ("\0^", '<span class="diff_chg">'),
                         ("\1", "</span>"), ("\t", "&nbsp;")):
      table = table.replace(mark, markup)
    return table

  def _expanded(self, line):
    """Tabs as so many of them as they are wide: they differ from blanks, and count as columns."""
    return line.replace(" ", "\0").expandtabs(self._tabsize).replace(" ", "\t").replace("\0", " ").rstrip("\n")

  def _wrapped(self, pairs):
    for left, right, changed in pairs:
      if changed is None:
        yield left, right, changed
        continue
      sides = [self._pieces(*line) for line in (left, right)]
      for place in range(max(map(len, sides))):
        yield *(side[place] if place < len(side) else ("", " ") for side in sides), changed

  def _pieces(self, number, text):
    """A line as one or more of at most the wanted width, which marks do not count for."""
    pieces = []
    while number and len(text) > self._wrapcolumn and len(text) - text.count("\0") * 3 > self._wrapcolumn:
      place, width, mark = 0, 0, ""
      while width < self._wrapcolumn and place < len(text):
        if text[place] == "\0":
          mark = text[place + 1]
          place += 2
          continue
        if text[place] == "\1":
          mark = ""
        else:
          width += 1
        place += 1
      pieces.append((number, text[:place] + ("\1" if mark else "")))
      number, text = ">", (f"\0{mark}" if mark else "") + text[place:]
    return pieces + [(number, text)]

  @staticmethod
  def _cell(prefix, number, text):
    place = f' id="{prefix}{number}"' if isinstance(number, int) else ""
    text = text.replace("&", "&amp;").replace(">", "&gt;").replace("<", "&lt;").replace(" ", "&nbsp;").rstrip()
    return f'<td class="diff_header"{place}>{number}</td><td nowrap="nowrap">{text}</td>'

  @staticmethod
  def _links(flags, prefix, lines):
    """What each row is called when a link leads to it, some lines before a change, and the link in each row that begins one."""
    names, links = [""] * len(flags), [""] * len(flags)
    count = last = 0
    for place, changed in enumerate(flags):
      if changed and not (place and flags[place - 1]):
        names[max(0, place - lines)] = f' id="difflib_chg_{prefix}_{count}"'
        count += 1
        last = place
        links[place] = f'<a href="#difflib_chg_{prefix}_{count}">n</a>'
    if not flags[0]:
      links[0] = f'<a href="#difflib_chg_{prefix}_0">f</a>'
    links[last] = f'<a href="#difflib_chg_{prefix}_top">t</a>'
    return names, links

  def _rows(self, rows, flags, prefix, lines):
    for place, (row, name, link) in enumerate(zip(rows, *self._links(flags, prefix, lines))):
      if row is not None:
        yield f'            <tr><td class="diff_next"{name}>{link}</td>{row[0]}<td class="diff_next">{link}</td>{row[1]}</tr>\n'
      elif place:
        yield "        </tbody>        \n        <tbody>\n"

  @staticmethod
  def _header(*descriptions):
    if not any(descriptions):
      return ""
    cells = (f'<th class="diff_next"><br /></th><th colspan="2" class="diff_header">{text}</th>' for text in descriptions)
    return f"<thead><tr>{''.join(cells)}</tr></thead>"
