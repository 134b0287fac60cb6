"""From messages to text or bytes."""

import random
import re
import sys

from email import header as _header

__all__ = ["Generator", "BytesGenerator"]


def _as_text(value):
  return value.encode() if isinstance(value, _header.Header) else str(value)


class Generator:
  """Writes messages to a text file."""

  def __init__(self, outfp, mangle_from_=True, maxheaderlen=None, *, policy=None):
    self._fp = outfp
    self._mangle_from_ = mangle_from_
    self.maxheaderlen = 78 if maxheaderlen is None else maxheaderlen

  def flatten(self, msg, unixfrom=False, linesep=None):
    """Write a message; `linesep` ends lines, "\\n" unless it is given."""
    self._linesep = linesep or "\n"
    if unixfrom:
      line = msg.get_unixfrom()
      if not line:
        import time
        line = "From nobody " + time.ctime(time.time())
      self.write(line + self._linesep)
    self._write_message(msg)

  def write(self, text):
    self._fp.write(text)

  def clone(self, fp):
    """Another one with the same options for another file."""
    return self.__class__(fp, self._mangle_from_, self.maxheaderlen)

  def _write_lines(self, text):
    self.write(re.sub(r"\r\n|\r|\n", lambda _: self._linesep, text))

  def _write_message(self, message):
    if message.is_multipart() and message.get_content_maintype() == "multipart" and message.get_boundary() is None:
      message.set_param("boundary", self._new_boundary(message))
    for name, value in message.raw_items():
      self._write_lines(_header.fold(name, _as_text(value), self.maxheaderlen) + "\n")
    self.write(self._linesep)
    self._write_body(message)

  def _write_body(self, message):
    payload = message.get_payload()
    if payload is None:
      return
    if isinstance(payload, list):
      if message.get_content_maintype() == "multipart":
        self._write_parts(message, payload)
      else:
        for part in payload:
          self._write_message(part)
    elif isinstance(payload, str):
      self._write_text(message, payload)
    else:
      raise TypeError(f"string payload expected: {type(payload)}")

  def _write_text(self, message, payload):
    if self._mangle_from_:
      payload = re.sub("^From ", ">From ", payload, flags=re.MULTILINE)
    self._write_lines(payload)

  def _write_parts(self, message, parts):
    boundary = message.get_boundary()
    if message.preamble is not None:
      self._write_lines(message.preamble + "\n")
    for place, part in enumerate(parts):
      self.write(("" if place == 0 else self._linesep) + f"--{boundary}{self._linesep}")
      self._write_message(part)
    if not parts:
      self.write(f"--{boundary}{self._linesep}{self._linesep}")
    self.write(f"{self._linesep}--{boundary}--{self._linesep}")
    if message.epilogue:
      self._write_lines(message.epilogue)

  @staticmethod
  def _new_boundary(message):
    """Digits between equals signs that no part has in it."""
    texts = [str(part.get_payload()) for part in message.walk() if not part.is_multipart()]
    while True:
      boundary = "=" * 15 + f"{random.randrange(sys.maxsize):0{len(str(sys.maxsize - 1))}d}" + "=="
      if not any(boundary in text for text in texts):
        return boundary


class BytesGenerator(Generator):
  """Writes messages to a binary file."""

  def write(self, text):
    self._fp.write(text.encode("ascii", "surrogateescape"))

  def _write_text(self, message, payload):
    # The bytes as they came, not what they mean.
    super()._write_text(message, message._payload)
