"""A parser of HTML as it is found in the world: it calls a method for each tag, text, comment and declaration, and never fails.

>>> class Links(HTMLParser):
...   def handle_starttag(self, tag, attrs):
...     print(tag, attrs)
>>> Links().feed('<p>See <a href="/x?a=1&amp;b=2" download>this</a>')
p []
a [('href', '/x?a=1&b=2'), ('download', None)]
"""

import re
from html import unescape

__all__ = ["HTMLParser"]

_BLANKS = " \t\n\r\f\v"
_LONGEST_REFERENCE = 34  # characters of "&CounterClockwiseContourIntegral;" and one
_NUMBER = re.compile(r"&#([0-9]+|[xX][0-9a-fA-F]+)(?=[^0-9a-fA-F])")
_ENTITY = re.compile(r"&([a-zA-Z][-.a-zA-Z0-9]*)(?=[^a-zA-Z0-9])")
_TAG_NAME = re.compile(r"[a-zA-Z][^\t\n\r\f />\0]*")
_COMMENT_END = re.compile(r"--\s*>")
_SECTION_NAME = re.compile(r"([a-zA-Z][-_.a-zA-Z0-9]*)\s*")
_SECTION_ENDS = {name: re.compile(r"\]\s*\]\s*>") for name in ("temp", "cdata", "ignore", "include", "rcdata")}
_SECTION_ENDS.update({name: re.compile(r"\]\s*>") for name in ("if", "else", "endif")})


class _Incomplete(Exception):
  """More text is needed to tell what is there."""


