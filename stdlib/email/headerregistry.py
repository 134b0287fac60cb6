"""Headers as texts that know what they mean: addresses, dates, types with parameters.

>>> HeaderRegistry()("To", "Ann Example <ann@example.org>").addresses[0].username
'ann'
"""

from email import _grammar, _tokens, _words, errors, utils

__all__ = ["Address", "AddressHeader", "BaseHeader", "ContentDispositionHeader", "ContentTransferEncodingHeader", "ContentTypeHeader", "DateHeader",
           "Group", "HeaderRegistry", "MIMEVersionHeader", "MessageIDHeader", "ParameterizedMIMEHeader", "SingleAddressHeader", "UniqueAddressHeader",
           "UniqueDateHeader", "UniqueSingleAddressHeader", "UniqueUnstructuredHeader", "UnstructuredHeader"]


def _quoted_if(text, ends):
  return text if ends.isdisjoint(text) else _tokens.quote(text)


class Address:
  """A name and an address, which can't be changed."""

  def __init__(self, display_name="", username="", domain="", addr_spec=None):
    given = "".join(filter(None, (display_name, username, domain, addr_spec)))
    if "\r" in given or "\n" in given:
      raise ValueError("invalid arguments; address parts cannot contain CR or LF")
    if addr_spec is not None:
      if username or domain:
        raise TypeError("addrspec specified when username and/or domain also specified")
      spec, rest = _grammar.address_spec(addr_spec)
      if rest:
        raise ValueError(f"Invalid addr_spec; only '{spec}' could be parsed from '{addr_spec}'")
      if spec.all_defects:
        raise spec.all_defects[0]
      username, domain = _local_part(spec), _domain(spec)
    self._display_name = display_name
    self._username = username
    self._domain = domain

  @property
  def display_name(self):
    return self._display_name

  @property
  def username(self):
    return self._username

  @property
  def domain(self):
    return self._domain

  @property
  def addr_spec(self):
    """username@domain, with quotes where they are needed."""
    local = _quoted_if(self.username, _grammar.DOT_ATOM_ENDS)
    if self.domain:
      return local + "@" + self.domain
    return local or "<>"

  def __repr__(self):
    return f"{self.__class__.__name__}(display_name={self.display_name!r}, username={self.username!r}, domain={self.domain!r})"

  def __str__(self):
    name = _quoted_if(self.display_name, _tokens.SPECIALS)
    if not name:
      return self.addr_spec
    return f"{name} <{'' if self.addr_spec == '<>' else self.addr_spec}>"

  def __eq__(self, other):
    if not isinstance(other, Address):
      return NotImplemented
    return self.display_name == other.display_name and self.username == other.username and self.domain == other.domain


class Group:
  """Addresses under a name; without a name, one address that is in no group."""

  def __init__(self, display_name=None, addresses=None):
    self._display_name = display_name
    self._addresses = tuple(addresses) if addresses else ()

  @property
  def display_name(self):
    return self._display_name

  @property
  def addresses(self):
    return self._addresses

  def __repr__(self):
    return f"{self.__class__.__name__}(display_name={self.display_name!r}, addresses={self.addresses!r}"

  def __str__(self):
    if self.display_name is None and len(self.addresses) == 1:
      return str(self.addresses[0])
    name = self.display_name if self.display_name is None else _quoted_if(self.display_name, _tokens.SPECIALS)
    addresses = ", ".join(str(address) for address in self.addresses)
    return f"{name}:{' ' if addresses else ''}{addresses};"

  def __eq__(self, other):
    if not isinstance(other, Group):
      return NotImplemented
    return self.display_name == other.display_name and self.addresses == other.addresses


# What the tree of an address means.

def _without_comments(parts):
  """Parts without blanks and comments at both ends, those inside of words too."""
  parts = list(parts)
  for end, rest in ((0, slice(1, None)), (-1, slice(None, -1))):
    if parts and parts[end].kind == "cfws":
      del parts[end]
    elif parts and parts[end].parts[end].kind == "cfws":
      parts[end] = _tokens.Branch(None, parts[end].parts[rest])
  return parts


def _name_of(phrase):
  parts = phrase.parts
  if parts and all(isinstance(part, _tokens.Branch) for part in (parts[0], parts[-1])):
    parts = _without_comments(parts)
  return "".join([part.value for part in parts])


def _local_part(spec):
  """The local part, without blanks around its dots."""
  pieces = []
  for part in spec.parts[0].parts[0].parts:
    if part.kind == "cfws":
      continue
    value = part.value
    if isinstance(part, _tokens.Branch):
      after_dot = not pieces or pieces[-1] == "."
      value = value.lstrip() if after_dot and part.parts[0].kind == "cfws" else value
    if value == "." and pieces and part.kind == "dot":
      pieces[-1] = pieces[-1].rstrip()
    pieces.append(value)
  if pieces and isinstance(part, _tokens.Branch) and part.parts[-1].kind == "cfws":
    pieces[-1] = pieces[-1].rstrip()
  return "".join(pieces)


def _domain(spec):
  return "".join(spec.parts[2].value.split()) if len(spec.parts) > 2 else None


