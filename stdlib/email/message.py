"""Messages: headers and a body, which is text or a list of messages.

>>> message = Message()
>>> message["Subject"] = "Tea"
>>> message.set_payload("At five.\\n")
>>> print(message, end="")
Subject: Tea
<BLANKLINE>
At five.
"""

import binascii
import re

from email import _bodies, _words, errors, utils
from email._policybase import compat32

__all__ = ["Message", "EmailMessage"]

_NEEDS_QUOTES = re.compile(r'[ \(\)<>@,;:\\"/\[\]\?=]')
_ABSENT = object()


def _split_parameters(text):
  """The parts of a header's value between the semicolons that are outside of quotes."""
  parts, start, quoted, place = [], 0, False, 0
  while place < len(text):
    character = text[place]
    if character == "\\" and quoted:
      place += 1
    elif character == '"':
      quoted = not quoted
    elif character == ";" and not quoted:
      parts.append(text[start:place])
      start = place + 1
    place += 1
  parts.append(text[start:])
  return parts


def _parse_parameters(text):
  """(name, value) of each part, the value "" where there is no '='; names in lower case before a '='."""
  pairs = []
  for part in _split_parameters(text):
    name, equals, value = part.partition("=")
    pairs.append((name.strip().lower() if equals else name.strip(), value.strip()))
  return pairs


def _format_parameter(name, value=None, quote=True):
  """name=value, with quotes where they are needed or wanted; what is not ASCII as RFC 2231 has it."""
  if value is None or len(value) == 0:
    return name
  if isinstance(value, tuple):
    charset, language, text = value
    return f"{name}*={utils.encode_rfc2231(text, charset, language)}"
  if not value.isascii():
    return f"{name}*={utils.encode_rfc2231(value, 'utf-8', '')}"
  if quote or _NEEDS_QUOTES.search(value):
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    return f'{name}="{escaped}"'
  return f"{name}={value}"


def _unquoted(value):
  return (*value[:2], utils.unquote(value[2])) if isinstance(value, tuple) else utils.unquote(value)


