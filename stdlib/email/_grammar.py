"""The grammar of header values: RFC 5322, the older forms of RFC 822, parameters of RFC 2045 and 2231, encoded words of RFC 2047.

Whatever the text is, a header has a tree; what breaks the rules is noted as defects of its branches. Each rule is a method of
_Reader, which raises HeaderParseError where the rule does not hold. A rule that asks for a character at the end of the text raises
IndexError.
"""

import re

from email import _tokens, _words, errors
from email._tokens import BLANKS, SPECIALS, Branch, Leaf

_LEADERS = BLANKS | {"("}
_ATOM_ENDS = SPECIALS | BLANKS
# Dots, quotes and comments do not end a phrase, for the sake of older forms.
_PHRASE_ENDS = SPECIALS - set('."(')
_TOKEN_ENDS = (SPECIALS | BLANKS | set("/?=")) - {"."}
_ATTRIBUTE_ENDS = _TOKEN_ENDS | set("*'%")
_EXTENDED_ENDS = _ATTRIBUTE_ENDS - {"%"}
DOT_ATOM_ENDS = _ATOM_ENDS - {"."}

_WORD = re.compile(r"=\?[^?]*\?[qQbB]\?.*?\?=")
_BLANK_RUN = re.compile(r"[ \t]+")
_HEX_ESCAPE = re.compile(r"[0-9a-fA-F]{2}")


class _InvalidWordError(errors.HeaderParseError):
  """It looks like an encoded word and is none."""


def _text_leaf(kind, text, blank=False):
  """A leaf with the defects of its characters."""
  leaf = Leaf(kind, text, blank)
  unprintable = re.findall(r"[\x00-\x20\x7f]", text)
  if unprintable:
    leaf.defects.append(errors.NonPrintableDefect(unprintable))
  if _words.has_surrogates(text):
    leaf.defects.append(errors.UndecodableBytesDefect("Non-ASCII characters found in header token"))
  return leaf


def _invalid(branch, message):
  branch.defects.append(errors.InvalidHeaderDefect(message))


def _obsolete(branch, message):
  branch.defects.append(errors.ObsoleteHeaderDefect(message))


def _lead(branch, leader):
  """Put a comment before what a branch has."""
  if leader is not None:
    branch.parts.insert(0, leader)
  return branch


def _is_invalid(branch):
  return any(isinstance(defect, errors.InvalidHeaderDefect) for defect in branch.all_defects)


