"""Contents of messages as objects: which function makes an object of a type's body, and a body of an object."""

import binascii

from email import _bodies, errors, message

__all__ = ["ContentManager", "raw_data_manager"]


class ContentManager:
  """Functions by the types of contents and by the classes of objects."""

  def __init__(self):
    self.get_handlers = {}
    self.set_handlers = {}

  def add_get_handler(self, key, handler):
    """Have a function make the objects of a type, a main type, or (for "") all others."""
    self.get_handlers[key] = handler

  def get_content(self, msg, *args, **kw):
    """The object in a message."""
    for key in (msg.get_content_type(), msg.get_content_maintype(), ""):
      if key in self.get_handlers:
        return self.get_handlers[key](msg, *args, **kw)
    raise KeyError(msg.get_content_type())

  def add_set_handler(self, typekey, handler):
    """Have a function put objects of a class, given as such or by name, or (for None) all others, into messages."""
    self.set_handlers[typekey] = handler

  def set_content(self, msg, obj, *args, **kw):
    """Put an object into a message."""
    if msg.get_content_maintype() == "multipart":
      raise TypeError("set_content not valid on multipart")
    handler = self._find_set_handler(type(obj))
    msg.clear_content()
    handler(msg, obj, *args, **kw)

  def _find_set_handler(self, cls):
    for base in cls.__mro__:
      for key in (base, _full_name(base), base.__qualname__, base.__name__):
        if key in self.set_handlers:
          return self.set_handlers[key]
    if None in self.set_handlers:
      return self.set_handlers[None]
    raise KeyError(_full_name(cls))


def _full_name(cls):
  module = getattr(cls, "__module__", "")
  return f"{module}.{cls.__qualname__}" if module else cls.__qualname__


raw_data_manager = ContentManager()


def get_text_content(msg, errors="replace"):
  """The text of a message."""
  content = msg.get_payload(decode=True)
  return content.decode(msg.get_param("charset", "ASCII"), errors=errors)


def get_non_text_content(msg):
  """The bytes of a message."""
  return msg.get_payload(decode=True)


def get_message_content(msg):
  """The message inside of a message."""
  return msg.get_payload(0)


def get_and_fixup_unknown_message_content(msg):
  """The message inside of one of an unknown type, as bytes."""
  return bytes(msg.get_payload(0))


def _prepare(msg, maintype, subtype, headers):
  msg["Content-Type"] = f"{maintype}/{subtype}"
  if not headers:
    return
  if not hasattr(headers[0], "name"):
    policy = msg.policy
    headers = [policy.header_factory(*policy.header_source_parse([header])) for header in headers]
  try:
    for header in headers:
      if header.defects:
        raise header.defects[0]
      msg[header.name] = header
  except errors.HeaderDefect as error:
    raise ValueError(f"Invalid header: {header.fold(policy=msg.policy)}") from error


def _finish(msg, disposition, filename, cid, params):
  if disposition is None and filename is not None:
    disposition = "attachment"
  if disposition is not None:
    msg["Content-Disposition"] = disposition
  if filename is not None:
    msg.set_param("filename", filename, header="Content-Disposition", replace=True)
  if cid is not None:
    msg["Content-ID"] = cid
  for name, value in (params or {}).items():
    msg.set_param(name, value)


def _base64(data, max_line_length):
  step = max_line_length // 4 * 3
  return "".join([binascii.b2a_base64(data[start:start + step]).decode("ascii") for start in range(0, len(data), step)])


def _quoted(raw, max_line_length):
  from email import quoprimime
  return quoprimime.body_encode(raw.decode("latin-1"), max_line_length)


