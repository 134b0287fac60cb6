"""Documents put together: elements xi:include are replaced by what they name."""

from xml.etree import ElementTree

XINCLUDE = "{http://www.w3.org/2001/XInclude}"
XINCLUDE_INCLUDE = XINCLUDE + "include"
XINCLUDE_FALLBACK = XINCLUDE + "fallback"
DEFAULT_MAX_INCLUSION_DEPTH = 6  # Documents that include each other could grow without end.


class FatalIncludeError(SyntaxError):
  """An element that includes nothing that can be loaded."""


class LimitedRecursiveIncludeError(FatalIncludeError):
  """Documents that include others too deeply."""


def default_loader(href, parse, encoding=None):
  """The root element of a file, or its text if parse is "text"."""
  if parse == "xml":
    with open(href, "rb") as file:
      return ElementTree.parse(file).getroot()
  with open(href, "r", encoding=encoding or "UTF-8") as file:
    return file.read()


def include(elem, loader=None, base_url=None, max_depth=DEFAULT_MAX_INCLUSION_DEPTH):
  """Replace the including elements in a tree; loader(href, parse, encoding) reads what they name."""
  if max_depth is None:
    max_depth = -1
  elif max_depth < 0:
    raise ValueError("expected non-negative depth or None for 'max_depth', got %r" % max_depth)
  root = elem.getroot() if hasattr(elem, "getroot") else elem
  _Includer(loader or default_loader).expand(root, base_url, max_depth)


class _Includer:
  """Loads documents; those that are being included must not be included again inside."""

  def __init__(self, loader):
    self.loader = loader
    self.open = set()

  def load(self, *arguments):
    loaded = self.loader(*arguments)
    if loaded is None:
      raise FatalIncludeError("cannot load %r as %r" % arguments[:2])
    return loaded

  def expand(self, parent, base_url, depth):
    index = 0
    while index < len(parent):
      child = parent[index]
      if child.tag == XINCLUDE_FALLBACK:
        raise FatalIncludeError("xi:fallback tag must be child of xi:include (%r)" % child.tag)
      if child.tag != XINCLUDE_INCLUDE:
        self.expand(child, base_url, depth)
      elif self.replace(parent, index, child, base_url, depth):
        continue
      index += 1

  def replace(self, parent, index, child, base_url, depth):
    """Put what the child names in its place; whether it vanished into the text before it."""
    href = child.get("href")
    if base_url:
      from urllib.parse import urljoin
      href = urljoin(base_url, href)
    parse = child.get("parse", "xml")
    if parse == "xml":
      parent[index] = self.document(href, depth, child.tail)
      return False
    if parse != "text":
      raise FatalIncludeError("unknown parse type in xi:include tag (%r)" % parse)
    text = self.load(href, parse, child.get("encoding")) + (child.tail or "")
    if index:
      parent[index - 1].tail = (parent[index - 1].tail or "") + text
    else:
      parent.text = (parent.text or "") + text
    del parent[index]
    return True

  def document(self, href, depth, tail):
    if href in self.open:
      raise FatalIncludeError("recursive include of %s" % href)
    if depth == 0:
      raise LimitedRecursiveIncludeError("maximum xinclude depth reached when including file %s" % href)
    self.open.add(href)
    from copy import copy
    root = copy(self.load(href, "xml"))
    self.expand(root, href, depth - 1)
    self.open.remove(href)
    if tail:
      root.tail = (root.tail or "") + tail
    return root
