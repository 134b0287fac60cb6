"""Declarations of document types: what they tell the parser, and its handlers."""

import re
from xml.parsers._errors import Failure, Incomplete

BAD = r"\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff"  # characters that no document may have
NAME = r"(?:[^\W\d]|:)[\w:.\-\u00b7]*"
_QUOTED = rf"\"([^\"{BAD}]*)\"|'([^'{BAD}]*)'"
_PUBLIC_CHARS = r" \na-zA-Z0-9\-()+,./:=?;!*#@$_%"
_PUBLIC = rf"PUBLIC\s+(?:\"([{_PUBLIC_CHARS}']*)\"|'([{_PUBLIC_CHARS}]*)')"
_EXTERNAL = rf"(?:SYSTEM\s+(?:{_QUOTED})|{_PUBLIC}\s+(?:{_QUOTED}))"
_BEGIN = re.compile(rf"<!DOCTYPE\s+({NAME})(?:\s+{_EXTERNAL})?\s*(\[|>)")
_NAME_AT = re.compile(NAME)
_LITERAL = re.compile(_QUOTED)
_NAME_CHARS = re.compile(r"[\w:.\-\u00b7]*")
_BLANKS = re.compile(r"\s*")
_PARAMETER = re.compile(rf"%({NAME});")
_ENTITY = re.compile(rf"<!ENTITY\s+(%\s+)?({NAME})\s+(?:(?:{_QUOTED})|{_EXTERNAL}(?:\s+NDATA\s+({NAME}))?)\s*>")
_NOTATION = re.compile(rf"<!NOTATION\s+({NAME})\s+(?:SYSTEM\s+(?:{_QUOTED})|{_PUBLIC}(?:\s+(?:{_QUOTED}))?)\s*>")
_ELEMENT = re.compile(rf"<!ELEMENT\s+({NAME})\s+([^<>]*)>")
_ATTLIST = re.compile(rf"<!ATTLIST\s+({NAME})((?:[^<>\"']|\"[^\"]*\"|'[^']*')*)>")
_ATTRIBUTE = re.compile(rf"\s*({NAME})\s+([A-Z]+|NOTATION\s*\([^)]*\)|\([^)]*\))\s*(#REQUIRED|#IMPLIED|(?:#FIXED\s+)?(?:{_QUOTED}))")
_COMMENT_OR_PI = re.compile(rf"(?s)<!--((?:(?!--).)*)-->|<\?({NAME})(?:\s+((?:(?!\?>).)*))?\?>")
_WHOLE = re.compile(r"(?s)<!--.*?-->|<\?.*?\?>|<!(?!--)[^'\"<>]*(?:(?:'[^']*'|\"[^\"]*\")[^'\"<>]*)*>")
_DECLARATION = re.compile(r"<!(?:ENTITY|NOTATION|ELEMENT|ATTLIST)\s|<!--|<\?")
_QUANTIFIERS = {"": 0, "?": 1, "*": 2, "+": 3}
_MODEL_TOKEN = re.compile(rf"\s*(#PCDATA|{NAME}|[(),|])([?*+]?)")


def _one(*texts):
  return next((text for text in texts if text is not None), None)


class Entity:
  """A general entity: its text, or where that is."""

  def __init__(self, text, system=None, public=None, notation=None):
    self.text = text
    self.system = system
    self.public = public
    self.notation = notation
    self.is_open = False


def content_model(text, pos=0):
  """The model of an element's content as (type, quantifier, name, children): ANY is 2, EMPTY 1, mixed 3, a name 4, a choice 5, a sequence 6."""
  text = text.strip()
  if text in ("EMPTY", "ANY"):
    return (1 if text == "EMPTY" else 2, 0, None, ())
  return _group(list(_MODEL_TOKEN.findall(text)))[0]


