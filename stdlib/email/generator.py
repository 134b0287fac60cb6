"""From messages to text or bytes."""

import copy
import io
import random
import re
import sys

from email import _words

__all__ = ["Generator", "DecodedGenerator", "BytesGenerator"]


class Generator:
  """Writes messages to a text file; without a policy, as that of each message has it."""

  def __init__(self, outfp, mangle_from_=None, maxheaderlen=None, *, policy=None):
    if mangle_from_ is None:
      mangle_from_ = True if policy is None else policy.mangle_from_
    self._fp = outfp
    self._mangle_from_ = mangle_from_
    self.maxheaderlen = maxheaderlen
    self.policy = policy

  def write(self, s):
    self._fp.write(s)

  def flatten(self, msg, unixfrom=False, linesep=None):
    """Write a message; `linesep` ends lines, that of the policy unless it is given."""
    before = self.policy, msg.policy
    policy = msg.policy if self.policy is None else self.policy
    if linesep is not None:
      policy = policy.clone(linesep=linesep)
    if self.maxheaderlen is not None:
      policy = policy.clone(max_line_length=self.maxheaderlen)
    self._end = policy.linesep
    try:
      self.policy = msg.policy = policy
      if unixfrom:
        self.write(_envelope(msg) + self._end)
      self._write(msg)
    finally:
      self.policy, msg.policy = before

  def clone(self, fp):
    """Another one with the same options for another file."""
    return self.__class__(fp, self._mangle_from_, None, policy=self.policy)

  def _new_buffer(self):
    return io.StringIO()

  def _encode(self, text):
    return text

  def _mangled(self, text):
    return re.sub("^From ", ">From ", text, flags=re.MULTILINE) if self._mangle_from_ else text

  def _write_lines(self, text):
    *lines, rest = re.split("\r\n|\r|\n", text)
    for line in lines:
      self.write(line)
      self.write(self._end)
    if rest:
      self.write(rest)

  def _write(self, msg):
    # The body comes first, since it can change the headers: a boundary, another encoding.
    file = self._fp
    try:
      self._changed = None
      self._fp = body = self._new_buffer()
      self._dispatch(msg)
    finally:
      self._fp = file
      changed, self._changed = self._changed, None
    if changed is not None:
      msg = _with_encoding(msg, changed)
    write_headers = getattr(msg, "_write_headers", None)
    if write_headers is None:
      self._write_headers(msg)
    else:
      write_headers(self)
    self._fp.write(body.getvalue())

  def _write_headers(self, msg):
    for name, value in msg.raw_items():
      self.write(self.policy.fold(name, value))
    self.write(self._end)

  def _dispatch(self, msg):
    """Write the body by the method for its type."""
    main = msg.get_content_maintype()
    for kind in (f"{main}_{msg.get_content_subtype()}", main):
      handle = getattr(self, "_handle_" + kind.replace("-", "_"), None)
      if handle is not None:
        handle(msg)
        return
    self._writeBody(msg)

  def _handle_text(self, msg):
    payload = msg.get_payload()
    if payload is None:
      return
    if not isinstance(payload, str):
      raise TypeError(f"string payload expected: {type(payload)}")
    if _words.has_surrogates(msg._payload):
      charset = msg.get_param("charset")
      if charset is not None:
        # Text can't hold the bytes: they are encoded.
        msg = copy.deepcopy(msg)
        del msg["content-transfer-encoding"]
        msg.set_payload(payload, charset)
        payload = msg.get_payload()
        self._changed = msg["content-transfer-encoding"], msg["content-type"]
    self._write_lines(self._mangled(payload))

  _writeBody = _handle_text

  def _handle_multipart(self, msg):
    parts = msg.get_payload()
    if isinstance(parts, str):
      self.write(parts)
      return
    bodies = [self._flattened(part) for part in (parts if isinstance(parts, list) else [] if parts is None else [parts])]
    boundary = msg.get_boundary()
    if not boundary:
      boundary = self._make_boundary(self._encode(self._end).join(bodies))
      msg.set_boundary(boundary)
    if msg.preamble is not None:
      self._write_lines(self._mangled(msg.preamble))
      self.write(self._end)
    self.write(f"--{boundary}{self._end}")
    for place, body in enumerate(bodies):
      if place:
        self.write(f"{self._end}--{boundary}{self._end}")
      self._fp.write(body)
    self.write(f"{self._end}--{boundary}--{self._end}")
    if msg.epilogue is not None:
      self._write_lines(self._mangled(msg.epilogue))

  def _flattened(self, part):
    buffer = self._new_buffer()
    self.clone(buffer).flatten(part, unixfrom=False, linesep=self._end)
    return buffer.getvalue()

  def _handle_multipart_signed(self, msg):
    # A signature counts for headers as they are.
    policy = self.policy
    self.policy = policy.clone(max_line_length=0)
    try:
      self._handle_multipart(msg)
    finally:
      self.policy = policy

  def _handle_message_delivery_status(self, msg):
    end = self._encode(self._end)
    blocks = [self._flattened(part) for part in msg.get_payload()]
    # The empty line after the last block's headers would be one too many.
    self._fp.write(end.join([block.removesuffix(end) for block in blocks]))

  def _handle_message(self, msg):
    payload = msg._payload
    self._fp.write(self._flattened(msg.get_payload(0)) if isinstance(payload, list) else self._encode(payload))

  @classmethod
  def _make_boundary(cls, text=None):
    """Digits between equals signs that no line of the text is made of."""
    boundary = "=" * 15 + f"{random.randrange(sys.maxsize):0{len(str(sys.maxsize - 1))}d}" + "=="
    if text is None:
      return boundary
    found, counter = boundary, 0
    while cls._compile_re(f"^--{re.escape(found)}(--)?$", re.MULTILINE).search(text):
      found = f"{boundary}.{counter}"
      counter += 1
    return found

  @classmethod
  def _compile_re(cls, s, flags):
    return re.compile(s, flags)


