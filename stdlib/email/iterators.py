"""What is inside of messages."""

import io
import sys

__all__ = ["body_line_iterator", "typed_subpart_iterator", "walk"]


def walk(self):
  """An iterator of the message and all messages inside, depth first."""
  yield self
  if self.is_multipart():
    for part in self.get_payload():
      yield from part.walk()


def body_line_iterator(msg, decode=False):
  """An iterator of the lines of all bodies that are text."""
  for part in msg.walk():
    payload = part.get_payload(decode=decode)
    if isinstance(payload, str):
      yield from io.StringIO(payload)


def typed_subpart_iterator(msg, maintype="text", subtype=None):
  """An iterator of the messages of a type."""
  for part in msg.walk():
    if part.get_content_maintype() == maintype and subtype in (None, part.get_content_subtype()):
      yield part


def _structure(msg, fp=None, level=0, include_default=False):
  """Print the types of the message and all inside, each deeper one indented."""
  fp = fp or sys.stdout
  default = f" [{msg.get_default_type()}]" if include_default else ""
  print(f"{' ' * (level * 4)}{msg.get_content_type()}{default}", file=fp)
  if msg.is_multipart():
    for part in msg.get_payload():
      _structure(part, fp, level + 1, include_default)