class _Reader:
  """A text and a place in it."""

  def __init__(self, text):
    self.text = text
    self.at = 0

  def char(self):
    return self.text[self.at]

  def rest(self):
    return self.text[self.at:]

  def more(self):
    return self.at < len(self.text)

  def sees(self, characters):
    return self.at < len(self.text) and self.text[self.at] in characters

  def runs(self, ends):
    """Whether there is more, before any of the ends."""
    return self.at < len(self.text) and self.text[self.at] not in ends

  def take(self, kind):
    """The next character as a leaf."""
    self.at += 1
    return Leaf(kind, self.text[self.at - 1])

  def run(self, ends):
    """The text up to any of the ends."""
    start = self.at
    while self.runs(ends):
      self.at += 1
    return self.text[start:self.at]

  def word_run(self):
    """The text up to a blank."""
    return self.run(BLANKS)

  def attempt(self, rule, *arguments):
    """What the rule gives, or None, at the old place, where it does not hold."""
    before = self.text, self.at
    try:
      return rule(*arguments)
    except errors.HeaderParseError:
      self.text, self.at = before
      return None

  def fail(self, expected):
    raise errors.HeaderParseError(f"expected {expected} but found '{self.rest()}'")

  # Blanks and comments.

  def blank(self):
    rest = self.rest()
    text = rest[:len(rest) - len(rest.lstrip())]
    self.at += len(text)
    return Leaf("fws", text, blank=True)

  def comments(self):
    branch = Branch("cfws")
    while self.sees(_LEADERS):
      branch.parts.append(self.blank() if self.char() in BLANKS else self.comment())
    return branch

  def leader(self):
    """Blanks and comments, or None without any."""
    return self.comments() if self.sees(_LEADERS) else None

  def comment(self):
    branch = _tokens.Comment()
    self.at += 1
    while self.runs(")"):
      if self.char() in BLANKS:
        part = self.blank()
      elif self.char() == "(":
        part = self.comment()
      else:
        part = _text_leaf("ptext", self.escaped("()")[0], blank=True)
      branch.parts.append(part)
    if self.more():
      self.at += 1
    else:
      _invalid(branch, "end of header inside comment")
    return branch

  def escaped(self, ends):
    """The text up to a blank or any of the ends, without its escapes; whether it had escaped backslashes."""
    characters, escape, had_pair = [], False, False
    while self.runs(BLANKS):
      character = self.char()
      if character == "\\" and not escape:
        escape = True
        self.at += 1
        continue
      if character in ends and not escape:
        break
      had_pair = had_pair or character == "\\"
      escape = False
      characters.append(character)
      self.at += 1
    return "".join(characters), had_pair

  def surrounded(self, kind, rule):
    """What a rule gives, with blanks and comments around it."""
    branch = Branch(kind)
    for part in (self.leader(), rule(), self.leader()):
      if part is not None:
        branch.parts.append(part)
    return branch

  # Words.

  def encoded_word(self):
    start = self.at
    end = self.text.find("?=", start + 2)
    if not self.text.startswith("=?", start) or end < 0:
      self.fail("encoded word")
    inside = self.text[start + 2:end]
    if inside.count("?") < 2 and _HEX_ESCAPE.match(self.text, end + 2):
      # The text begins with an escape: the mark that was found is none.
      end = self.text.find("?=", end + 2)
      end = len(self.text) if end < 0 else end
      inside = self.text[start + 2:end]
    branch = Branch("encoded-word")
    if len(inside.split()) > 1:
      _invalid(branch, "whitespace inside encoded word")
    try:
      text, defects = _words.decode(f"=?{inside}?=")
    except (ValueError, KeyError):
      raise _InvalidWordError(f"encoded word format invalid: '{self.text[start:]}'") from None
    self.at = min(end + 2, len(self.text))
    branch.defects += defects
    reader = _Reader(text)
    while reader.more():
      branch.parts.append(reader.blank() if reader.char() in BLANKS else _text_leaf("vtext", reader.word_run()))
    if self.runs(BLANKS):
      _invalid(branch, "missing trailing whitespace after encoded-word")
    return branch

  def atom_text(self):
    text = self.run(_ATOM_ENDS)
    if not text:
      self.fail("atext")
    return _text_leaf("atext", text)

  def encoded_or(self, rule):
    """An encoded word or what the rule gives."""
    word = self.attempt(self.encoded_word) if self.text.startswith("=?", self.at) else None
    return word or rule()

  def atom(self):
    return self.surrounded("atom", self.bare_atom)

  def bare_atom(self):
    if self.sees(_ATOM_ENDS):
      self.fail("atom")
    return self.encoded_or(self.atom_text)

  def dot_atom_text(self):
    branch = Branch("dot-atom-text")
    if not self.runs(_ATOM_ENDS):
      raise errors.HeaderParseError(f"expected atom at a start of dot-atom-text but found '{self.rest()}'")
    while self.runs(_ATOM_ENDS):
      branch.parts.append(self.atom_text())
      if self.sees("."):
        branch.parts.append(self.take("dot"))
    if branch.parts[-1].kind == "dot":
      raise errors.HeaderParseError(f"expected atom at end of dot-atom-text but found '.{self.rest()}'")
    return branch

  def dot_atom(self):
    self.char()
    return self.surrounded("dot-atom", lambda: self.encoded_or(self.dot_atom_text))

  def quoted_string(self):
    return self.surrounded("quoted-string", self.bare_quoted_string)

  def quoted_text(self):
    return _text_leaf("ptext", self.escaped('"')[0])

  def bare_quoted_string(self):
    if self.char() != '"':
      self.fail("'\"'")
    branch = Branch("bare-quoted-string")
    self.at += 1
    if self.sees('"'):
      branch.parts.append(Leaf("ptext", ""))
    while self.runs('"'):
      branch.parts.append(self.blank() if self.char() in BLANKS else self.quoted_piece(branch))
    if self.more():
      self.at += 1
    else:
      _invalid(branch, "end of header inside quoted string")
    return branch

  def quoted_piece(self, branch):
    word = self.attempt(self.encoded_word) if self.text.startswith("=?", self.at) else None
    if word is None:
      return self.quoted_text()
    _invalid(branch, "encoded word inside quoted string")
    _hide_blank(branch)
    return word

  def word(self):
    self.char()
    leader = self.leader()
    if not self.more():
      raise errors.HeaderParseError("Expected 'atom' or 'quoted-string' but found nothing.")
    if self.char() == '"':
      return _lead(self.quoted_string(), leader)
    if self.char() in SPECIALS:
      raise errors.HeaderParseError(f"Expected 'atom' or 'quoted-string' but found '{self.rest()}'")
    return _lead(self.atom(), leader)

  def phrase(self, kind="phrase"):
    branch = Branch(kind)
    word = self.attempt(self.word)
    if word:
      branch.parts.append(word)
    else:
      _invalid(branch, "phrase does not start with word")
    while self.runs(_PHRASE_ENDS):
      if self.char() == ".":
        branch.parts.append(self.take("dot"))
        _obsolete(branch, "period in 'phrase'")
        continue
      word = self.attempt(self.word)
      if word is None:
        if self.char() not in _LEADERS:
          self.word()
        word = self.comments()
        _obsolete(branch, "comment found without atom")
      branch.parts.append(word)
    return branch

  # Addresses.

  def local_part(self):
    branch = Branch("local-part")
    self.char()
    leader = self.leader()
    if not self.more():
      self.fail("local-part")
    part = self.attempt(self.dot_atom) or self.attempt(self.word)
    if part is None:
      if self.char() != "\\" and self.char() in _PHRASE_ENDS:
        self.word()
      part = Branch(None)
    branch.parts.append(_lead(part, leader))
    if self.sees("\\") or self.runs(_PHRASE_ENDS):
      # What was read is read again in the older form, in its normal spelling.
      self.text = str(part) + self.rest()
      self.at = 0
      part = self.obsolete_local_part()
      if part.defects:
        _invalid(branch, "local-part is not dot-atom, quoted-string, or obs-local-part")
      else:
        _obsolete(branch, "local-part is not a dot-atom (contains CFWS)")
      branch.parts[0] = part
    if not branch.value.isascii():
      branch.defects.append(errors.NonASCIILocalPartDefect("local-part contains non-ASCII characters)"))
    return branch

  def obsolete_local_part(self):
    branch = Branch("obs-local-part")
    parts = branch.parts
    after_dot = False
    while self.sees("\\") or self.runs(_PHRASE_ENDS):
      if self.char() == ".":
        if after_dot:
          _invalid(branch, "invalid repeated '.'")
        parts.append(self.take("dot"))
        after_dot = True
        continue
      if self.char() == "\\":
        parts.append(self.take("misplaced-special"))
        _invalid(branch, "'\\' character outside of quoted-string/ccontent")
        after_dot = False
        continue
      if parts and parts[-1].kind != "dot":
        _invalid(branch, "missing '.' between words")
      word = self.attempt(self.word)
      if word is None:
        if self.char() not in _LEADERS:
          self.word()
        parts.append(self.comments())
      else:
        after_dot = False
        parts.append(word)
    for where, first, second in (("leading", 0, 1), ("trailing", -1, -2)):
      if parts[first].kind == "dot" or parts[first].kind == "cfws" and parts[second].kind == "dot":
        _invalid(branch, f"Invalid {where} '.' in local part")
    return branch

  def literal_text(self):
    text, had_pair = self.escaped("[]")
    leaf = Leaf("ptext", text)
    if had_pair:
      leaf.defects.append(errors.ObsoleteHeaderDefect("quoted printable found in domain-literal"))
    leaf.defects += _text_leaf("ptext", text).defects
    return leaf

  def domain_literal(self):
    branch = Branch("domain-literal", [self.take("domain-literal-start")])
    for rule in (None, self.literal_text, None):
      if not self.more():
        break
      if rule:
        branch.parts.append(rule())
      elif self.char() in BLANKS:
        branch.parts.append(self.blank())
    if not self.more():
      _invalid(branch, "end of input inside domain-literal")
      branch.parts.append(Leaf("domain-literal-end", "]"))
      return branch
    if self.char() != "]":
      raise errors.HeaderParseError(f"expected ']' at end of domain-literal but found '{self.rest()}'")
    branch.parts.append(self.take("domain-literal-end"))
    after = self.leader()
    if after:
      branch.parts.append(after)
    return branch

  def domain(self):
    branch = Branch("domain")
    self.char()
    leader = self.leader()
    if not self.more():
      self.fail("domain")
    if self.char() == "[":
      branch.parts.append(_lead(self.domain_literal(), leader))
      return branch
    part = self.attempt(self.dot_atom) or self.atom()
    if self.sees("@"):
      raise errors.HeaderParseError("Invalid Domain")
    branch.parts.append(_lead(part, leader))
    if self.sees("."):
      _obsolete(branch, "domain is not a dot-atom (contains CFWS)")
      if part.kind == "dot-atom":
        branch.parts = part.parts
      while self.sees("."):
        branch.parts += [self.take("dot"), self.atom()]
    return branch

  def address_spec(self):
    branch = Branch("addr-spec", [self.local_part()])
    if not self.sees("@"):
      _invalid(branch, "addr-spec local part with no domain")
      return branch
    branch.parts.append(self.take("address-at-symbol"))
    branch.parts.append(self.domain())
    return branch

  def route(self):
    branch = Branch("obs-route")
    while self.sees(",") or self.sees(_LEADERS):
      branch.parts.append(self.take("list-separator") if self.char() == "," else self.comments())
    if not self.sees("@"):
      self.fail("obs-route domain")
    branch.parts += [self.take("route-component-marker"), self.domain()]
    while self.sees(","):
      branch.parts.append(self.take("list-separator"))
      if not self.more():
        break
      leader = self.leader()
      if leader:
        branch.parts.append(leader)
      if self.char() == "@":
        branch.parts += [self.take("route-component-marker"), self.domain()]
    if not self.more():
      raise errors.HeaderParseError("end of header while parsing obs-route")
    if self.char() != ":":
      raise errors.HeaderParseError(f"expected ':' marking end of obs-route but found '{self.rest()}'")
    branch.parts.append(self.take("end-of-obs-route-marker"))
    return branch

  def angle_address(self):
    branch = Branch("angle-addr")
    self.char()
    leader = self.leader()
    if not self.sees("<"):
      self.fail("angle-addr")
    branch.parts = ([leader] if leader else []) + [self.take("angle-addr-start")]
    if self.char() == ">":
      branch.parts.append(self.take("angle-addr-end"))
      _invalid(branch, "null addr-spec in angle-addr")
      return branch
    spec = self.attempt(self.address_spec)
    if spec is None:
      route = self.attempt(self.route)
      if route is None:
        self.fail("addr-spec or obs-route")
      _obsolete(branch, "obsolete route specification in angle-addr")
      branch.parts.append(route)
      spec = self.address_spec()
    branch.parts.append(spec)
    if self.sees(">"):
      self.at += 1
    else:
      _invalid(branch, "missing trailing '>' on angle-addr")
    branch.parts.append(Leaf("angle-addr-end", ">"))
    after = self.leader()
    if after:
      branch.parts.append(after)
    return branch

  def name_address(self):
    branch = Branch("name-addr")
    self.char()
    leader = self.leader()
    if not self.more():
      self.fail("name-addr")
    if self.char() != "<":
      if self.char() in _PHRASE_ENDS:
        self.fail("name-addr")
      name = self.phrase("display-name")
      if not self.more():
        self.fail("name-addr")
      first = name.parts[0]
      _lead(first if isinstance(first, Branch) else name, leader)
      leader = None
      branch.parts.append(name)
    branch.parts.append(_lead(self.angle_address(), leader))
    return branch

  def mailbox(self):
    address = self.attempt(self.name_address) or self.attempt(self.address_spec)
    if address is None:
      self.fail("mailbox")
    return Branch("invalid-mailbox" if _is_invalid(address) else "mailbox", [address])

  def invalid_mailbox(self, ends, kind="invalid-mailbox"):
    """All up to any of the ends."""
    branch = Branch(kind)
    while self.runs(ends):
      branch.parts.append(self.take("misplaced-special") if self.char() in _PHRASE_ENDS else self.phrase())
    return branch

  def listed(self, branch, rule, ends, wrap, words):
    """Entries of a list between commas, up to any of the ends; what is no entry is kept as an invalid one."""
    empty, empty_with_comment, invalid = words
    while self.runs(ends[1:]):
      entry = self.attempt(rule)
      if entry is not None:
        branch.parts.append(entry)
      else:
        leader = self.leader()
        if leader is not None and not self.runs(ends):
          branch.parts.append(leader)
          _obsolete(branch, empty_with_comment)
        elif self.char() == ",":
          _obsolete(branch, empty)
        else:
          branch.parts.append(wrap(_lead(self.invalid_mailbox(ends), leader)))
          _invalid(branch, invalid)
      if self.runs(ends):
        last = branch.parts[-1]
        (last.parts[0] if last.kind == "address" else last).parts += self.invalid_mailbox(ends).parts
        _invalid(branch, invalid)
      if self.sees(","):
        branch.parts.append(self.take("list-separator"))
    return branch

  def mailbox_list(self):
    empty = "empty element in mailbox-list"
    return self.listed(Branch("mailbox-list"), self.mailbox, ",;", lambda mailbox: mailbox, (empty, empty, "invalid mailbox in mailbox-list"))

  def group_list(self):
    branch = Branch("group-list")
    if not self.more():
      _invalid(branch, "end of header before group-list")
      return branch
    leader = self.leader()
    if leader and not self.runs(";"):
      if not self.more():
        _invalid(branch, "end of header in group-list")
      branch.parts.append(leader)
      return branch
    mailboxes = self.mailbox_list()
    if not any(part.kind in ("mailbox", "invalid-mailbox") for part in mailboxes.parts):
      branch.parts = ([leader] if leader else []) + mailboxes.parts
      _obsolete(branch, "group-list with empty entries")
    else:
      branch.parts.append(_lead(mailboxes, leader))
    return branch

  def group(self):
    name = self.phrase("display-name")
    if not self.sees(":"):
      raise errors.HeaderParseError(f"expected ':' at end of group display name but found '{self.rest()}'")
    branch = Branch("group", [name, self.take("group-display-name-terminator")])
    if self.sees(";"):
      branch.parts.append(self.take("group-terminator"))
      return branch
    branch.parts.append(self.group_list())
    if not self.more():
      _invalid(branch, "end of header in group")
      branch.parts.append(Leaf("group-terminator", ";"))
      return branch
    branch.parts.append(self.take("group-terminator"))
    after = self.leader()
    if after:
      branch.parts.append(after)
    return branch

  def address(self):
    entry = self.attempt(self.group) or self.attempt(self.mailbox)
    if entry is None:
      self.fail("address")
    return Branch("address", [entry])

  def address_list(self):
    return self.listed(Branch("address-list"), self.address, ",", lambda mailbox: Branch("address", [mailbox]),
                       ("empty element in address-list", "address-list entry with no content", "invalid address in address-list"))

  # Identifiers of messages.

  def message_id(self):
    branch = Branch("msg-id")
    leader = self.leader()
    if not self.sees("<"):
      self.fail("msg-id")
    branch.parts = ([leader] if leader else []) + [self.take("msg-id-start")]
    left = self.attempt(self.dot_atom_text)
    if left is None:
      left = self.attempt(self.obsolete_local_part)
      if left is None:
        self.fail("dot-atom-text or obs-id-left")
      _obsolete(branch, "obsolete id-left in msg-id")
    branch.parts.append(left)
    if not self.sees("@"):
      _invalid(branch, "msg-id with no id-right")
      if self.sees(">"):
        branch.parts.append(self.take("msg-id-end"))
      return branch
    branch.parts.append(self.take("address-at-symbol"))
    right = self.attempt(self.dot_atom_text) or self.attempt(self.unfolded_literal)
    if right is None:
      right = self.attempt(self.domain)
      if right is None:
        self.fail("dot-atom-text, no-fold-literal or obs-id-right")
      _obsolete(branch, "obsolete id-right in msg-id")
    branch.parts.append(right)
    if self.sees(">"):
      self.at += 1
    else:
      _invalid(branch, "missing trailing '>' on msg-id")
    branch.parts.append(Leaf("msg-id-end", ">"))
    after = self.leader()
    if after:
      branch.parts.append(after)
    return branch

  def unfolded_literal(self):
    if not self.sees("["):
      self.fail("no-fold-literal")
    branch = Branch("no-fold-literal", [self.take("no-fold-literal-start"), self.literal_text()])
    if not self.sees("]"):
      self.fail("']' at the end of no-fold-literal")
    branch.parts.append(self.take("no-fold-literal-end"))
    return branch

  # Parameters.

  def bare_text(self, kind, ends, expected):
    if self.sees(ends):
      self.fail("token")
    text = self.run(ends)
    if not text:
      raise errors.HeaderParseError(f"expected {expected} but found {self.rest()!r}")
    return _text_leaf(kind, text)

  def token(self):
    return self.surrounded("token", lambda: self.bare_text("ttext", _TOKEN_ENDS, "ttext"))

  def attribute(self):
    return self.surrounded("attribute", lambda: self.bare_text("attrtext", _ATTRIBUTE_ENDS, "attrtext"))

  def extended_attribute(self):
    return self.surrounded("attribute", lambda: self.bare_text("extended-attrtext", _EXTENDED_ENDS, "extended attrtext"))

  def section(self, parameter):
    """The number of a section; None without one."""
    marker = self.take("section-marker")
    digits = ""
    while self.more() and self.char().isdigit():
      digits += self.char()
      self.at += 1
    if not digits:
      self.at -= 1
      return None
    branch = Branch("section", [marker, Leaf("digits", digits)])
    if digits[0] == "0" and digits != "0":
      _invalid(branch, "section number has an invalid leading 0")
    parameter.parts.append(branch)
    return int(digits)

  def parameter_value(self):
    if not self.more():
      raise errors.HeaderParseError("Expected value but found end of string")
    leader = self.leader()
    if not self.more():
      raise errors.HeaderParseError(f"Expected value but found only {leader}")
    return Branch("value", [_lead(self.quoted_string() if self.char() == '"' else self.extended_attribute(), leader)])

  def parameter(self):
    parameter = _Parameter()
    name = self.attribute()
    parameter.name = name.value.strip()
    parameter.parts.append(name)
    if not self.runs(";"):
      _invalid(parameter, f"Parameter contains name ({name}) but no value")
      return parameter
    if self.char() == "*":
      parameter.section = self.section(parameter)
      if not self.more():
        raise errors.HeaderParseError("Incomplete parameter")
      if self.char() == "*":
        parameter.parts.append(self.take("extended-parameter-marker"))
        parameter.extended = True
    if self.char() != "=":
      raise errors.HeaderParseError("Parameter not followed by '='")
    parameter.parts.append(self.take("parameter-separator"))
    leader = self.leader()
    if leader:
      parameter.parts.append(leader)
    if parameter.extended and self.sees('"') and self.quoted_extended(parameter):
      return parameter
    self.value_of(parameter)
    return parameter

  def quoted_extended(self, parameter):
    """An extended value that is wrongly in quotes: what is inside is read as if it were not."""
    start = self.at
    inside = self.quoted_string().first("bare-quoted-string").value
    if not parameter.number:
      valid = inside.startswith("'") or re.match(f"[^{re.escape(''.join(_ATTRIBUTE_ENDS))}]+'", inside)
    else:
      valid = not any(character in _EXTENDED_ENDS for character in inside)
    if not valid:
      self.at = start
      _invalid(parameter, "Parameter marked as extended but appears to have a quoted string value that is non-encoded")
      return False
    _invalid(parameter, "Quoted string value for extended parameter is invalid")
    parts = inside.split("'", 2)
    if len(parts) == 3:
      parameter.charset = parts[0]
    parameter.parts.append(Branch("value", [_text_leaf("ptext", parts[-1])]))
    parameter.value_text = parts[-1]
    return True

  def value_of(self, parameter):
    value = None if self.sees("'") else self.parameter_value()
    if not parameter.extended or parameter.number > 0:
      if not self.sees("'"):
        parameter.set_value(value)
        return
      _invalid(parameter, "Apparent initial-extended-value but attribute was not marked as extended or was not initial section")
    if not self.more():
      _invalid(parameter, "Missing required charset/lang delimiters")
      parameter.set_value(value)
      return
    if value is not None:
      charset = value.parts[0].first("extended-attrtext")
      parameter.charset = charset.value if charset else value.value
      parameter.parts.append(value)
    if self.char() != "'":
      raise errors.HeaderParseError(f"Expected RFC2231 char/lang encoding delimiter, but found {self.rest()!r}")
    parameter.parts.append(self.take("RFC2231-delimiter"))
    if self.runs("'"):
      parameter.parts.append(self.bare_text("attrtext", _ATTRIBUTE_ENDS, "attrtext"))
      if not self.sees("'"):
        raise errors.HeaderParseError(f"Expected RFC2231 char/lang encoding delimiter, but found {self.rest()}")
    parameter.parts.append(self.take("RFC2231-delimiter"))
    parameter.set_value(self.parameter_value())

  def parameters(self):
    branch = _tokens.Parameters()
    while self.more():
      parameter = self.attempt(self.parameter)
      if parameter is not None:
        branch.parts.append(parameter)
      else:
        leader = self.leader()
        if not self.more():
          branch.parts.append(leader)
          break
        if self.char() == ";":
          if leader:
            branch.parts.append(leader)
          _invalid(branch, "parameter entry with no content")
        else:
          invalid = _lead(self.invalid_mailbox(";", "invalid-parameter"), leader)
          branch.parts.append(invalid)
          _invalid(branch, f"invalid parameter {invalid!r}")
      if self.runs(";"):
        trailing = self.invalid_mailbox(";", "invalid-parameter")
        branch.parts[-1].parts += trailing.parts
        _invalid(branch, f"parameter with invalid trailing text {trailing!r}")
      if self.more():
        branch.parts.append(self.take("parameter-separator"))
    branch.pairs = _joined(branch)
    return branch

  def find_parameters(self, branch):
    """The parameters of a header whose value is none."""
    branch.parts += self.invalid_mailbox(";").parts
    if self.more():
      self.add_parameters(branch)

  def add_parameters(self, branch):
    branch.parts.append(self.take("parameter-separator"))
    branch.parts.append(self.parameters())

  def digits(self, branch, which, ends):
    """A number of a version, or None, and what surrounds it."""
    digits = self.run(ends)
    if not digits.isdigit():
      _invalid(branch, f"Expected MIME {which} version number but found {digits!r}")
    branch.parts.append(Leaf("digits" if digits.isdigit() else "xtext", digits))
    after = self.leader()
    if after:
      branch.parts.append(after)
    return int(digits) if digits.isdigit() else None


