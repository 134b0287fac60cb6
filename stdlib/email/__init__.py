"""Mails: messages with headers and bodies, read from text and written to it.

>>> message = message_from_string("Subject: Tea\\n\\nAt five.\\n")
>>> message["subject"], message.get_payload()
('Tea', 'At five.\\n')
"""

__all__ = ["base64mime", "charset", "encoders", "errors", "feedparser", "generator", "header", "iterators", "message", "message_from_file",
           "message_from_binary_file", "message_from_string", "message_from_bytes", "mime", "parser", "quoprimime", "utils"]


def message_from_string(s, *args, **kws):
  """The message in a text."""
  from email.parser import Parser
  return Parser(*args, **kws).parsestr(s)


def message_from_bytes(s, *args, **kws):
  """The message in bytes."""
  from email.parser import BytesParser
  return BytesParser(*args, **kws).parsebytes(s)


def message_from_file(fp, *args, **kws):
  """The message in an open text file."""
  from email.parser import Parser
  return Parser(*args, **kws).parse(fp)


def message_from_binary_file(fp, *args, **kws):
  """The message in an open binary file."""
  from email.parser import BytesParser
  return BytesParser(*args, **kws).parse(fp)