def _choose_encoding(lines, policy):
  """The encoding of a text's lines, and the body if it is made already."""
  plain = b"\n".join(lines) + b"\n"
  if max([len(line) for line in lines], default=0) <= policy.max_line_length:
    if plain.isascii():
      return "7bit", plain.decode("ascii")
    if policy.cte_type == "8bit":
      return "8bit", plain.decode("ascii", "surrogateescape")
  end = policy.linesep.encode("ascii")
  sample = end.join(lines[:10]) + end
  quoted = _quoted(sample, policy.max_line_length)
  if len(quoted) > len(binascii.b2a_base64(sample)):
    return "base64", None
  return "quoted-printable", quoted if len(lines) <= 10 else None


def _encode_text(text, charset, encoding, policy):
  lines = text.encode(charset).splitlines()
  body = None
  if encoding is None:
    encoding, body = _choose_encoding(lines, policy)
  if body is not None:
    return encoding, body
  plain = b"\n".join(lines) + b"\n"
  if encoding == "7bit":
    return encoding, plain.decode("ascii")
  if encoding == "8bit":
    return encoding, plain.decode("ascii", "surrogateescape")
  if encoding == "quoted-printable":
    return encoding, _quoted(plain, policy.max_line_length)
  if encoding == "base64":
    end = policy.linesep.encode("ascii")
    return encoding, _base64(end.join(lines) + end, policy.max_line_length)
  raise ValueError(f"Unknown content transfer encoding {encoding}")


def set_text_content(msg, string, subtype="plain", charset="utf-8", cte=None, disposition=None, filename=None, cid=None, params=None, headers=None):
  """Make a text the content of a message."""
  _prepare(msg, "text", subtype, headers)
  encoding, payload = _encode_text(string, charset, cte, msg.policy)
  msg.set_payload(payload)
  from email.charset import ALIASES
  msg.set_param("charset", ALIASES.get(charset, charset), replace=True)
  msg["Content-Transfer-Encoding"] = encoding
  _finish(msg, disposition, filename, cid, params)


def set_message_content(msg, message, subtype="rfc822", cte=None, disposition=None, filename=None, cid=None, params=None, headers=None):
  """Make a message the content of a message."""
  if subtype == "partial":
    raise ValueError("message/partial is not supported for Message objects")
  allowed, usual = {"rfc822": (("7bit", "8bit", "binary"), "8bit"), "external-body": (("7bit",), "7bit")}.get(subtype, (None, "7bit"))
  if cte is not None and allowed is not None and cte not in allowed:
    raise ValueError(f"message/{subtype} parts do not support cte={cte}")
  if cte is None or subtype == "external-body":
    cte = usual
  _prepare(msg, "message", subtype, headers)
  msg.set_payload([message])
  msg["Content-Transfer-Encoding"] = cte
  _finish(msg, disposition, filename, cid, params)


def set_bytes_content(msg, data, maintype, subtype, cte="base64", disposition=None, filename=None, cid=None, params=None, headers=None):
  """Make bytes the content of a message."""
  _prepare(msg, maintype, subtype, headers)
  if cte == "base64":
    data = _base64(data, msg.policy.max_line_length)
  elif cte == "quoted-printable":
    data = binascii.b2a_qp(data, istext=False, header=False, quotetabs=True).decode("ascii")
  elif cte == "7bit":
    data = data.decode("ascii")
  elif cte in ("8bit", "binary"):
    data = data.decode("ascii", "surrogateescape")
  msg.set_payload(data)
  msg["Content-Transfer-Encoding"] = cte
  _finish(msg, disposition, filename, cid, params)


def _register(manager):
  manager.add_get_handler("text", get_text_content)
  for maintype in ("audio", "image", "video", "application"):
    manager.add_get_handler(maintype, get_non_text_content)
  for subtype in ("rfc822", "external-body"):
    manager.add_get_handler("message/" + subtype, get_message_content)
  manager.add_get_handler("message", get_and_fixup_unknown_message_content)
  manager.add_set_handler(str, set_text_content)
  manager.add_set_handler(message.Message, set_message_content)
  for cls in (bytes, bytearray, memoryview):
    manager.add_set_handler(cls, set_bytes_content)


_register(raw_data_manager)