class _Parameter(Branch):
  """A parameter or a section of one."""

  def __init__(self):
    super().__init__("parameter")
    self.name = ""
    self.section = None
    self.extended = False
    self.charset = "us-ascii"
    self.value_text = ""

  @property
  def number(self):
    return self.section or 0

  def set_value(self, value):
    self.parts.append(value)
    self.value_text = _stripped(value)


def _stripped(value):
  """A value without quotes and without what surrounds it."""
  token = value.parts[0]
  for kind in ("bare-quoted-string", "attrtext", "extended-attrtext"):
    part = token.first(kind)
    if part is not None:
      return part.value
  return value.value


def _joined(branch):
  """The names and values of parameters, sections put together."""
  names = {}
  for parameter in branch.parts:
    if isinstance(parameter, _Parameter):
      names.setdefault(parameter.name, []).append(parameter)
  pairs = []
  for name, parts in names.items():
    parts.sort(key=lambda part: part.number)
    if not parts[0].extended and len(parts) > 1 and parts[1].number == 0:
      _invalid(parts[1], "duplicate parameter name; duplicate(s) ignored")
      del parts[1:]
    pairs.append((name, "".join(_values(parts))))
  return pairs


def _values(parts):
  place = 0
  for part in parts:
    if part.number != place:
      if not part.extended:
        _invalid(part, "duplicate parameter name; duplicate ignored")
        continue
      _invalid(part, "inconsistent RFC2231 parameter numbering")
    place += 1
    yield _decoded(part, parts[0].charset) if part.extended else part.value_text