class Message:
  """Headers, in their order and with repetitions, looked up without regard to case, and a body."""

  def __init__(self, policy=compat32):
    self.policy = policy
    self._headers = []
    self._unixfrom = None
    self._payload = None
    self._charset = None
    self.preamble = self.epilogue = None
    self.defects = []
    self._default_type = "text/plain"

  def __str__(self):
    return self.as_string()

  def __bytes__(self):
    return self.as_bytes()

  def as_string(self, unixfrom=False, maxheaderlen=0, policy=None):
    """The whole message as text; a positive maxheaderlen folds longer lines of headers."""
    import io
    from email.generator import Generator
    file = io.StringIO()
    policy = self.policy if policy is None else policy
    Generator(file, mangle_from_=False, maxheaderlen=maxheaderlen, policy=policy).flatten(self, unixfrom=unixfrom)
    return file.getvalue()

  def as_bytes(self, unixfrom=False, policy=None):
    """The whole message as bytes."""
    import io
    from email.generator import BytesGenerator
    file = io.BytesIO()
    BytesGenerator(file, mangle_from_=False, policy=self.policy if policy is None else policy).flatten(self, unixfrom=unixfrom)
    return file.getvalue()

  def is_multipart(self):
    """Whether the body is a list of messages."""
    return isinstance(self._payload, list)

  def set_unixfrom(self, unixfrom):
    """Set the line that begins with "From " in a mailbox."""
    self._unixfrom = unixfrom

  def get_unixfrom(self):
    return self._unixfrom

  # The body.

  def attach(self, payload):
    """Add a part."""
    if self._payload is None:
      self._payload = [payload]
    elif self.is_multipart():
      self._payload.append(payload)
    else:
      raise TypeError("Attach is not valid on a message with a non-multipart payload")

  def get_payload(self, i=None, decode=False):
    """The body, or its part number i; decoded to bytes as Content-Transfer-Encoding says when wanted."""
    if self.is_multipart():
      if decode:
        return None
      return self._payload if i is None else self._payload[i]
    if i is not None:
      raise TypeError(f"Expected list, got {type(self._payload)}")
    payload = raw = self._payload
    if isinstance(payload, str):
      if _words.has_surrogates(payload):
        raw = payload.encode("ascii", "surrogateescape")
        payload = payload if decode else self._as_readable(raw)
      elif decode:
        raw = payload.encode("ascii" if payload.isascii() else "raw-unicode-escape")
    return self._decoded(raw, str(self.get("content-transfer-encoding", "")).lower()) if decode else payload

  def _as_readable(self, raw):
    """Bytes in the message's character set."""
    try:
      return raw.decode(self.get_param("charset", "ascii"), "replace")
    except LookupError:
      return raw.decode("ascii", "replace")

  def _decoded(self, raw, encoding):
    if encoding == "quoted-printable":
      return binascii.a2b_qp(raw)
    if encoding == "base64":
      value, defects = _bodies.decode_base64(b"".join(raw.splitlines()))
      for defect in defects:
        self.policy.handle_defect(self, defect)
      return value
    if encoding in ("x-uuencode", "uuencode", "uue", "x-uue"):
      try:
        return _bodies.decode_uu(raw)
      except ValueError:
        return raw
    return raw

  def set_payload(self, payload, charset=None):
    """Set the body; a character set encodes text and sets the headers that tell it."""
    if charset is None and hasattr(payload, "encode"):
      self._payload = payload
      return
    if hasattr(payload, "encode"):
      from email.charset import Charset
      charset = charset if isinstance(charset, Charset) else Charset(charset)
      payload = payload.encode(charset.output_charset)
    self._payload = payload.decode("ascii", "surrogateescape") if hasattr(payload, "decode") else payload
    if charset is not None:
      self.set_charset(charset)

  def set_charset(self, charset):
    """Tell the character set in the headers and encode the body for the way; None removes it."""
    if charset is None:
      self.del_param("charset")
      self._charset = None
      return
    from email.charset import Charset
    charset = charset if isinstance(charset, Charset) else Charset(charset)
    self._charset = charset
    if "MIME-Version" not in self:
      self.add_header("MIME-Version", "1.0")
    if "Content-Type" not in self:
      self.add_header("Content-Type", "text/plain", charset=charset.get_output_charset())
    else:
      self.set_param("charset", charset.get_output_charset())
    if charset != charset.get_output_charset():
      self._payload = charset.body_encode(self._payload)
    if "Content-Transfer-Encoding" not in self:
      self._encode_payload(charset)

  def _encode_payload(self, charset):
    encoding = charset.get_body_encoding()
    if callable(encoding):
      encoding(self)
      return
    payload = self._payload
    if payload:
      try:
        payload = payload.encode("ascii", "surrogateescape")
      except UnicodeError:
        payload = payload.encode(charset.output_charset)
    self._payload = charset.body_encode(payload)
    self.add_header("Content-Transfer-Encoding", encoding)

  def get_charset(self):
    """The character set that set_charset() was given, or None."""
    return self._charset

  # Headers as a mapping.

  def __len__(self):
    return len(self._headers)

  def __getitem__(self, name):
    return self.get(name)

  def __setitem__(self, name, val):
    """Add a header; one of the same name stays, unless the policy refuses it."""
    limit = self.policy.header_max_count(name)
    if limit:
      lower = name.lower()
      if sum([header.lower() == lower for header, _ in self._headers]) >= limit:
        raise ValueError(f"There may be at most {limit} {name} headers in a message")
    self._headers.append(self.policy.header_store_parse(name, val))

  def __delitem__(self, name):
    """Remove all headers of the name, if there are any."""
    name = name.lower()
    self._headers = [header for header in self._headers if header[0].lower() != name]

  def __contains__(self, name):
    name = name.lower()
    return any(header.lower() == name for header, _ in self._headers)

  def __iter__(self):
    for name, _ in self._headers:
      yield name

  def keys(self):
    """The names, in order, with repetitions."""
    return [name for name, _ in self._headers]

  def values(self):
    return [self.policy.header_fetch_parse(name, value) for name, value in self._headers]

  def items(self):
    return [(name, self.policy.header_fetch_parse(name, value)) for name, value in self._headers]

  def get(self, name, failobj=None):
    """The value of the first header of the name."""
    name = name.lower()
    for header, value in self._headers:
      if header.lower() == name:
        return self.policy.header_fetch_parse(header, value)
    return failobj

  def get_all(self, name, failobj=None):
    """The values of all headers of the name as a list."""
    name = name.lower()
    return [self.policy.header_fetch_parse(header, value) for header, value in self._headers if header.lower() == name] or failobj

  def set_raw(self, name, value):
    """Add a header as it is."""
    self._headers.append((name, value))

  def raw_items(self):
    """An iterator of the headers as they are."""
    return iter(self._headers.copy())

  def add_header(self, _name, _value, **_params):
    """Add a header with parameters: name="value", the name alone for None; underscores in names stand for dashes."""
    parts = [] if _value is None else [_value]
    for name, value in _params.items():
      name = name.replace("_", "-")
      parts.append(name if value is None else _format_parameter(name, value))
    self[_name] = "; ".join(parts)

  def replace_header(self, _name, _value):
    """Give the first header of the name another value, at its place."""
    _name = _name.lower()
    for place, (header, _) in enumerate(self._headers):
      if header.lower() == _name:
        self._headers[place] = self.policy.header_store_parse(header, _value)
        return
    raise KeyError(_name)

  # The type of the content and its parameters.

  def get_content_type(self):
    """maintype/subtype in lower case, the default type without a header."""
    value = self.get("content-type", _ABSENT)
    if value is _ABSENT:
      return self.get_default_type()
    kind = str(value).partition(";")[0].strip().lower()
    return kind if kind.count("/") == 1 else "text/plain"

  def get_content_maintype(self):
    return self.get_content_type().split("/")[0]

  def get_content_subtype(self):
    return self.get_content_type().split("/")[1]

  def get_default_type(self):
    return self._default_type

  def set_default_type(self, ctype):
    """Set the type of messages without Content-Type."""
    self._default_type = ctype

  def _parameters(self, header):
    """The parameters of a header with their quotes, or None without the header."""
    value = self.get(header, _ABSENT)
    return None if value is _ABSENT else utils.decode_params(_parse_parameters(str(value)))

  def get_params(self, failobj=None, header="content-type", unquote=True):
    """(name, value) of all parameters; the first name is the value itself."""
    parameters = self._parameters(header)
    if parameters is None:
      return failobj
    return [(name, _unquoted(value)) for name, value in parameters] if unquote else parameters

  def get_param(self, param, failobj=None, header="content-type", unquote=True):
    """The value of a parameter: text, or (charset, language, text) in the form of RFC 2231."""
    for name, value in self._parameters(header) or ():
      if name.lower() == param.lower():
        return _unquoted(value) if unquote else value
    return failobj

  def set_param(self, param, value, header="Content-Type", requote=True, charset=None, language="", replace=False):
    """Set a parameter of a header."""
    if not isinstance(value, tuple) and charset:
      value = charset, language, value
    old = self.get(header)
    if header not in self and header.lower() == "content-type":
      old = "text/plain"
    if not self.get_param(param, header=header):
      new = "; ".join(filter(None, (old, _format_parameter(param, value, requote))))
    else:
      pairs = self.get_params(header=header, unquote=requote)
      new = "; ".join(_format_parameter(name, value if name.lower() == param.lower() else before, requote) for name, before in pairs)
    self._change(header, new, replace)

  def _change(self, header, new, in_place=False):
    if new == self.get(header):
      return
    if in_place:
      self.replace_header(header, new)
    else:
      del self[header]
      self[header] = new

  def del_param(self, param, header="content-type", requote=True):
    """Remove a parameter of a header."""
    if header not in self:
      return
    self._change(header, "; ".join(_format_parameter(name, value, requote) for name, value in self.get_params(header=header, unquote=requote)
                                   if name.lower() != param.lower()))

  def set_type(self, type, header="Content-Type", requote=True):
    """Set the type, with the parameters as they are."""
    if type.count("/") != 1:
      raise ValueError
    if header.lower() == "content-type":
      del self["mime-version"]
      self["MIME-Version"] = "1.0"
    parameters = self.get_params(header=header, unquote=requote) or []
    del self[header]
    self[header] = type
    for name, value in parameters[1:]:
      self.set_param(name, value, header, requote)

  def get_filename(self, failobj=None):
    """`filename` of Content-Disposition, or `name` of Content-Type."""
    name = self.get_param("filename", _ABSENT, "content-disposition")
    if name is _ABSENT:
      name = self.get_param("name", _ABSENT)
    return failobj if name is _ABSENT else utils.collapse_rfc2231_value(name).strip()

  def get_boundary(self, failobj=None):
    """What separates the parts."""
    boundary = self.get_param("boundary", _ABSENT)
    return failobj if boundary is _ABSENT else utils.collapse_rfc2231_value(boundary).rstrip()

  def set_boundary(self, boundary):
    """Set what separates the parts, in the header at its place."""
    parameters = self._parameters("content-type")
    if parameters is None:
      raise errors.HeaderParseError("No Content-Type header found")
    quoted = f'"{boundary}"'
    changed = [(name, quoted if name.lower() == "boundary" else value) for name, value in parameters]
    if not any(name.lower() == "boundary" for name, _ in parameters):
      changed.append(("boundary", quoted))
    text = "; ".join(name if value == "" else f"{name}={value}" for name, value in changed)
    self._headers = [self.policy.header_store_parse(name, text) if name.lower() == "content-type" else (name, value)
                     for name, value in self._headers]

  def get_content_charset(self, failobj=None):
    """The character set in lower case."""
    charset = self.get_param("charset", _ABSENT)
    if charset is _ABSENT:
      return failobj
    if isinstance(charset, tuple):
      try:
        charset = charset[2].encode("raw-unicode-escape").decode(charset[0] or "us-ascii")
      except (LookupError, UnicodeError):
        charset = charset[2]
    return charset.lower() if charset.isascii() else failobj

  def get_charsets(self, failobj=None):
    """The character sets of the message and all its parts."""
    return [part.get_content_charset(failobj) for part in self.walk()]

  def get_content_disposition(self):
    """inline, attachment or the like, in lower case, or None."""
    value = self.get("content-disposition")
    return None if value is None else str(value).partition(";")[0].strip().lower()

  def walk(self):
    """An iterator of the message and all messages inside, depth first."""
    yield self
    if self.is_multipart():
      for part in self.get_payload():
        yield from part.walk()


