"""The exceptions of xml.sax."""


class SAXException(Exception):
  """Something is wrong with a document or its parsing; another exception may be the reason."""

  def __init__(self, msg, exception=None):
    self._msg = msg
    self._exception = exception
    super().__init__(msg)

  def getMessage(self):
    """The text."""
    return self._msg

  def getException(self):
    """The exception that is the reason, or None."""
    return self._exception

  def __str__(self):
    return self._msg

  def __getitem__(self, ix):
    raise AttributeError("__getitem__")


class SAXParseException(SAXException):
  """An error at a place of a document."""

  def __init__(self, msg, exception, locator):
    super().__init__(msg, exception)
    self._locator = locator
    # The locator will tell of other places when somebody asks.
    self._systemId = locator.getSystemId()
    self._colnum = locator.getColumnNumber()
    self._linenum = locator.getLineNumber()

  def getColumnNumber(self):
    """The column, from 0."""
    return self._colnum

  def getLineNumber(self):
    """The line, from 1."""
    return self._linenum

  def getPublicId(self):
    """The public name of the document."""
    return self._locator.getPublicId()

  def getSystemId(self):
    """The name of the document."""
    return self._systemId

  def __str__(self):
    place = [self.getSystemId() or "<unknown>", self.getLineNumber(), self.getColumnNumber()]
    name, line, column = ("?" if part is None else part for part in place)
    return "%s:%s:%s: %s" % (name, line, column, self._msg)


class SAXNotRecognizedException(SAXException):
  """A feature or property that nobody knows."""


class SAXNotSupportedException(SAXException):
  """A feature or property that cannot be changed so."""


class SAXReaderNotAvailable(SAXNotSupportedException):
  """A parser that is not there."""