def _decoded(part, charset):
  import urllib.parse
  try:
    raw = urllib.parse.unquote_to_bytes(part.value_text)
  except UnicodeEncodeError:
    return urllib.parse.unquote(part.value_text, encoding="latin-1")
  try:
    text = raw.decode(charset, "surrogateescape")
  except (LookupError, UnicodeEncodeError):
    text = raw.decode("us-ascii", "surrogateescape")
  if _words.has_surrogates(text):
    part.defects.append(errors.UndecodableBytesDefect())
  return text


def _hide_blank(branch):
  """Blanks between two encoded words do not count."""
  if len(branch.parts) > 1 and branch.parts[-1].kind == "fws" and branch.parts[-2].kind == "encoded-word":
    branch.parts[-1] = Leaf("fws", branch.parts[-1].text, blank=True, hidden=True)


# Whole values.

def unstructured(text):
  """The tree of words and blanks."""
  reader = _Reader(text)
  branch = Branch("unstructured")
  while reader.more():
    if reader.char() in BLANKS:
      branch.parts.append(reader.blank())
      continue
    is_valid = True
    if text.startswith("=?", reader.at):
      try:
        start = reader.at
        word = reader.encoded_word()
      except _InvalidWordError:
        is_valid = False
      except errors.HeaderParseError:
        pass
      else:
        if branch.parts and branch.parts[-1].kind != "fws":
          _invalid(branch, "missing whitespace before encoded word")
        _hide_blank(branch)
        branch.parts.append(word)
        continue
      reader.at = start
    start = reader.at
    piece = reader.word_run()
    if is_valid and _WORD.search(piece):
      # An encoded word within a word: it is read next.
      found = piece.find("=?")
      piece = piece[:found]
      reader.at = start + found
    branch.parts.append(_text_leaf("vtext", piece))
  return branch