def _address_of(mailbox):
  name, spec = "", mailbox.parts[0] if mailbox.parts else mailbox
  if spec.kind == "name-addr":
    if len(spec.parts) > 1:
      name = _name_of(spec.parts[0])
    spec = spec.parts[-1].first("addr-spec")
  if spec is None or spec.kind != "addr-spec":
    return Address(name, "", "")
  return Address(name, _local_part(spec) or "", _domain(spec) or "")


def _group_of(address):
  """The Group of an entry of a list: one with a name, or a single address."""
  entry = address.parts[0]
  if entry.kind != "group":
    return Group(None, [_address_of(entry)])
  members = entry.parts[2].first("mailbox-list") if entry.parts[2].kind == "group-list" else None
  mailboxes = [part for part in members.parts if part.kind in ("mailbox", "invalid-mailbox")] if members else []
  return Group(_name_of(entry.parts[0]), [_address_of(mailbox) for mailbox in mailboxes])


# Headers.

class BaseHeader(str):
  """The last base of every header's class.

  A subclass has a class method parse(value, kwds) that puts "parse_tree" and "decoded" into the dictionary, adds to its "defects", and may put more,
  which its method init() takes out.
  """

  def __new__(cls, name, value):
    kwds = {"defects": []}
    cls.parse(value, kwds)
    self = str.__new__(cls, _words.without_surrogates(kwds.pop("decoded")))
    self.init(name, **kwds)
    return self

  def init(self, name, *, parse_tree, defects):
    self._name = name
    self._parse_tree = parse_tree
    self._defects = defects

  @property
  def name(self):
    return self._name

  @property
  def defects(self):
    """What is wrong with it, a tuple."""
    return tuple(self._defects)

  def __reduce__(self):
    return _reconstruct_header, (self.__class__.__name__, self.__class__.__bases__, str(self)), self.__getstate__()

  @classmethod
  def _reconstruct(cls, value):
    return str.__new__(cls, value)

  def fold(self, *, policy):
    """The header's lines, ASCII only unless the policy has utf8, each with its end."""
    return _tokens.fold_header(self.name, self._parse_tree, policy)


def _reconstruct_header(cls_name, bases, value):
  return type(cls_name, bases, {})._reconstruct(value)


class UnstructuredHeader:
  """Text."""

  max_count = None
  value_parser = staticmethod(_grammar.unstructured)

  @classmethod
  def parse(cls, value, kwds):
    kwds["parse_tree"] = cls.value_parser(value)
    kwds["decoded"] = str(kwds["parse_tree"])


class UniqueUnstructuredHeader(UnstructuredHeader):
  """Text, once in a message."""

  max_count = 1


class DateHeader:
  """A moment: `datetime` is without a zone for -0000, None for what is no date."""

  max_count = None
  value_parser = staticmethod(_grammar.unstructured)

  @classmethod
  def parse(cls, value, kwds):
    if not value:
      kwds["defects"].append(errors.HeaderMissingRequiredValue())
      kwds.update(datetime=None, decoded="", parse_tree=_tokens.Branch(None))
      return
    if isinstance(value, str):
      kwds["decoded"] = value
      try:
        value = utils.parsedate_to_datetime(value)
      except ValueError:
        kwds["defects"].append(errors.InvalidDateDefect("Invalid date value or format"))
        kwds.update(datetime=None, parse_tree=_tokens.Branch(None))
        return
    kwds["datetime"] = value
    kwds["decoded"] = utils.format_datetime(value)
    kwds["parse_tree"] = cls.value_parser(kwds["decoded"])

  def init(self, *args, **kw):
    self._datetime = kw.pop("datetime")
    super().init(*args, **kw)

  @property
  def datetime(self):
    return self._datetime


class UniqueDateHeader(DateHeader):
  """A moment, once in a message."""

  max_count = 1


class AddressHeader:
  """Addresses, given as text, as an Address or Group, or as a list of them."""

  max_count = None

  @staticmethod
  def value_parser(value):
    return _grammar.address_list(value)

  @classmethod
  def parse(cls, value, kwds):
    if isinstance(value, str):
      kwds["parse_tree"] = tree = cls.value_parser(value)
      groups = [_group_of(part) for part in tree.parts if part.kind == "address"]
      defects = tree.all_defects
    else:
      items = value if hasattr(value, "__iter__") else [value]
      groups = [item if hasattr(item, "addresses") else Group(None, [item]) for item in items]
      defects = []
    kwds["groups"] = groups
    kwds["defects"] = defects
    kwds["decoded"] = ", ".join([str(group) for group in groups])
    if "parse_tree" not in kwds:
      kwds["parse_tree"] = cls.value_parser(kwds["decoded"])

  def init(self, *args, **kw):
    self._groups = tuple(kw.pop("groups"))
    self._addresses = None
    super().init(*args, **kw)

  @property
  def groups(self):
    """Groups, those of single addresses without a name."""
    return self._groups

  @property
  def addresses(self):
    """All addresses, those in groups too."""
    if self._addresses is None:
      self._addresses = tuple([address for group in self._groups for address in group.addresses])
    return self._addresses


