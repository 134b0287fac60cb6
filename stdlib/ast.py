"""literal_eval(): the values of literals in a text, without running it.

There are no objects for syntax trees: parse(), walk() and the node classes are missing.

>>> literal_eval("{'a': [1, -2.5, None], 'b': (b'x', {True})}")
{'a': [1, -2.5, None], 'b': (b'x', {True})}
"""

__all__ = ["literal_eval"]

_QUOTES = "'\""
_DIGITS = "0123456789"
_CONSTANTS = {"None": None, "True": True, "False": False}
_CLOSERS = {"(": ")", "[": "]", "{": "}"}


def __getattr__(name):
  raise AttributeError(f"ast.{name} is not available: there are no objects for syntax trees, only literal_eval()")


class _NotLiteral(Exception):
  """The expression is something else than a literal; carries the kind of node."""


class _Parser:
  """Reads the values of a text that is known to be a correct expression."""

  def __init__(self, text):
    self.text = text
    self.at = 0

  def peek(self):
    """The next character that counts, or ''."""
    text = self.text
    while self.at < len(text):
      c = text[self.at]
      if c in " \t\f\r\n":
        self.at += 1
      elif c == "#":
        end = text.find("\n", self.at)
        self.at = len(text) if end < 0 else end
      elif c == "\\" and text[self.at + 1:self.at + 2] in ("\n", "\r"):
        self.at += 2
      else:
        return c
    return ""

  def line(self):
    return self.text.count("\n", 0, self.at) + 1

  def take(self, c):
    if self.peek() == c:
      self.at += 1
      return True
    return False

  def expression(self):
    """A literal, or a complex number written as a sum."""
    value = self.signed()
    sign = self.peek()
    if sign in ("+", "-") and sign:
      self.at += 1
      right = self.signed()
      if type(value) in (int, float) and type(right) is complex:
        value = value + right if sign == "+" else value - right
      else:
        raise _NotLiteral("BinOp")
    if self.peek() not in ("", ",", ":", ")", "]", "}"):
      raise _NotLiteral(self.what_follows())
    return value

  def what_follows(self):
    """The kind of node that an operator behind a value makes."""
    c = self.peek()
    if c == "(":
      return "Call"
    if c == "[":
      return "Subscript"
    if c == ".":
      return "Attribute"
    if c in "<>=!" or self.word_at() in ("in", "is", "not"):
      return "Compare"
    return {"and": "BoolOp", "or": "BoolOp", "if": "IfExp", "for": "ListComp"}.get(self.word_at(), "BinOp")

  def signed(self):
    sign = self.peek()
    if sign not in ("+", "-") or not sign:
      return self.value()
    self.at += 1
    if self.peek() in ("+", "-"):
      raise _NotLiteral("UnaryOp")
    value = self.value()
    if type(value) not in (int, float, complex):
      raise _NotLiteral("Constant")
    return -value if sign == "-" else +value

  def word_at(self):
    end = self.at
    while end < len(self.text) and (self.text[end] == "_" or self.text[end].isalnum()):
      end += 1
    return self.text[self.at:end]

  def value(self):
    c = self.peek()
    if c == "(":
      return self.tuple()
    if c == "[":
      return list(self.items())
    if c == "{":
      return self.braces()
    if c in _DIGITS or c == "." and self.text[self.at + 1:self.at + 2] in tuple(_DIGITS):
      return self.number()
    if self.text.startswith("...", self.at):
      self.at += 3
      return ...
    if self.string_start() is not None:
      return self.strings()
    word = self.word_at()
    if word in _CONSTANTS:
      self.at += len(word)
      return _CONSTANTS[word]
    if word == "set":
      self.at += 3
      if self.take("(") and self.take(")"):
        return set()
      raise _NotLiteral("Call")
    if word in ("lambda", "not", "await") or c == "~":
      raise _NotLiteral({"lambda": "Lambda", "await": "Await"}.get(word, "UnaryOp"))
    self.at += len(word)
    raise _NotLiteral(self.what_follows() if self.peek() in ("(", "[", ".") else "Name")

  def items(self):
    """The items up to the closing bracket; the last comma may follow them."""
    closer = _CLOSERS[self.peek()]
    self.at += 1
    items = []
    self.comma = False
    while not self.take(closer):
      if self.peek() == "*":
        raise _NotLiteral("Starred")
      items.append(self.expression())
      self.comma = self.take(",")
    return items

  def tuple(self):
    items = self.items()
    return items[0] if len(items) == 1 and not self.comma else tuple(items)

  def braces(self):
    self.at += 1
    if self.take("}"):
      return {}
    first = self.expression()
    if not self.take(":"):
      values = {first}
      while self.take(",") and self.peek() != "}":
        values.add(self.expression())
      self.take("}")
      return values
    result = {first: self.expression()}
    while self.take(",") and self.peek() != "}":
      if self.text.startswith("**", self.at):
        raise _NotLiteral("Dict")
      key = self.expression()
      self.take(":")
      result[key] = self.expression()
    self.take("}")
    return result

  def number(self):
    end = self.at
    text = self.text
    if text[end:end + 2].lower() in ("0x", "0o", "0b"):
      end += len(self.word_at())
    else:
      while end < len(text) and (text[end].isalnum() or text[end] in "._" or text[end] in "+-" and text[end - 1] in "eE"):
        end += 1
    word = text[self.at:end]
    self.at = end
    word = word.replace("_", "")
    if word[-1] in "jJ":
      return complex(word)
    try:
      return int(word, 0)
    except ValueError:
      return float(word) if any(c in word for c in ".eE") else int(word)

  def string_start(self):
    """The length of the prefix when a string begins here, else None."""
    for length in range(3):
      if self.text[self.at + length:self.at + length + 1] in tuple(_QUOTES):
        prefix = self.text[self.at:self.at + length].lower()
        if prefix in ("", "b", "r", "u", "br", "rb"):
          return length
        if prefix in ("f", "fr", "rf"):
          raise _NotLiteral("JoinedStr")
        return None
    return None

  def strings(self):
    """One string, or several side by side."""
    parts = []
    while self.peek() and (length := self.string_start()) is not None:
      start = self.at
      quote_at = start + length
      quote = self.text[quote_at]
      if self.text.startswith(quote * 3, quote_at):
        quote *= 3
      at = quote_at + len(quote)
      while not self.text.startswith(quote, at):
        at += 2 if self.text[at] == "\\" else 1
      self.at = at + len(quote)
      parts.append(eval(self.text[start:self.at], {"__builtins__": {}}))
    return parts[0] if len(parts) == 1 else type(parts[0])().join(parts)


def literal_eval(node_or_string):
  """The value of a text with a literal: strings, bytes, numbers, tuples, lists, dicts, sets, booleans, None and Ellipsis."""
  if not isinstance(node_or_string, str):
    raise ValueError(f"malformed node or string: {node_or_string!r}")
  text = node_or_string.lstrip(" \t")
  compile(text, "<unknown>", "eval")
  parser = _Parser(text)
  try:
    value = parser.expression()
    if parser.peek() == ",":
      items = [value]
      while parser.take(",") and parser.peek():
        items.append(parser.expression())
      value = tuple(items)
    if parser.peek():
      raise _NotLiteral(parser.what_follows())
    return value
  except _NotLiteral as error:
    kind, line = error.args[0], parser.line()
  raise ValueError(f"malformed node or string on line {line}: <ast.{kind} object at {id(parser):#x}>")