def address_list(text):
  """The tree of addresses."""
  return _Reader(text).address_list()


def address_spec(text):
  """The tree of one address, and the text that is left."""
  reader = _Reader(text)
  return reader.address_spec(), reader.rest()


def message_id(text):
  """The tree of an identifier."""
  reader = _Reader(text)
  try:
    branch = Branch("message-id", [reader.message_id()])
  except errors.HeaderParseError as error:
    branch = Branch("message-id", unstructured(text).parts)
    _invalid(branch, f"Invalid msg-id: {error!r}")
    return branch
  if reader.more():
    _invalid(branch, f"Unexpected {reader.rest()!r}")
  return branch


def version(text):
  """The tree of a MIME version, and both numbers or None."""
  reader = _Reader(text)
  branch = Branch("mime-version")
  if not text:
    branch.defects.append(errors.HeaderMissingRequiredValue("Missing MIME version number (eg: 1.0)"))
    return branch, None, None
  leader = reader.leader()
  if leader:
    branch.parts.append(leader)
    if not reader.more():
      branch.defects.append(errors.HeaderMissingRequiredValue("Expected MIME version number but found only CFWS"))
  major = reader.digits(branch, "major", _LEADERS | {"."})
  minor = None
  if reader.sees("."):
    branch.parts.append(reader.take("version-separator"))
    leader = reader.leader()
    if leader:
      branch.parts.append(leader)
    if reader.more():
      minor = reader.digits(branch, "minor", _LEADERS)
      if reader.more():
        _invalid(branch, "Excess non-CFWS text after MIME version")
    elif major is not None:
      _invalid(branch, "Incomplete MIME version; found only major number")
  elif major is not None:
    _invalid(branch, "Incomplete MIME version; found only major number")
  if reader.more():
    branch.parts.append(Leaf("xtext", reader.rest()))
  return branch, major, minor


