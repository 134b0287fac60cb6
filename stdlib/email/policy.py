"""Policies: how messages are read and written.

>>> SMTP.clone(max_line_length=60).linesep
'\\r\\n'
"""

import re
import sys

from email import _words
from email._policybase import Compat32, Policy, compat32, parse_source
from email.contentmanager import raw_data_manager
from email.headerregistry import HeaderRegistry
from email.message import EmailMessage

__all__ = ["Compat32", "compat32", "Policy", "EmailPolicy", "default", "strict", "SMTP", "HTTP"]


class EmailPolicy(Policy):
  """Headers are objects that know what they mean, folded as RFC 5322 and RFC 2047 have it.

  utf8: whether headers are written in UTF-8 (False)
  refold_source: which headers that were read are folded anew: "none", those that are "long", "all"
  header_factory: makes headers of a name and a value
  content_manager: what get_content() and set_content() of messages call
  """

  message_factory = EmailMessage
  utf8 = False
  refold_source = "long"
  header_factory = HeaderRegistry()
  content_manager = raw_data_manager

  def __init__(self, **kw):
    if "header_factory" not in kw:
      object.__setattr__(self, "header_factory", HeaderRegistry())
    super().__init__(**kw)

  def header_max_count(self, name):
    return self.header_factory[name].max_count

  def header_source_parse(self, sourcelines):
    return parse_source(sourcelines)

  def header_store_parse(self, name, value):
    """The value as a header; ValueError when it has several lines."""
    if hasattr(value, "name") and value.name.lower() == name.lower():
      return name, value
    if isinstance(value, str) and len(value.splitlines()) > 1:
      raise ValueError("Header values may not contain linefeed or carriage return characters")
    return name, self.header_factory(name, value)

  def header_fetch_parse(self, name, value):
    """The value as a header."""
    if hasattr(value, "name"):
      return value
    return self.header_factory(name, re.sub("[\r\n]", "", value))

  def fold(self, name, value):
    return self._fold(name, value, True)

  def fold_binary(self, name, value):
    folded = self._fold(name, value, self.cte_type == "7bit")
    return folded.encode("utf8" if self.utf8 else "ascii", "surrogateescape")

  def _fold(self, name, value, fold_bytes):
    if hasattr(value, "name"):
      return value.fold(policy=self)
    lines = value.splitlines()
    if self._is_refolded(name, lines) or fold_bytes and _words.has_surrogates(value):
      return self.header_factory(name, "".join(lines)).fold(policy=self)
    return f"{name}: {self.linesep.join(lines)}{self.linesep}"

  def _is_refolded(self, name, lines):
    if self.refold_source != "long":
      return self.refold_source == "all"
    limit = self.max_line_length or sys.maxsize
    return bool(lines) and (len(lines[0]) + len(name) + 2 > limit or any(len(line) > limit for line in lines[1:]))


default = EmailPolicy()
# The default one has the class's factory.
del default.header_factory
strict = default.clone(raise_on_defect=True)
SMTP = default.clone(linesep="\r\n")
HTTP = default.clone(linesep="\r\n", max_line_length=None)
SMTPUTF8 = SMTP.clone(utf8=True)
