"""Translations: messages in other languages, from .mo files.

>>> gettext("unchanged"), ngettext("file", "files", 2)
('unchanged', 'files')
"""

import os

__all__ = ["NullTranslations", "GNUTranslations", "Catalog", "bindtextdomain", "find", "translation", "install", "textdomain", "dgettext",
           "dngettext", "gettext", "ngettext", "pgettext", "dpgettext", "npgettext", "dnpgettext"]

_default_localedir = "/usr/share/locale"
_domains = {}
_current_domain = "messages"


class NullTranslations:
  """Gives messages as they are, or asks a fallback."""

  def __init__(self, fp=None):
    self._info = {}
    self._charset = None
    self._fallback = None
    if fp is not None:
      self._parse(fp)

  def _parse(self, fp):
    pass

  def add_fallback(self, fallback):
    """Adds translations to ask when these have no answer."""
    if self._fallback:
      self._fallback.add_fallback(fallback)
    else:
      self._fallback = fallback

  def gettext(self, message):
    """The translation of a message."""
    return self._fallback.gettext(message) if self._fallback else message

  def ngettext(self, msgid1, msgid2, n):
    """The translation for a number of things."""
    if self._fallback:
      return self._fallback.ngettext(msgid1, msgid2, n)
    return msgid1 if n == 1 else msgid2

  def pgettext(self, context, message):
    """The translation of a message in a context."""
    return self._fallback.pgettext(context, message) if self._fallback else message

  def npgettext(self, context, msgid1, msgid2, n):
    """The translation for a number of things in a context."""
    if self._fallback:
      return self._fallback.npgettext(context, msgid1, msgid2, n)
    return msgid1 if n == 1 else msgid2

  def info(self):
    """The catalog's header."""
    return self._info

  def charset(self):
    """The catalog's encoding."""
    return self._charset

  def install(self, names=None):
    """Makes gettext() available as _() everywhere."""
    import builtins
    builtins._ = self.gettext
    for name in {"gettext", "ngettext", "npgettext", "pgettext"}.intersection(names or ()):
      setattr(builtins, name, getattr(self, name))


