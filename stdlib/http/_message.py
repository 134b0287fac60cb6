"""The headers of HTTP, for http.client."""

from email.message import Message

__name__ = "http.client"


class HTTPMessage(Message):
  """The headers of a response."""

  def getallmatchingheaders(self, name):
    """The names among the headers that begin with the name and a colon, with those after them that begin with a blank."""
    start = name.lower() + ":"
    found, inside = [], False
    for line in self.keys():
      inside = line[:len(start)].lower() == start or inside and line[:1].isspace()
      if inside:
        found.append(line)
    return found