class UniqueAddressHeader(AddressHeader):
  """Addresses, once in a message."""

  max_count = 1


class SingleAddressHeader(AddressHeader):
  """One address."""

  @property
  def address(self):
    if len(self.addresses) != 1:
      raise ValueError(f"value of single address header {self.name} is not a single address")
    return self.addresses[0]


class UniqueSingleAddressHeader(SingleAddressHeader):
  """One address, once in a message."""

  max_count = 1


class MIMEVersionHeader:
  """A version with `major` and `minor`, which are None for what is none."""

  max_count = 1
  value_parser = staticmethod(_grammar.version)

  @classmethod
  def parse(cls, value, kwds):
    tree, major, minor = cls.value_parser(value)
    kwds["parse_tree"] = tree
    kwds["decoded"] = str(tree)
    kwds["defects"] += tree.all_defects
    kwds["major"] = None if minor is None else major
    kwds["minor"] = minor
    kwds["version"] = None if minor is None else f"{major}.{minor}"

  def init(self, *args, **kw):
    self._version = kw.pop("version")
    self._major = kw.pop("major")
    self._minor = kw.pop("minor")
    super().init(*args, **kw)

  @property
  def major(self):
    return self._major

  @property
  def minor(self):
    return self._minor

  @property
  def version(self):
    return self._version


class ParameterizedMIMEHeader:
  """A value with `params`, a read-only mapping."""

  max_count = 1

  @classmethod
  def parse(cls, value, kwds):
    tree, *kwds["words"] = cls.value_parser(value)
    kwds["parse_tree"] = tree
    kwds["decoded"] = str(tree)
    kwds["defects"] += tree.all_defects
    parameters = tree.first("mime-parameters")
    kwds["params"] = {_words.without_surrogates(name).lower(): _words.without_surrogates(value) for name, value in parameters.pairs} if parameters else {}

  def init(self, *args, **kw):
    self._params = kw.pop("params")
    self._values = [word if word is None else _words.without_surrogates(word) for word in kw.pop("words")]
    super().init(*args, **kw)

  @property
  def params(self):
    import types
    return types.MappingProxyType(self._params)


class ContentTypeHeader(ParameterizedMIMEHeader):
  """maintype/subtype with parameters."""

  value_parser = staticmethod(_grammar.content_type)

  @property
  def maintype(self):
    return self._values[0]

  @property
  def subtype(self):
    return self._values[1]

  @property
  def content_type(self):
    return self.maintype + "/" + self.subtype


class ContentDispositionHeader(ParameterizedMIMEHeader):
  """inline, attachment or the like, with parameters."""

  value_parser = staticmethod(_grammar.content_disposition)

  @property
  def content_disposition(self):
    return self._values[0]


class ContentTransferEncodingHeader:
  """The name of an encoding."""

  max_count = 1
  value_parser = staticmethod(_grammar.transfer_encoding)

  @classmethod
  def parse(cls, value, kwds):
    tree, kwds["cte"] = cls.value_parser(value)
    kwds["parse_tree"] = tree
    kwds["decoded"] = str(tree)
    kwds["defects"] += tree.all_defects

  def init(self, *args, **kw):
    self._cte = _words.without_surrogates(kw.pop("cte"))
    super().init(*args, **kw)

  @property
  def cte(self):
    return self._cte


class MessageIDHeader:
  """An identifier, <left@right>."""

  max_count = 1
  value_parser = staticmethod(_grammar.message_id)

  @classmethod
  def parse(cls, value, kwds):
    kwds["parse_tree"] = tree = cls.value_parser(value)
    kwds["decoded"] = str(tree)
    kwds["defects"] += tree.all_defects


_KNOWN = {"subject": UniqueUnstructuredHeader, "date": UniqueDateHeader, "resent-date": DateHeader, "orig-date": UniqueDateHeader,
          "sender": UniqueSingleAddressHeader, "resent-sender": SingleAddressHeader, "to": UniqueAddressHeader, "resent-to": AddressHeader,
          "cc": UniqueAddressHeader, "resent-cc": AddressHeader, "bcc": UniqueAddressHeader, "resent-bcc": AddressHeader,
          "from": UniqueAddressHeader, "resent-from": AddressHeader, "reply-to": UniqueAddressHeader, "mime-version": MIMEVersionHeader,
          "content-type": ContentTypeHeader, "content-disposition": ContentDispositionHeader,
          "content-transfer-encoding": ContentTransferEncodingHeader, "message-id": MessageIDHeader}


class HeaderRegistry:
  """Makes headers: called with a name and a value; the class is that of the name with the base class behind it."""

  def __init__(self, base_class=BaseHeader, default_class=UnstructuredHeader, use_default_map=True):
    self.registry = {}
    self.base_class = base_class
    self.default_class = default_class
    if use_default_map:
      self.registry.update(_KNOWN)

  def map_to_type(self, name, cls):
    """Make headers of the name with the class."""
    self.registry[name.lower()] = cls

  def __getitem__(self, name):
    cls = self.registry.get(name.lower(), self.default_class)
    return type("_" + cls.__name__, (cls, self.base_class), {})

  def __call__(self, name, value):
    return self[name](name, value)