def c2py(plural):
  """The function of a plural rule in C's notation."""
  import re
  if len(plural) > 1000:
    raise ValueError("plural form expression is too long")
  tokens = re.findall(r"\d+|n|[-+*/%?:()!]=?|[<>]=?|==|&&|\|\||\S", plural)
  allowed = {"n", "?", ":", "(", ")", "||", "&&", "==", "!=", "<", ">", "<=", ">=", "+", "-", "*", "/", "%", "!"}
  for token in tokens:
    if not token.isdigit() and token not in allowed:
      raise ValueError(f"invalid token in plural form: {token}")
  place = 0

  def peek():
    return tokens[place] if place < len(tokens) else ""

  def take():
    nonlocal place
    place += 1
    return tokens[place - 1] if place <= len(tokens) else ""

  def conditional():
    test = binary(0)
    if peek() != "?":
      return test
    take()
    yes = conditional()
    if take() != ":":
      raise ValueError("unexpected token in plural form")
    no = conditional()
    return lambda n: yes(n) if test(n) else no(n)

  levels = (("||",), ("&&",),
            {"==": lambda a, b: int(a == b), "!=": lambda a, b: int(a != b)},
            {"<": lambda a, b: int(a < b), ">": lambda a, b: int(a > b), "<=": lambda a, b: int(a <= b), ">=": lambda a, b: int(a >= b)},
            {"+": lambda a, b: a + b, "-": lambda a, b: a - b},
            {"*": lambda a, b: a * b, "/": lambda a, b: a // b, "%": lambda a, b: a % b})

  def binary(level):
    if level == len(levels):
      return unary()
    left = binary(level + 1)
    while peek() in levels[level]:
      left = joined(take(), level, left, binary(level + 1))
    return left

  def joined(token, level, first, second):
    if token == "||":
      return lambda n: first(n) or second(n)
    if token == "&&":
      return lambda n: first(n) and second(n)
    operator = levels[level][token]
    return lambda n: operator(first(n), second(n))

  def unary():
    token = take()
    if token == "!":
      inner = unary()
      return lambda n: int(not inner(n))
    if token == "(":
      inner = conditional()
      if take() != ")":
        raise ValueError("unbalanced parenthesis in plural form")
      return inner
    if token == "n":
      return lambda n: n
    if token.isdigit():
      number = int(token)
      return lambda n: number
    raise ValueError(f"unexpected token in plural form: {token}" if token else "unexpected end of plural form")

  rule = conditional()
  if peek():
    raise ValueError(f"unexpected token in plural form: {peek()}")
  return lambda n: int(rule(n if isinstance(n, int) else _as_number(n)))


def _as_number(n):
  """What is no integer is taken with a warning, if it is a number at all."""
  import sys
  import warnings
  problem = f"Plural value must be an integer, got {type(n).__name__}"
  try:
    round(n)
  except TypeError:
    raise TypeError(problem) from None
  frame, level = sys._getframe(1), 2
  while frame.f_back is not None and frame.f_globals.get("__name__") == __name__:
    frame, level = frame.f_back, level + 1
  warnings.warn(problem, DeprecationWarning, level)
  return n


class GNUTranslations(NullTranslations):
  """Translations of a .mo file."""

  LE_MAGIC = 0x950412de
  BE_MAGIC = 0xde120495
  CONTEXT = "%s\x04%s"

  def _parse(self, fp):
    import struct
    data = fp.read()
    filename = getattr(fp, "name", "")
    self._catalog = catalog = {}
    self.plural = lambda n: int(n != 1)
    order = {self.LE_MAGIC: "<", self.BE_MAGIC: ">"}.get(struct.unpack("<I", data[:4])[0])
    if order is None:
      raise OSError(0, "Bad magic number", filename)
    version, count, originals, translations = struct.unpack(order + "4I", data[4:20])
    if version >> 16 not in (0, 1):
      raise OSError(0, f"Bad version number {version >> 16}", filename)
    for index in range(count):
      texts = []
      for table in (originals, translations):
        length, start = struct.unpack(order + "II", data[table + index * 8:table + index * 8 + 8])
        if start + length > len(data):
          raise OSError(0, "File is corrupt", filename)
        texts.append(data[start:start + length])
      message, translation = texts
      if not message:
        self._read_header(translation)
      charset = self._charset or "ascii"
      if b"\0" in message:
        first, _ = message.split(b"\0")
        first = first.decode(charset)
        for place, text in enumerate(translation.split(b"\0")):
          catalog[first, place] = text.decode(charset)
      else:
        catalog[message.decode(charset)] = translation.decode(charset)

  def _read_header(self, header):
    last = None
    for line in header.split(b"\n"):
      text = line.decode().strip()
      if not text or text.startswith("#-#-#-#-#") and text.endswith("#-#-#-#-#"):
        continue
      name, colon, value = text.partition(":")
      if not colon:
        if last:
          self._info[last] += "\n" + text
        continue
      last, value = name.strip().lower(), value.strip()
      self._info[last] = value
      if last == "content-type":
        self._charset = value.split("charset=")[1]
      elif last == "plural-forms":
        self.plural = c2py(value.split(";")[1].split("plural=")[1])

  def gettext(self, message):
    found = self._catalog.get(message)
    if found is None:
      found = self._catalog.get((message, self.plural(1)))
    return super().gettext(message) if found is None else found

  def ngettext(self, msgid1, msgid2, n):
    found = self._catalog.get((msgid1, self.plural(n)))
    return super().ngettext(msgid1, msgid2, n) if found is None else found

  def pgettext(self, context, message):
    found = self._catalog.get(self.CONTEXT % (context, message))
    return super().pgettext(context, message) if found is None else found

  def npgettext(self, context, msgid1, msgid2, n):
    found = self._catalog.get((self.CONTEXT % (context, msgid1), self.plural(n)))
    return super().npgettext(context, msgid1, msgid2, n) if found is None else found


def _expand(language):
  """A locale and its shorter forms: de_DE.UTF-8, de_DE, de.UTF-8, de."""
  name, _, encoding = language.partition(".")
  base, _, country = name.partition("_")
  forms = []
  for stem in dict.fromkeys((name, base)):
    forms.extend([stem + "." + encoding] if encoding else [])
    forms.append(stem)
  return forms


def find(domain, localedir=None, languages=None, all=False):
  """The path of the catalog of the best language, or a list of all."""
  localedir = _default_localedir if localedir is None else localedir
  if languages is None:
    languages = next((value.split(":") for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG") if (value := os.environ.get(name))), [])
    languages = languages if "C" in languages else languages + ["C"]
  found = []
  for language in dict.fromkeys([form for language in languages for form in _expand(language)]):
    if language == "C":
      break
    path = os.path.join(localedir, language, "LC_MESSAGES", f"{domain}.mo")
    if os.path.exists(path):
      if not all:
        return path
      found.append(path)
  return found if all else None


_translations = {}


def translation(domain, localedir=None, languages=None, class_=None, fallback=False):
  """The translations of a domain."""
  import copy
  import errno
  class_ = GNUTranslations if class_ is None else class_
  paths = find(domain, localedir, languages, all=True)
  if not paths:
    if fallback:
      return NullTranslations()
    raise FileNotFoundError(errno.ENOENT, "No translation file found for domain", domain)
  result = None
  for path in paths:
    key = class_, os.path.abspath(path)
    if key not in _translations:
      with open(path, "rb") as file:
        _translations[key] = class_(file)
    catalog = copy.copy(_translations[key])
    if result is None:
      result = catalog
    else:
      result.add_fallback(catalog)
  return result


def install(domain, localedir=None, *, names=None):
  """Makes the translations available as _() everywhere."""
  translation(domain, localedir, fallback=True).install(names)


def textdomain(domain=None):
  """Sets the domain of gettext(); gives the current one."""
  global _current_domain
  if domain is not None:
    _current_domain = domain
  return _current_domain


def bindtextdomain(domain, localedir=None):
  """Sets the folder of a domain; gives the current one."""
  if localedir is not None:
    _domains[domain] = localedir
  return _domains.get(domain, _default_localedir)


def _of(domain):
  return translation(domain, _domains.get(domain), fallback=True)


def dgettext(domain, message):
  """The translation of a message in a domain."""
  return _of(domain).gettext(message)


def dngettext(domain, msgid1, msgid2, n):
  """The translation for a number of things in a domain."""
  return _of(domain).ngettext(msgid1, msgid2, n)


def dpgettext(domain, context, message):
  """The translation of a message in a context and domain."""
  return _of(domain).pgettext(context, message)


def dnpgettext(domain, context, msgid1, msgid2, n):
  """The translation for a number of things in a context and domain."""
  return _of(domain).npgettext(context, msgid1, msgid2, n)


def gettext(message):
  """The translation of a message."""
  return dgettext(_current_domain, message)


def ngettext(msgid1, msgid2, n):
  """The translation for a number of things."""
  return dngettext(_current_domain, msgid1, msgid2, n)


def pgettext(context, message):
  """The translation of a message in a context."""
  return dpgettext(_current_domain, context, message)


def npgettext(context, msgid1, msgid2, n):
  """The translation for a number of things in a context."""
  return dnpgettext(_current_domain, context, msgid1, msgid2, n)


Catalog = translation