def _group(tokens):
  """The model that begins at the first token, and the tokens behind it."""
  (token, quantifier), *rest = tokens
  if token != "(":
    return (4, _QUANTIFIERS[quantifier], token, ()), rest
  children, kind = [], 6
  while True:
    child, rest = _group(rest)
    children.append(child)
    (token, quantifier), *rest = rest
    if token == "|":
      kind = 5
    elif token == ")":
      break
  if children[0][2] == "#PCDATA":
    kind, children = 3, children[1:]
  return (kind, _QUANTIFIERS[quantifier], None, tuple(children)), rest


def read_doctype(parser, text, pos):
  """Read <!DOCTYPE ...> at pos: the place behind it, and a function that tells the handlers and the parser of it. The whole of it must
  be there before anything is told."""
  begin = _BEGIN.match(text, pos)
  if not begin:
    _explain_begin(text, pos)
  name, bracket = begin[1], begin[8]
  system, public = _one(begin[2], begin[3], begin[6], begin[7]), _one(begin[4], begin[5])
  steps = []
  pos = begin.end()
  subset = None
  if bracket == "[":
    pos = _read_subset(parser, text, pos, steps)
    subset = text[begin.end():pos]
    pos = _skip(text, pos + 1)
    if text[pos] != ">":
      refuse(text, pos, "SYNTAX")
    pos += 1

  def tell():
    parser._subset = subset
    if system is not None:
      parser.has_unread_declarations = True
    parser._call("StartDoctypeDeclHandler", name, system, public, int(bracket == "["))
    for step in steps:
      step()
    parser._call("EndDoctypeDeclHandler")

  return pos, tell


def _skip(text, pos):
  """The place behind blanks, if the text does not end there."""
  pos = _BLANKS.match(text, pos).end()
  if pos >= len(text):
    raise Incomplete(pos, "NO_ELEMENTS")
  return pos


def _explain_begin(text, pos):
  """Raise the error for a <!DOCTYPE ...> that is wrong or not whole, at the first token that may not stand where it is."""
  if pos + 9 >= len(text):
    raise Incomplete(pos)
  if text[pos + 9] not in " \t\n":
    refuse(text, pos, "SYNTAX")
  pos = _token(text, _skip(text, pos + 9), _NAME_AT)
  keyword = re.compile(r"SYSTEM|PUBLIC").match(text, pos)
  if not keyword:
    refuse(text, pos, "SYNTAX")
  pos = _token(text, pos, _NAME_AT)
  if keyword[0] == "PUBLIC":
    public = pos
    pos = _token(text, pos, _LITERAL)
    bad = re.compile(f"[^{_PUBLIC_CHARS}']").search(text, public + 1, text.index(text[public], public + 1))
    if bad:
      raise Failure("PUBLICID", bad.start())
  pos = _token(text, pos, _LITERAL)
  refuse(text, pos, "SYNTAX")


def _token(text, pos, pattern):
  """The place of the token behind the one that has to be at pos."""
  found = pattern.match(text, pos)
  end = found.end() if found else len(text)
  if not found or end < len(text) and text[end] not in " \t\n>[%":
    refuse(text, pos, "SYNTAX")
  return _skip(text, end)