class MIMEPart(Message):
  """A part of a message with headers that know what they mean; contents are objects."""

  def __init__(self, policy=None):
    if policy is None:
      from email.policy import default
      policy = default
    super().__init__(policy)

  def as_string(self, unixfrom=False, maxheaderlen=None, policy=None):
    """The whole message as text, its headers folded as the policy says."""
    policy = self.policy if policy is None else policy
    if maxheaderlen is None:
      maxheaderlen = policy.max_line_length
    return super().as_string(unixfrom, maxheaderlen, policy)

  def __str__(self):
    return self.as_string(policy=self.policy.clone(utf8=True))

  def is_attachment(self):
    """Whether its disposition is "attachment"."""
    disposition = self.get("content-disposition")
    return False if disposition is None else disposition.content_disposition == "attachment"

  def get_body(self, preferencelist=("related", "html", "plain")):
    """The part that is best shown as the message's body, by the order of the names; None without one."""
    best, body = len(preferencelist), None
    for rank, part in self._bodies(self, preferencelist):
      if rank < best:
        best, body = rank, part
        if rank == 0:
          break
    return body

  def _bodies(self, part, names):
    """Each part that may be the body, with its rank."""
    if part.is_attachment():
      return
    maintype, subtype = part.get_content_type().split("/")
    if maintype == "text":
      if subtype in names:
        yield names.index(subtype), part
      return
    if maintype != "multipart" or not self.is_multipart():
      return
    if subtype != "related":
      for inner in part.iter_parts():
        yield from self._bodies(inner, names)
      return
    if "related" in names:
      yield names.index("related"), part
    parts = part.get_payload()
    root = _root_of(part, parts) or (parts[0] if parts else None)
    if root is not None:
      yield from self._bodies(root, names)

  def iter_attachments(self):
    """An iterator of the parts that are no candidates for the body."""
    maintype, subtype = self.get_content_type().split("/")
    parts = self.get_payload()
    if maintype != "multipart" or subtype == "alternative" or not hasattr(parts, "copy"):
      return
    parts = parts.copy()
    if subtype == "related":
      root = _root_of(self, parts)
      if root is not None:
        yield from [part for part in parts if part is not root]
        return
      parts.pop(0)
      yield from parts
      return
    seen = set()
    for part in parts:
      kind = part.get_content_type()
      if kind in ("text/plain", "text/html", "multipart/related", "multipart/alternative") and kind not in seen and not part.is_attachment():
        seen.add(kind)
        continue
      yield part

  def iter_parts(self):
    """An iterator of the parts of a multipart."""
    if self.is_multipart():
      yield from self.get_payload()

  def get_content(self, *args, content_manager=None, **kw):
    """The content as an object: text, bytes, a message."""
    manager = self.policy.content_manager if content_manager is None else content_manager
    return manager.get_content(self, *args, **kw)

  def set_content(self, *args, content_manager=None, **kw):
    """Make text, bytes (with their type) or a message the content."""
    manager = self.policy.content_manager if content_manager is None else content_manager
    manager.set_content(self, *args, **kw)

  def _make_multipart(self, subtype, refused, boundary):
    if self.get_content_maintype() == "multipart":
      existing = self.get_content_subtype()
      if existing in refused or existing == subtype:
        raise ValueError(f"Cannot convert {existing} to {subtype}")
    about_content = [header for header in self._headers if header[0].lower().startswith("content-")]
    parts = []
    if about_content:
      part = type(self)(policy=self.policy)
      part._headers = about_content
      part._payload = self._payload
      parts.append(part)
    self._headers = [header for header in self._headers if not header[0].lower().startswith("content-")]
    self._payload = parts
    self["Content-Type"] = "multipart/" + subtype
    if boundary is not None:
      self.set_param("boundary", boundary)

  def make_related(self, boundary=None):
    """Make it a multipart/related, the content its first part."""
    self._make_multipart("related", ("alternative", "mixed"), boundary)

  def make_alternative(self, boundary=None):
    """Make it a multipart/alternative, the content its first part."""
    self._make_multipart("alternative", ("mixed",), boundary)

  def make_mixed(self, boundary=None):
    """Make it a multipart/mixed, the content its first part."""
    self._make_multipart("mixed", (), boundary)

  def _add_multipart(self, _subtype, *args, _disp=None, **kw):
    if self.get_content_maintype() != "multipart" or self.get_content_subtype() != _subtype:
      getattr(self, "make_" + _subtype)()
    part = type(self)(policy=self.policy)
    part.set_content(*args, **kw)
    if _disp and "content-disposition" not in part:
      part["Content-Disposition"] = _disp
    self.attach(part)

  def add_related(self, *args, **kw):
    """Add what belongs to the content."""
    self._add_multipart("related", *args, _disp="inline", **kw)

  def add_alternative(self, *args, **kw):
    """Add another form of the content."""
    self._add_multipart("alternative", *args, **kw)

  def add_attachment(self, *args, **kw):
    """Add an attachment."""
    self._add_multipart("mixed", *args, _disp="attachment", **kw)

  def clear(self):
    """Remove headers and content."""
    self._headers = []
    self._payload = None

  def clear_content(self):
    """Remove the content and the headers that tell about it."""
    self._headers = [header for header in self._headers if not header[0].lower().startswith("content-")]
    self._payload = None


def _root_of(related, parts):
  """The part that the parameter `start` names, or None."""
  start = related.get_param("start")
  if start:
    for part in parts:
      if part.get("content-id") == start:
        return part
  return None


class EmailMessage(MIMEPart):
  """A message with headers that know what they mean."""

  def set_content(self, *args, **kw):
    super().set_content(*args, **kw)
    if "MIME-Version" not in self:
      self["MIME-Version"] = "1.0"
