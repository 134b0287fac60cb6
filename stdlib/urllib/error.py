"""Exceptions of urllib.request."""

import io

import urllib.response

__all__ = ["URLError", "HTTPError", "ContentTooShortError"]


class URLError(OSError):
  """The URL can't be opened; `reason` is a text or an exception."""

  def __init__(self, reason, filename=None):
    self.args = reason,
    self.reason = reason
    if filename is not None:
      self.filename = filename

  def __str__(self):
    return f"<urlopen error {self.reason}>"


class HTTPError(URLError, urllib.response.addinfourl):
  """A response whose status tells an error; it can be read like others."""

  def __init__(self, url, code, msg, hdrs, fp):
    self.code = code
    self.msg = msg
    self.hdrs = hdrs
    self.fp = fp
    self.filename = url
    urllib.response.addinfourl.__init__(self, io.BytesIO() if fp is None else fp, hdrs, url, code)

  def __str__(self):
    return f"HTTP Error {self.code}: {self.msg}"

  def __repr__(self):
    return f"<HTTPError {self.code}: {self.msg!r}>"

  @property
  def reason(self):
    return self.msg

  @property
  def headers(self):
    return self.hdrs

  @headers.setter
  def headers(self, headers):
    self.hdrs = headers


class ContentTooShortError(URLError):
  """Less came than Content-Length said; `content` is what urlretrieve() would have returned."""

  def __init__(self, message, content):
    super().__init__(message)
    self.content = content
