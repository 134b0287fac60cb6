"""What can be wrong with a mail: exceptions, and defects that a parser notes in a message's `defects`."""


class MessageError(Exception):
  """Base of the exceptions of this package."""


class MessageParseError(MessageError):
  """Base of what parsers raise."""


class HeaderParseError(MessageParseError):
  """A header that can't be understood."""


class BoundaryError(MessageParseError):
  """A boundary that is not there."""


class MultipartConversionError(MessageError, TypeError):
  """A part can't be added to what is no multipart."""


class CharsetError(MessageError):
  """A character set that is not allowed."""


class MessageDefect(ValueError):
  """Base of defects."""

  def __init__(self, line=None):
    if line is not None:
      super().__init__(line)
    self.line = line


class NoBoundaryInMultipartDefect(MessageDefect):
  """A multipart without a boundary parameter."""


class StartBoundaryNotFoundDefect(MessageDefect):
  """The boundary never occurs."""


class CloseBoundaryNotFoundDefect(MessageDefect):
  """The boundary that ends the parts is missing."""


class FirstHeaderLineIsContinuationDefect(MessageDefect):
  """The first line of the headers begins with a blank."""


class MisplacedEnvelopeHeaderDefect(MessageDefect):
  """A line "From " among the headers."""


class MissingHeaderBodySeparatorDefect(MessageDefect):
  """A line without colon among the headers, which ends them."""


MalformedHeaderDefect = MissingHeaderBodySeparatorDefect


class MultipartInvariantViolationDefect(MessageDefect):
  """It says that it is a multipart and has no parts."""


class InvalidMultipartContentTransferEncodingDefect(MessageDefect):
  """A multipart that is encoded."""


class UndecodableBytesDefect(MessageDefect):
  """Bytes that no character set explains."""


class InvalidBase64PaddingDefect(MessageDefect):
  """Base64 with the wrong number of '='."""


class InvalidBase64CharactersDefect(MessageDefect):
  """Characters between those of base64."""


class InvalidBase64LengthDefect(MessageDefect):
  """Base64 of one character more than a multiple of four."""


class HeaderDefect(MessageDefect):
  """Base of defects of headers."""

  def __init__(self, *args, **kw):
    super().__init__(*args, **kw)


class InvalidHeaderDefect(HeaderDefect):
  """A header that breaks the grammar."""


class HeaderMissingRequiredValue(HeaderDefect):
  """A header that must have a value."""


class NonPrintableDefect(HeaderDefect):
  """Characters that can't be printed."""

  def __init__(self, non_printables):
    super().__init__(non_printables)
    self.non_printables = non_printables

  def __str__(self):
    return f"the following ASCII non-printables found in header: {self.non_printables}"


class ObsoleteHeaderDefect(HeaderDefect):
  """A form that is not used any more."""


class NonASCIILocalPartDefect(HeaderDefect):
  """An address whose local part is not ASCII."""


class InvalidDateDefect(HeaderDefect):
  """A date that is none."""