def refuse(text, pos, error):
  """Raise the error for text outside of the element, if it is a token of declarations; else tell where it is none."""
  char = text[pos]
  at_end = error
  if char in ",[]>|(":
    raise Failure(error, pos)
  if char in "\"'":
    found = re.compile(f"[^{char}{BAD}]*").match(text, pos + 1)
    end = found.end() + 1
    if end > len(text):
      raise Incomplete(pos)
    if text[end - 1] != char:
      raise Failure("INVALID_TOKEN", end - 1)
    followers = " \t\n>%["
  elif char in "%#":
    if char == "%" and text[pos + 1:pos + 2] in (" ", "\t", "\n", "%"):
      raise Failure(error, pos)
    name = _NAME_AT.match(text, pos + 1)
    end, followers = (name.end(), ";" if char == "%" else " \t\n)>%|") if name else (pos + 1, "")
  elif char == ")":
    end, followers = pos + 1, "*?+ \t\n>,|)"
  elif text.startswith("<!", pos):
    if text.startswith("[", pos + 2):
      raise Failure(error, pos)
    name = _NAME_AT.match(text, pos + 2)
    end, followers = (name.end(), " \t\n%") if name else (pos + 2, "")
    at_end = "UNCLOSED_TOKEN"
  elif char == "<":
    if _NAME_AT.match(text, pos + 1):
      raise Failure(error, pos)
    end, followers, at_end = pos + 1, "", "UNCLOSED_TOKEN"
  else:
    end = _NAME_CHARS.match(text, pos).end()
    followers = " \t\n>),|[%*?+" if end > pos else ""
  if end >= len(text):
    raise Incomplete(pos, at_end)
  if text[end] not in followers:
    raise Failure("INVALID_TOKEN", end)
  raise Failure(error, pos)


def _read_subset(parser, text, pos, steps):
  """Read the declarations between brackets."""
  while True:
    pos = _BLANKS.match(text, pos).end()
    if text.startswith("]", pos):
      return pos
    parameter = _PARAMETER.match(text, pos)
    if parameter:
      steps.append(parser._note_parameter_entity)
      pos = parameter.end()
      continue
    for pattern, step in ((_ENTITY, _entity), (_ATTLIST, _attributes), (_ELEMENT, _element), (_NOTATION, _notation), (_COMMENT_OR_PI, _remark)):
      found = pattern.match(text, pos)
      if found:
        steps.append(lambda step=step, found=found: step(parser, found))
        pos = found.end()
        break
    else:
      if pos >= len(text):
        raise Incomplete(pos, "NO_ELEMENTS")
      if not _DECLARATION.match(text, pos) and not "<!--".startswith(text[pos:]):
        refuse(text, pos, "SYNTAX")
      raise Failure("INVALID_TOKEN", pos) if _WHOLE.match(text, pos) else Incomplete(pos)


def _entity(parser, found):
  parameter, name, notation = found[1], found[2], found[11]
  value, system, public = _one(found[3], found[4]), _one(found[5], found[6], found[9], found[10]), _one(found[7], found[8])
  if value is not None:
    value = re.sub("&#(x?)([0-9a-fA-F]+);", lambda match: chr(int(match[2], 16 if match[1] else 10)), value)
  if not (notation and parser._call("UnparsedEntityDeclHandler", name, parser._base, system, public, notation)):
    parser._call("EntityDeclHandler", name, int(bool(parameter)), value, parser._base, system, public, notation)
  if not parameter:
    parser._entities.setdefault(name, Entity(value, system, public, notation))


def _notation(parser, found):
  parser._call("NotationDeclHandler", found[1], parser._base, _one(found[2], found[3], found[6], found[7]), _one(found[4], found[5]))


def _element(parser, found):
  if parser.ElementDeclHandler:
    parser._call("ElementDeclHandler", found[1], content_model(found[2]))


def _attributes(parser, found):
  for name, kind, rule, double, single in _ATTRIBUTE.findall(found[2]):
    if kind != "CDATA":
      parser._tokens.setdefault(found[1], set()).add(name)
    default = None if rule in ("#REQUIRED", "#IMPLIED") else parser._attribute_value(double or single, 0)
    if default is not None:
      if kind != "CDATA":
        default = " ".join(default.split())
      parser._defaults.setdefault(found[1], {}).setdefault(name, default)
    if parser.AttlistDeclHandler:
      kind = re.sub(r"\s+", "", kind)
      parser._call("AttlistDeclHandler", found[1], name, kind, default, int(rule == "#REQUIRED" or rule.startswith("#FIXED")))


def _remark(parser, found):
  if found[2] is None:
    parser._call("CommentHandler", found[1])
  else:
    parser._call("ProcessingInstructionHandler", found[2], found[3] or "")
