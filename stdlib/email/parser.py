"""From text or bytes to messages."""

import re

from email import errors
from email.message import Message

__all__ = ["Parser", "HeaderParser", "BytesParser", "BytesHeaderParser", "FeedParser", "BytesFeedParser"]

_HEADER = re.compile(r"^(From |[\041-\071\073-\176]*:|[\t ])")


def _lines(text):
  """The lines with their ends, which only CR, LF and CRLF are."""
  return re.findall(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+", text)


def _without_end(line):
  return line[:-2] if line.endswith("\r\n") else line[:-1] if line[-1:] in ("\r", "\n") else line


def _read_headers(message, lines):
  """Put the headers at the beginning of the lines into the message; returns where the body begins."""
  name, value = None, []
  place = 0

  def finish():
    if name is not None:
      message.set_raw(name, "".join(value).rstrip("\r\n"))

  for place, line in enumerate(lines):
    if not _HEADER.match(line):
      finish()
      if line.strip("\r\n"):
        message.defects.append(errors.MissingHeaderBodySeparatorDefect())
        return place
      return place + 1
    if line[0] in " \t":
      if name is None:
        message.defects.append(errors.FirstHeaderLineIsContinuationDefect(line))
      else:
        value.append(line)
      continue
    finish()
    name, value = None, []
    if line.startswith("From "):
      if place == 0:
        message.set_unixfrom(_without_end(line))
      elif place + 1 == len(lines):
        return place
      else:
        message.defects.append(errors.MisplacedEnvelopeHeaderDefect(line))
      continue
    header, _, rest = line.partition(":")
    if not header:
      message.defects.append(errors.InvalidHeaderDefect("Missing header name."))
      continue
    name, value = header, [rest.lstrip(" \t")]
  finish()
  return len(lines)


def _parse(kind, lines, headersonly):
  """A message of the given kind; `kind` makes those inside it too."""
  message = kind()
  body = lines[_read_headers(message, lines):]
  if headersonly:
    message.set_payload("".join(body))
  elif message.get_content_maintype() == "multipart":
    _parse_parts(message, kind, body)
  elif message.get_content_maintype() == "message" and message.get_content_subtype() != "delivery-status":
    message.attach(_parse(kind, body, False))
  elif message.get_content_type() == "message/delivery-status":
    _parse_blocks(message, kind, body)
  else:
    message.set_payload("".join(body))
  return message


def _parse_blocks(message, kind, lines):
  """A delivery status: blocks of headers between empty lines."""
  start = 0
  for place in range(len(lines) + 1):
    if place == len(lines) or not lines[place].strip("\r\n"):
      if place > start:
        message.attach(_parse(kind, lines[start:place], False))
      start = place + 1


def _parse_parts(message, kind, lines):
  boundary = message.get_boundary()
  if boundary is None:
    message.defects.append(errors.NoBoundaryInMultipartDefect())
    message.set_payload("".join(lines))
    message.defects.append(errors.MultipartInvariantViolationDefect())
    return
  if str(message.get("content-transfer-encoding", "8bit")).lower() not in ("7bit", "8bit", "binary"):
    message.defects.append(errors.InvalidMultipartContentTransferEncodingDefect())
  mark = re.compile("--" + re.escape(boundary) + r"(?P<end>--)?[ \t]*(?:\r\n|\r|\n)?$")
  starts, end = [], None
  for place, line in enumerate(lines):
    found = mark.match(line)
    if found and found["end"]:
      end = place
      break
    if found:
      starts.append(place)
  if not starts:
    message.defects.append(errors.StartBoundaryNotFoundDefect())
    message.set_payload("".join(lines))
    message.defects.append(errors.MultipartInvariantViolationDefect())
    return
  # The end of the line before a boundary belongs to the boundary.
  message.preamble = _without_end("".join(lines[:starts[0]])) if starts[0] else None
  if end is None:
    message.defects.append(errors.CloseBoundaryNotFoundDefect())
  for start, stop in zip(starts, starts[1:] + [len(lines) if end is None else end]):
    part = lines[start + 1:stop]
    if part and (end is not None or stop != len(lines)):
      part[-1] = _without_end(part[-1])
    message.attach(_part(kind, [line for line in part if line], message))
  if end is not None:
    rest = lines[end + 1:]
    message.epilogue = "".join(rest) if rest or lines[end][-1:] in ("\r", "\n") else None


def _part(kind, lines, container):
  def make():
    part = kind()
    if container.get_content_type() == "multipart/digest":
      part.set_default_type("message/rfc822")
    return part
  made = [make]

  def first_only():
    return made.pop()() if made else kind()
  return _parse(first_only, lines, False)


class Parser:
  """Makes messages of text."""

  def __init__(self, _class=None, *, policy=None):
    self._class = _class or Message
    self.policy = policy

  def _make(self):
    return self._class() if self.policy is None else self._class(policy=self.policy)

  def parse(self, fp, headersonly=False):
    """The message in an open file; with headersonly the body is not parsed."""
    return self.parsestr(fp.read(), headersonly)

  def parsestr(self, text, headersonly=False):
    """The message in a text."""
    return _parse(self._make, _lines(text), headersonly)


class HeaderParser(Parser):
  """Does not parse bodies."""

  def parse(self, fp, headersonly=True):
    return super().parse(fp, True)

  def parsestr(self, text, headersonly=True):
    return super().parsestr(text, True)


class BytesParser:
  """Makes messages of bytes."""

  def __init__(self, *args, **kw):
    self.parser = Parser(*args, **kw)

  def parse(self, fp, headersonly=False):
    return self.parsebytes(fp.read(), headersonly)

  def parsebytes(self, text, headersonly=False):
    return self.parser.parsestr(text.decode("ascii", "surrogateescape"), headersonly)


class BytesHeaderParser(BytesParser):
  """Does not parse bodies."""

  def parse(self, fp, headersonly=True):
    return super().parse(fp, True)

  def parsebytes(self, text, headersonly=True):
    return super().parsebytes(text, True)


class FeedParser:
  """Takes the text in pieces: feed(), at the end close()."""

  def __init__(self, _factory=None, *, policy=None):
    self._parser = Parser(_factory, policy=policy)
    self._pieces = []

  def feed(self, data):
    self._pieces.append(data)

  def close(self):
    """The message."""
    text = "".join(self._pieces)
    self._pieces.clear()
    return self._parser.parsestr(text)


class BytesFeedParser(FeedParser):
  """Takes bytes in pieces."""

  def feed(self, data):
    super().feed(data.decode("ascii", "surrogateescape"))