def content_type(text):
  """The tree of a type with parameters, and both names of the type."""
  reader = _Reader(text)
  branch = Branch("content-type")
  default = "text", "plain"
  if not text:
    branch.defects.append(errors.HeaderMissingRequiredValue("Missing content type specification"))
    return branch, *default
  main = reader.attempt(reader.token)
  if main is None:
    _invalid(branch, f"Expected content maintype but found {reader.rest()!r}")
    reader.find_parameters(branch)
    return branch, *default
  branch.parts.append(main)
  if not reader.sees("/"):
    _invalid(branch, "Invalid content type")
    reader.find_parameters(branch)
    return branch, *default
  branch.parts.append(reader.take("content-type-separator"))
  main = main.value.strip().lower()
  sub = reader.attempt(reader.token)
  if sub is None:
    _invalid(branch, f"Expected content subtype but found {reader.rest()!r}")
    reader.find_parameters(branch)
    return branch, main, "plain"
  branch.parts.append(sub)
  if reader.runs(";"):
    _invalid(branch, f"Only parameters are valid after content type, but found {reader.rest()!r}")
    reader.find_parameters(branch)
    return branch, *default
  if reader.more():
    reader.add_parameters(branch)
  return branch, main, sub.value.strip().lower()


def content_disposition(text):
  """The tree of a disposition with parameters, and its name or None."""
  reader = _Reader(text)
  branch = Branch("content-disposition")
  if not text:
    branch.defects.append(errors.HeaderMissingRequiredValue("Missing content disposition"))
    return branch, None
  token = reader.attempt(reader.token)
  if token is None:
    _invalid(branch, f"Expected content disposition but found {reader.rest()!r}")
    reader.find_parameters(branch)
    return branch, None
  branch.parts.append(token)
  if reader.runs(";"):
    _invalid(branch, f"Only parameters are valid after content disposition, but found {reader.rest()!r}")
    reader.find_parameters(branch)
  elif reader.more():
    reader.add_parameters(branch)
  return branch, token.value.strip().lower()


def transfer_encoding(text):
  """The tree of an encoding, and its name."""
  reader = _Reader(text)
  branch = Branch("content-transfer-encoding")
  if not text:
    branch.defects.append(errors.HeaderMissingRequiredValue("Missing content transfer encoding"))
    return branch, "7bit"
  name = "7bit"
  token = reader.attempt(reader.token)
  if token is None:
    _invalid(branch, f"Expected content transfer encoding but found {reader.rest()!r}")
  else:
    branch.parts.append(token)
    name = token.value.strip().lower()
  while reader.more():
    _invalid(branch, "Extra text after content transfer encoding")
    branch.parts.append(reader.take("misplaced-special") if reader.char() in _PHRASE_ENDS else reader.phrase())
  return branch, name
