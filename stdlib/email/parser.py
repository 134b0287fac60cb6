"""From text or bytes to messages."""

import re

from email import errors
from email._policybase import compat32

__all__ = ["Parser", "HeaderParser", "BytesParser", "BytesHeaderParser", "FeedParser", "BytesFeedParser"]

_HEADER = re.compile(r"^(From |[\041-\071\073-\176]*:|[\t ])")


def _lines(text):
  """The lines with their ends, which only CR, LF and CRLF are."""
  return re.findall(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+", text)


def _end_of(line):
  """The end of a line or text, maybe empty."""
  return "\r\n" if line.endswith("\r\n") else line[-1:] if line[-1:] in ("\r", "\n") else ""


def _without_end(line):
  return line.removesuffix(_end_of(line))


def _is_empty(line):
  return line[0] in "\r\n"


class _Reader:
  """Makes messages of lines, as the policy has it."""

  def __init__(self, make, policy, lines):
    self.make = make
    self.policy = policy
    self.lines = lines
    self.at = 0
    # What ends the messages that are being read, outermost first: tests of lines.
    self.ends = []
    # The message whose text came last: the end of the line before a boundary is taken from it.
    self.last = None

  def whole(self, headersonly):
    """A message and all inside of it."""
    message = self.message(None, headersonly)
    if not headersonly and message.get_content_maintype() == "multipart" and not message.is_multipart():
      self.note(message, errors.MultipartInvariantViolationDefect())
    return message

  def note(self, message, defect):
    self.policy.handle_defect(message, defect)

  def line(self):
    """The next line, or "" where the message ends."""
    if self.at == len(self.lines) or any(ends(self.lines[self.at]) for ends in self.ends):
      return ""
    self.at += 1
    return self.lines[self.at - 1]

  def rest(self):
    """All lines up to the message's end."""
    lines = []
    while line := self.line():
      lines.append(line)
    return "".join(lines)

  def message(self, container, headersonly=False):
    """The next message; `container` is the one around it."""
    message = self.make()
    if container is not None:
      if container.get_content_type() == "multipart/digest":
        message.set_default_type("message/rfc822")
      container.attach(message)
    self.last = message
    self.headers(message)
    if headersonly:
      message.set_payload(self.rest())
    elif message.get_content_type() == "message/delivery-status":
      self.blocks(message)
    elif message.get_content_maintype() == "message":
      self.message(message)
    elif message.get_content_maintype() == "multipart":
      self.parts(message)
    else:
      message.set_payload(self.rest())
    return message

  def headers(self, message):
    lines = []
    while line := self.line():
      if not _HEADER.match(line):
        if not _is_empty(line):
          self.note(message, errors.MissingHeaderBodySeparatorDefect())
          self.at -= 1
        break
      lines.append(line)
    header = []
    for place, line in enumerate(lines):
      if line[0] in " \t":
        if header:
          header.append(line)
        else:
          self.note(message, errors.FirstHeaderLineIsContinuationDefect(line))
        continue
      self.store(message, header)
      header = []
      if line.startswith("From "):
        if place == 0:
          message.set_unixfrom(_without_end(line))
        elif place == len(lines) - 1:
          # Probably the first line of the body.
          self.lines.insert(self.at, line)
        else:
          message.defects.append(errors.MisplacedEnvelopeHeaderDefect(line))
      elif line.startswith(":"):
        message.defects.append(errors.InvalidHeaderDefect("Missing header name."))
      else:
        header = [line]
    self.store(message, header)

  def store(self, message, header):
    if header:
      message.set_raw(*self.policy.header_source_parse(header))

  def blocks(self, message):
    """A delivery status: blocks of headers between empty lines."""
    while True:
      self.ends.append(_is_empty)
      self.message(message)
      self.ends.pop()
      self.line()
      if not self.line():
        return
      self.at -= 1

  def parts(self, message):
    boundary = message.get_boundary()
    if boundary is None:
      self.note(message, errors.NoBoundaryInMultipartDefect())
      message.set_payload(self.rest())
      return
    if str(message.get("content-transfer-encoding", "8bit")).lower() not in ("7bit", "8bit", "binary"):
      self.note(message, errors.InvalidMultipartContentTransferEncodingDefect())
    mark = re.compile("--" + re.escape(boundary) + r"(?P<end>--)?[ \t]*(?P<linesep>\r\n|\r|\n)?$")
    preamble, has_parts = [], False
    while line := self.line():
      found = mark.match(line)
      if not found:
        preamble.append(line)
        continue
      if found["end"]:
        break
      if not has_parts and preamble:
        # The end of the line before a boundary belongs to the boundary.
        message.preamble = _without_end("".join(preamble))
      has_parts = True
      self.part(message, mark)
    if not has_parts:
      self.note(message, errors.StartBoundaryNotFoundDefect())
      message.set_payload("".join(preamble))
      self.rest()
      message.epilogue = ""
    elif not line:
      self.note(message, errors.CloseBoundaryNotFoundDefect())
    else:
      # Without an end of the boundary's line, an empty line behind it is that end.
      rest = self.rest()
      message.epilogue = rest if found["linesep"] else re.sub(r"\A(\r\n|\r|\n)", "", rest)

  def part(self, message, mark):
    while (line := self.line()) and mark.match(line):
      # Boundaries directly behind another one.
      pass
    if line:
      self.at -= 1
    self.ends.append(mark.match)
    self.message(message)
    last = self.last
    if last.get_content_maintype() == "multipart":
      last.epilogue = None if not last.epilogue else _without_end(last.epilogue)
    elif isinstance(last._payload, str):
      last._payload = _without_end(last._payload)
    self.ends.pop()
    self.last = message


def _factory(given, policy):
  """What makes messages: the given class, with the policy if it takes one."""
  make = given or policy.message_factory
  if make is None:
    from email.message import Message
    make = Message
  if given is not None:
    try:
      given(policy=policy)
    except TypeError:
      return given
  return lambda: make(policy=policy)


class Parser:
  """Makes messages of text."""

  def __init__(self, _class=None, *, policy=compat32):
    self._class = _class
    self.policy = policy

  def parse(self, fp, headersonly=False):
    """The message in an open file; with headersonly the body is not parsed."""
    return self._read(fp.read(), headersonly)

  def parsestr(self, text, headersonly=False):
    """The message in a text."""
    if not isinstance(text, str):
      raise TypeError(f"initial_value must be str or None, not {type(text).__name__}")
    return self._read(text, headersonly)

  def _read(self, text, headersonly):
    return _Reader(_factory(self._class, self.policy), self.policy, _lines(text)).whole(headersonly)


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

  def __init__(self, _factory=None, *, policy=compat32):
    self._parser = Parser(_factory, policy=policy)
    self.policy = policy
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