def _envelope(msg):
  line = msg.get_unixfrom()
  if line:
    return line
  import time
  return "From nobody " + time.ctime(time.time())


def _with_encoding(msg, changed):
  """A copy of the message with another encoding and type in its headers."""
  encoding, kind = changed
  msg = copy.deepcopy(msg)
  if msg.get("content-transfer-encoding") is None:
    msg["Content-Transfer-Encoding"] = encoding
  else:
    msg.replace_header("content-transfer-encoding", encoding)
  msg.replace_header("content-type", kind)
  return msg


class BytesGenerator(Generator):
  """Writes messages to a binary file."""

  def write(self, s):
    self._fp.write(s.encode("ascii", "surrogateescape"))

  def _new_buffer(self):
    return io.BytesIO()

  def _encode(self, text):
    return text.encode("ascii")

  def _write_headers(self, msg):
    for name, value in msg.raw_items():
      self._fp.write(self.policy.fold_binary(name, value))
    self.write(self._end)

  def _handle_text(self, msg):
    if msg._payload is None:
      return
    if _words.has_surrogates(msg._payload) and self.policy.cte_type != "7bit":
      # The bytes as they came, not what they mean.
      self._write_lines(self._mangled(msg._payload))
    else:
      super()._handle_text(msg)

  _writeBody = _handle_text

  @classmethod
  def _compile_re(cls, s, flags):
    return re.compile(s.encode("ascii"), flags)


class DecodedGenerator(Generator):
  """Writes the texts of a message; for other parts a line by the format."""

  def __init__(self, outfp, mangle_from_=None, maxheaderlen=None, fmt=None, *, policy=None):
    super().__init__(outfp, mangle_from_, maxheaderlen, policy=policy)
    self._fmt = "[Non-text (%(type)s) part of message omitted, filename %(filename)s]" if fmt is None else fmt

  def _dispatch(self, msg):
    for part in msg.walk():
      maintype = part.get_content_maintype()
      if maintype == "text":
        print(part.get_payload(decode=False), file=self)
      elif maintype != "multipart":
        about = {"type": part.get_content_type(), "maintype": maintype, "subtype": part.get_content_subtype(),
                 "filename": part.get_filename("[no filename]"), "description": part.get("Content-Description", "[no description]"),
                 "encoding": part.get("Content-Transfer-Encoding", "[no encoding]")}
        print(self._fmt % about, file=self)
