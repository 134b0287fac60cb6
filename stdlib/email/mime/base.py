"""The base of messages of a type."""

from email import message
from email._policybase import compat32

__all__ = ["MIMEBase"]


class MIMEBase(message.Message):
  """A message of a type."""

  def __init__(self, _maintype, _subtype, *, policy=None, **_params):
    super().__init__(policy=compat32 if policy is None else policy)
    self.add_header("Content-Type", f"{_maintype}/{_subtype}", **_params)
    self["MIME-Version"] = "1.0"