class HTMLParser:
  """Override the handle_... methods, call feed() with text as it comes, and close() at the end."""

  CDATA_CONTENT_ELEMENTS = ("script", "style")

  def __init__(self, *, convert_charrefs=True):
    self.convert_charrefs = convert_charrefs
    self.reset()

  def reset(self):
    """Forgets everything that was not handled."""
    self.rawdata = ""
    self.lasttag = "???"
    self.cdata_elem = None
    self.lineno = 1
    self.offset = 0
    self._start_tag_text = None

  def feed(self, data):
    """Handles the text as far as it is complete."""
    self.rawdata += data
    self.goahead(False)

  def close(self):
    """Handles all that is left, as if it were complete."""
    self.goahead(True)

  def getpos(self):
    """(line, column) of what is being handled."""
    return self.lineno, self.offset

  def get_starttag_text(self):
    """The start tag that was handled last, as it is in the text."""
    return self._start_tag_text

  def updatepos(self, i, j):
    """Counts lines and columns of the text from i to j; returns the greater one."""
    if i >= j:
      return j
    lines = self.rawdata.count("\n", i, j)
    if lines:
      self.lineno += lines
      self.offset = j - (self.rawdata.rindex("\n", i, j) + 1)
    else:
      self.offset += j - i
    return j

  def set_cdata_mode(self, elem):
    """What follows is text up to the end tag of the element."""
    self.cdata_elem = elem.lower()
    self._cdata_end = re.compile(rf"</\s*{self.cdata_elem}\s*>", re.IGNORECASE)

  def clear_cdata_mode(self):
    """Back to markup."""
    self.cdata_elem = None

  # -- the text between tags

  def _handle_text(self, i, j):
    text = self.rawdata[i:j]
    self.handle_data(unescape(text) if self.convert_charrefs and not self.cdata_elem else text)

  def _text_end(self, i):
    """Where the text that begins at i ends for now."""
    text, n = self.rawdata, len(self.rawdata)
    if self.cdata_elem:
      found = self._cdata_end.search(text, i)
      if found is None:
        raise _Incomplete
      return found.start()
    place = text.find("<", i)
    if not self.convert_charrefs:
      reference = text.find("&", i)
      return min((p for p in (place, reference) if p >= 0), default=n)
    if place >= 0:
      return place
    # The start of a reference at the end may go on.
    reference = text.rfind("&", max(i, n - _LONGEST_REFERENCE))
    if reference >= 0 and not any(c == ";" or c.isspace() for c in text[reference:]):
      raise _Incomplete
    return n

  def goahead(self, end):
    """Handles what is there; with `end` all of it."""
    i = 0
    try:
      while i < len(self.rawdata):
        j = self._text_end(i)
        if i < j:
          self._handle_text(i, j)
        i = self.updatepos(i, j)
        if i < len(self.rawdata):
          i = self.updatepos(i, self._markup(i, end) if self.rawdata[i] == "<" else self._reference(i, end))
    except _Incomplete:
      # A reference that can't be told apart may have been taken in part.
      i = max(i, getattr(self, "_taken", 0))
    self._taken = 0
    if end and i < len(self.rawdata) and not self.cdata_elem:
      self._handle_text(i, len(self.rawdata))
      i = self.updatepos(i, len(self.rawdata))
    self.rawdata = self.rawdata[i:]

  def _reference(self, i, end):
    text = self.rawdata
    if text.startswith("&#", i):
      found = _NUMBER.match(text, i)
      if found:
        self.handle_charref(found[1])
        return found.end() + text.startswith(";", found.end())
      if ";" in text[i:]:
        self.handle_data("&#")
        self._taken = self.updatepos(i, i + 2)
      raise _Incomplete
    found = _ENTITY.match(text, i)
    if found:
      self.handle_entityref(found[1])
      return found.end() + text.startswith(";", found.end())
    following = text[i + 1:i + 2]
    if not following or following.isascii() and following.isalpha():
      if end and len(text) == i + 2:
        self._taken = self.updatepos(i, i + 1)
      raise _Incomplete
    self.handle_data("&")
    return i + 1

  # -- markup: each method gets the place of a "<" and returns the place behind what it has handled

  def _markup(self, i, end):
    try:
      return self._parse_markup(i)
    except _Incomplete:
      if not end:
        raise
      # Text after all, up to the next thing that looks like markup.
      closing = self.rawdata.find(">", i + 1)
      stop = closing + 1 if closing >= 0 else self.rawdata.find("<", i + 1)
      if stop < 0:
        stop = i + 1
      self._handle_text(i, stop)
      return stop

  def _parse_markup(self, i):
    text = self.rawdata
    following = text[i + 1:i + 2]
    if following.isascii() and following.isalpha():
      return self._parse_start_tag(i)
    if following == "/":
      return self._parse_end_tag(i)
    if text.startswith("<!--", i):
      found = _COMMENT_END.search(text, i + 4)
      if found is None:
        raise _Incomplete
      self.handle_comment(text[i + 4:found.start()])
      return found.end()
    if following == "?":
      place = self._find(">", i + 2)
      self.handle_pi(text[i + 2:place])
      return place + 1
    if following == "!":
      return self._parse_declaration(i)
    if not following:
      raise _Incomplete
    self.handle_data("<")
    return i + 1

  def _find(self, c, i):
    place = self.rawdata.find(c, i)
    if place < 0:
      raise _Incomplete
    return place

  def _parse_declaration(self, i):
    text = self.rawdata
    if text.startswith("<![", i):
      return self._parse_section(i)
    place = self._find(">", i + 2) if text[i:i + 9].lower() != "<!doctype" else self._find(">", i + 9)
    if text[i:i + 9].lower() == "<!doctype":
      self.handle_decl(text[i + 2:place])
    else:
      self.handle_comment(text[i + 2:place])
    return place + 1

  def _parse_section(self, i):
    text = self.rawdata
    if i + 3 == len(text):
      raise _Incomplete
    found = _SECTION_NAME.match(text, i + 3)
    if found is None:
      raise AssertionError("expected name token at %r" % text[i:i + 20])
    if found.end() == len(text):
      raise _Incomplete
    ending = _SECTION_ENDS.get(found[1].lower())
    if ending is None:
      raise AssertionError("unknown status keyword %r in marked section" % text[i + 3:found.end()])
    found = ending.search(text, i + 3)
    if found is None:
      raise _Incomplete
    self.unknown_decl(text[i + 3:found.start()])
    return found.end()

  def _parse_start_tag(self, i):
    self._start_tag_text = None
    text = self.rawdata
    name = _TAG_NAME.match(text, i + 1)
    attrs, k, closed = self._scan_attributes(name.end())
    self._start_tag_text = text[i:k]
    self.lasttag = tag = name[0].lower()
    if closed is None:
      self.handle_data(text[i:k])
    elif closed == "/>":
      self.handle_startendtag(tag, attrs)
    else:
      self.handle_starttag(tag, attrs)
      if tag in self.CDATA_CONTENT_ELEMENTS:
        self.set_cdata_mode(tag)
    return k

  def _scan_attributes(self, k):
    """(attributes, place behind the tag, ">" or "/>"); None as ending of a tag that is broken off."""
    text, n = self.rawdata, len(self.rawdata)
    attrs = []
    while True:
      while k < n and (text[k].isspace() or text[k] == "/" and not text.startswith("/>", k)):
        k += 1
      if k >= n:
        raise _Incomplete
      if text[k] == ">":
        return attrs, k + 1, ">"
      if text.startswith("/>", k):
        return attrs, k + 2, "/>"
      if text[k] == "\0":
        return attrs, k, None
      begin = k
      k += 1
      while k < n and text[k] not in "/=>" and not text[k].isspace():
        k += 1
      name, value = text[begin:k].lower(), None
      after = k
      while after < n and text[after].isspace():
        after += 1
      if text[after:after + 1] == "=":
        value, k = self._scan_value(after)
      attrs.append((name, value))

  def _scan_value(self, k):
    """(value, place behind it) of an attribute; k is at the equals sign."""
    text, n = self.rawdata, len(self.rawdata)
    while k < n and text[k] == "=":
      k += 1
    while k < n and text[k].isspace():
      k += 1
    if k >= n:
      raise _Incomplete
    if text[k] in "'\"":
      closing = self._find(text[k], k + 1)
      return unescape(text[k + 1:closing]), closing + 1
    begin = k
    while k < n and text[k] != ">" and not text[k].isspace():
      k += 1
    return unescape(text[begin:k]), k

  def _parse_end_tag(self, i):
    text = self.rawdata
    place = self._find(">", i + 1)
    exact = re.compile(r"</\s*([a-zA-Z][-.a-zA-Z0-9:_]*)\s*>").match(text, i)
    if exact is None:
      return self._parse_odd_end_tag(i, place)
    tag = exact[1].lower()
    if self.cdata_elem is not None and tag != self.cdata_elem:
      self.handle_data(text[i:place + 1])
      return place + 1
    self.handle_endtag(tag)
    self.clear_cdata_mode()
    return place + 1

  def _parse_odd_end_tag(self, i, place):
    text = self.rawdata
    if self.cdata_elem is not None:
      self.handle_data(text[i:place + 1])
      return place + 1
    name = _TAG_NAME.match(text, i + 2)
    if name is None:
      if text.startswith("</>", i):
        return i + 3
      place = self._find(">", i + 2)
      self.handle_comment(text[i + 2:place])
      return place + 1
    closing = text.find(">", name.end())
    self.handle_endtag(name[0].lower())
    return closing + 1

  # -- to be overridden

  def handle_startendtag(self, tag, attrs):
    """<tag/>: by default a start and an end."""
    self.handle_starttag(tag, attrs)
    self.handle_endtag(tag)

  def handle_starttag(self, tag, attrs):
    """<tag attribute="value">; the attributes are pairs, names in lower case, None for a missing value."""

  def handle_endtag(self, tag):
    """</tag>"""

  def handle_charref(self, name):
    """&#name; when references are not converted."""

  def handle_entityref(self, name):
    """&name; when references are not converted."""

  def handle_data(self, data):
    """Text, perhaps only a part of it."""

  def handle_comment(self, data):
    """<!--data-->"""

  def handle_decl(self, decl):
    """<!decl>"""

  def handle_pi(self, data):
    """<?data>"""

  def unknown_decl(self, data):
    """<![data]]>"""
