"""Documents as trees of elements.

>>> import xml.etree.ElementTree as ET
>>> root = ET.fromstring("<menu><item price='3'>Tea</item><item price='4'>Coffee</item></menu>")
>>> [(item.text, item.get("price")) for item in root.findall("item")]
[('Tea', '3'), ('Coffee', '4')]
>>> ET.SubElement(root, "item", price="5").text = "Cocoa"
>>> ET.tostring(root[2], "unicode")
'<item price="5">Cocoa</item>'
"""

import re
import io
import sys
from _types import _show_module
from xml.etree import ElementPath
from xml.etree._writing import (C14NWriterTarget, HTML_EMPTY, canonical_document as _canonical_document, register_namespace, write_tree as _write_tree)
from xml.parsers import expat

__all__ = ["Comment", "dump", "Element", "ElementTree", "fromstring", "fromstringlist", "indent", "iselement", "iterparse", "parse", "ParseError", "PI",
           "ProcessingInstruction", "QName", "SubElement", "tostring", "tostringlist", "TreeBuilder", "VERSION", "XML", "XMLID", "XMLParser",
           "XMLPullParser", "register_namespace", "canonicalize", "C14NWriterTarget"]
VERSION = "1.3.0"

_native_wording = {"Element": "", "Element.__init__": " counted", "SubElement": " counted", "XMLParser.close": "", "XMLParser.feed": "", "_check_element": ""}  # Words argument errors as natives do.


class ParseError(SyntaxError):
  """A document that is not well-formed; `code` and `position` (line, column) tell more."""


def iselement(element):
  """Whether an object looks like an element."""
  return hasattr(element, "tag")


_TAG = re.compile(r"(?:[^{/*\[@.]|\{[^}]*\}?)*")


def _is_path(path):
  """Whether it takes more than a comparison of tags to find what a path leads to. A prefix alone is no reason, if no namespaces are given."""
  return not isinstance(path, str) or path.startswith(("{}", "{*}")) or _TAG.fullmatch(path) is None


class Element:
  """An element: its tag, its attributes, the text before its first child, its children, and the text behind it."""

  __slots__ = ("tag", "attrib", "text", "tail", "_children", "__weakref__")

  def __init__(self, tag, attrib={}, /, **extra):
    self.tag = tag
    self.attrib = _all_attributes("Element() argument 2", attrib, extra)
    self.text = self.tail = None
    self._children = []

  def __repr__(self):
    return "<%s %r at %#x>" % (self.__class__.__name__, self.tag, id(self))

  def makeelement(self, tag, attrib, /):
    """A new element of the same class."""
    return self.__class__(tag, attrib)

  def __copy__(self):
    copy = self.makeelement(self.tag, self.attrib)
    copy.text, copy.tail = self.text, self.tail
    copy._children = self._children[:]
    return copy

  def __deepcopy__(self, memo):
    from copy import deepcopy
    copy = memo[id(self)] = self.makeelement(deepcopy(self.tag, memo), deepcopy(self.attrib, memo))
    copy.text, copy.tail = deepcopy(self.text, memo), deepcopy(self.tail, memo)
    copy._children = [deepcopy(child, memo) for child in self._children]
    return copy

  def __getstate__(self):
    return {"tag": self.tag, "_children": list(self._children), "attrib": self.attrib, "text": self.text, "tail": self.tail}

  def __setstate__(self, state):
    if not isinstance(state, dict):
      raise TypeError(f"Don't know how to unpickle \"{state!r}\" as an Element")
    for name in ("tag", "attrib", "text", "tail", "_children"):
      setattr(self, name, state.get(name))
    self._children = self._children or []

  def __len__(self):
    return len(self._children)

  def _check_index(self, index, what):
    if not hasattr(index, "__index__"):
      raise TypeError("element indices must be integers")
    if not -len(self._children) <= index.__index__() < len(self._children):
      raise IndexError(f"{what} out of range")

  def __getitem__(self, index):
    if not isinstance(index, slice):
      self._check_index(index, "child index")
    return self._children[index]

  def __setitem__(self, index, element):
    if isinstance(index, slice):
      element = _iterated(element)
      for item in element:
        _check_item(item)
    else:
      self._check_index(index, "child assignment index")
      _check_item(element)
    self._children[index] = element

  def __delitem__(self, index):
    if not isinstance(index, slice):
      self._check_index(index, "child assignment index")
    del self._children[index]

  def append(self, subelement, /):
    """Add a child at the end."""
    _check_element(subelement, "append() argument")
    self._children.append(subelement)

  def extend(self, elements, /):
    """Add several children at the end."""
    for element in _iterated(elements):
      _check_item(element)
      self._children.append(element)

  def insert(self, index, subelement, /):
    """Add a child at a place."""
    _check_element(subelement, "insert() argument 2")
    self._children.insert(index, subelement)

  def remove(self, subelement, /):
    """Remove the child that is, or else equals, an element."""
    for index, child in enumerate(self._children):
      if child is subelement or child == subelement:
        del self._children[index]
        return
    raise ValueError("list.remove(x): x not in list")

  def find(self, path, namespaces=None):
    """The first element below that a name or path leads to, or None."""
    if namespaces is None and not _is_path(path):
      return next((child for child in self._children if child.tag == path), None)
    return ElementPath.find(self, path, namespaces)

  def findtext(self, path, default=None, namespaces=None):
    """The text of the first element below that a name or path leads to."""
    if namespaces is None and not _is_path(path):
      found = self.find(path)
      return default if found is None else "" if found.text is None else found.text
    return ElementPath.findtext(self, path, default, namespaces)

  def findall(self, path, namespaces=None):
    """The elements below that a name or path leads to."""
    if namespaces is None and not _is_path(path):
      return [child for child in self._children if child.tag == path]
    return ElementPath.findall(self, path, namespaces)

  def iterfind(self, path, namespaces=None):
    """An iterator over the elements below that a name or path leads to."""
    return ElementPath.iterfind(self, path, namespaces)

  def clear(self):
    """Remove attributes, texts and children."""
    self.attrib.clear()
    self._children = []
    self.text = self.tail = None

  def get(self, key, default=None):
    """The value of an attribute."""
    return self.attrib.get(key, default)

  def set(self, key, value, /):
    """Set an attribute."""
    self.attrib[key] = value

  def keys(self):
    """The names of the attributes."""
    return list(self.attrib)

  def items(self):
    """The attributes as (name, value) pairs."""
    return list(self.attrib.items())

  def iter(self, tag=None):
    """The element and all below it, or those with a tag, in the order of the document."""
    return _all_elements(self, None if tag == "*" else tag)

  def itertext(self):
    """The texts in the element and below it."""
    if self.text:
      yield self.text
    for child in self._children:
      yield from child.itertext()
      if child.tail:
        yield child.tail


Element.__module__ = "xml.etree.ElementTree"


def _check_element(element, what):
  if not isinstance(element, Element):
    raise TypeError(f"{what} must be xml.etree.ElementTree.Element, not {'None' if element is None else type(element).__name__}")


def _check_item(element):
  if not isinstance(element, Element):
    raise TypeError(f'expected an Element, not "{type(element).__name__}"')


def _iterated(elements):
  try:
    return list(elements)
  except TypeError:
    if hasattr(type(elements), "__iter__"):
      raise
  raise TypeError(f'expected sequence, not "{type(elements).__name__}"')


def _all_attributes(place, attrib, extra):
  if not isinstance(attrib, dict):
    raise TypeError(f"{place} must be dict, not {type(attrib).__name__}")
  if isinstance(named := extra.pop("attrib", {}), dict):
    return {**(attrib or named), **extra}
  raise TypeError(f"attrib must be dict, not {type(named).__name__}")


def _all_elements(element, tag):
  stack = [iter((element,))]
  while stack:
    for element in stack[-1]:
      if tag is None or element.tag == tag:
        yield element
      stack.append(iter(element._children))
      break
    else:
      stack.pop()


def SubElement(parent, tag, attrib={}, /, **extra):
  """A new element as the last child of another one."""
  _check_element(parent, "SubElement() argument 1")
  element = parent.makeelement(tag, _all_attributes("SubElement() argument 3", attrib, extra))
  parent.append(element)
  return element


def Comment(text=None):
  """A comment as an element, whose tag is this function."""
  element = Element(Comment)
  element.text = text
  return element


def ProcessingInstruction(target, text=None):
  """A processing instruction as an element, whose tag is this function."""
  element = Element(ProcessingInstruction)
  element.text = target + " " + text if text else target
  return element


PI = ProcessingInstruction


class QName:
  """A name with its namespace, {uri}name, as a tag, an attribute or a value."""

  def __init__(self, text_or_uri, tag=None):
    self.text = "{%s}%s" % (text_or_uri, tag) if tag else text_or_uri

  def __str__(self):
    return self.text

  def __repr__(self):
    return "<%s %r>" % (self.__class__.__name__, self.text)

  def __hash__(self):
    return hash(self.text)

  def _other(self, other):
    return other.text if isinstance(other, QName) else other

  def __le__(self, other):
    return self.text <= self._other(other)

  def __lt__(self, other):
    return self.text < self._other(other)

  def __ge__(self, other):
    return self.text >= self._other(other)

  def __gt__(self, other):
    return self.text > self._other(other)

  def __eq__(self, other):
    return self.text == self._other(other)


_show_module(Element)


class ElementTree:
  """A document: its root element, reading and writing."""

  def __init__(self, element=None, file=None):
    self._root = element
    if file:
      self.parse(file)

  def getroot(self):
    """The root element."""
    return self._root

  def _setroot(self, element):
    self._root = element

  def parse(self, source, parser=None):
    """Read a file, or the file of a name; the root element."""
    with _opened(source) as file:
      parser = XMLParser() if parser is None else parser
      while data := file.read(1 << 16):
        parser.feed(data)
      self._root = parser.close()
      return self._root

  def iter(self, tag=None):
    """All elements, or those with a tag, in the order of the document."""
    return self._root.iter(tag)

  def _relative(self, path):
    if path[:1] != "/":
      return path
    import warnings
    path = "." + path
    warnings.warn("This search is broken in 1.3 and earlier, and will be fixed in a future version.  If you rely on the current behaviour, "
                  "change it to %r" % path, FutureWarning, stacklevel=3)
    return path

  def find(self, path, namespaces=None):
    """The first element that a name or path leads to from the root, or None."""
    return self._root.find(self._relative(path), namespaces)

  def findtext(self, path, default=None, namespaces=None):
    """The text of the first element that a name or path leads to from the root."""
    return self._root.findtext(self._relative(path), default, namespaces)

  def findall(self, path, namespaces=None):
    """The elements that a name or path leads to from the root."""
    return self._root.findall(self._relative(path), namespaces)

  def iterfind(self, path, namespaces=None):
    """An iterator over the elements that a name or path leads to from the root."""
    return self._root.iterfind(self._relative(path), namespaces)

  def write(self, file_or_filename, encoding=None, xml_declaration=None, default_namespace=None, method=None, *, short_empty_elements=True):
    """Write to a file, or to the file of a name, by the method "xml", "html" or "text"."""
    _write_tree(self._root, file_or_filename, encoding, xml_declaration, default_namespace, method, short_empty_elements)

  def write_c14n(self, file):
    """Write in the canonical form."""
    return self.write(file, method="c14n")


class _Borrowed:
  """A file that is not closed."""

  def __init__(self, file):
    self.file = file

  def __enter__(self):
    return self.file

  def __exit__(self, *exception):
    return None


def _opened(source):
  return _Borrowed(source) if hasattr(source, "read") else open(source, "rb")


def tostring(element, encoding=None, method=None, *, xml_declaration=None, default_namespace=None, short_empty_elements=True):
  """An element as bytes, or as text with the encoding "unicode"."""
  stream = io.StringIO() if encoding == "unicode" else io.BytesIO()
  _write_tree(element, stream, encoding, xml_declaration, default_namespace, method, short_empty_elements)
  return stream.getvalue()


class _Pieces(io.BufferedIOBase):
  """A stream that keeps what is written as a list."""

  def __init__(self, pieces):
    self.pieces = pieces

  def writable(self):
    return True

  def seekable(self):
    return True

  def write(self, data):
    self.pieces.append(data)

  def tell(self):
    return len(self.pieces)


def tostringlist(element, encoding=None, method=None, *, xml_declaration=None, default_namespace=None, short_empty_elements=True):
  """The same as a list of pieces."""
  pieces = []
  _write_tree(element, _Pieces(pieces), encoding, xml_declaration, default_namespace, method, short_empty_elements)
  return pieces


def dump(elem):
  """Print an element or a tree."""
  root = elem.getroot() if isinstance(elem, ElementTree) else elem
  ElementTree(root).write(sys.stdout, encoding="unicode")
  if not (root.tail or "").endswith("\n"):
    sys.stdout.write("\n")


def indent(tree, space="  ", level=0):
  """Put line ends and blanks between the elements of a tree, so that it reads well."""
  root = tree.getroot() if isinstance(tree, ElementTree) else tree
  if level < 0:
    raise ValueError(f"Initial indentation level must be >= 0, got {level}")
  if len(root):
    _indent_children(root, "\n" + level * space, space)


def _is_blank(text):
  return not text or not text.strip()


def _indent_children(element, outside, space):
  inside = outside + space
  if _is_blank(element.text):
    element.text = inside
  for child in element:
    if len(child):
      _indent_children(child, inside, space)
    if _is_blank(child.tail):
      child.tail = inside
  if _is_blank(child.tail):
    child.tail = outside


def parse(source, parser=None):
  """The ElementTree of a file, or of the file of a name."""
  tree = ElementTree()
  tree.parse(source, parser)
  return tree


def XML(text, parser=None):
  """The root element of a document in a text."""
  parser = XMLParser() if parser is None else parser
  parser.feed(text)
  return parser.close()


fromstring = XML


def XMLID(text, parser=None):
  """The root element of a document, and a dictionary from the attribute "id" to elements."""
  root = XML(text, parser)
  return root, {element.get("id"): element for element in root.iter() if element.get("id")}


def fromstringlist(sequence, parser=None):
  """The root element of a document in pieces."""
  parser = XMLParser() if parser is None else parser
  for text in sequence:
    parser.feed(text)
  return parser.close()


class XMLPullParser:
  """A parser that is fed, and gives the events that came of it."""

  def __init__(self, events=None, *, _parser=None):
    from collections import deque
    self._events_queue = deque()
    self._parser = _parser or XMLParser(target=TreeBuilder())
    self._parser._setevents(self._events_queue, ("end",) if events is None else events)

  def feed(self, data):
    """Parse more of the document."""
    if self._parser is None:
      raise ValueError("feed() called after end of stream")
    if data:
      try:
        self._parser.feed(data)
      except SyntaxError as error:
        self._events_queue.append(error)

  def _close_and_return_root(self):
    root = self._parser.close()
    self._parser = None
    return root

  def close(self):
    """The document is complete."""
    self._close_and_return_root()

  def read_events(self):
    """The (event, element) pairs that have not been read yet."""
    while self._events_queue:
      event = self._events_queue.popleft()
      if isinstance(event, Exception):
        raise event
      yield event


class _ParsedEvents:
  """What iterparse() gives: an iterator over events, and the root when they are all read."""

  def __init__(self, source, pull_parser):
    self.root = None
    self._file = _opened(source)
    self._events = self._read(pull_parser)

  def _read(self, pull_parser):
    with self._file as file:
      while data := file.read(16 * 1024):
        pull_parser.feed(data)
        yield from pull_parser.read_events()
      root = pull_parser._close_and_return_root()
      yield from pull_parser.read_events()
      self.root = root

  def __iter__(self):
    return self

  def __next__(self):
    return next(self._events)


def iterparse(source, events=None, parser=None):
  """Parse a file bit by bit: an iterator over (event, element) for the events "start", "end", "comment", "pi", "start-ns", "end-ns"."""
  return _ParsedEvents(source, XMLPullParser(events=events, _parser=parser))


class TreeBuilder:
  """Makes a tree of what a parser tells."""

  def __init__(self, element_factory=None, *, comment_factory=None, pi_factory=None, insert_comments=False, insert_pis=False):
    self._factory = Element if element_factory is None else element_factory
    self._comment_factory = Comment if comment_factory is None else comment_factory
    self._pi_factory = ProcessingInstruction if pi_factory is None else pi_factory
    self.insert_comments = insert_comments
    self.insert_pis = insert_pis
    self._data = []
    self._open = []     # The elements around.
    self._last = None   # What texts belong to: as its text, or behind it.
    self._root = None
    self._behind = False

  def close(self):
    """The root element."""
    assert not self._open, "missing end tags"
    assert self._root is not None, "missing toplevel element"
    return self._root

  def _flush(self):
    if not self._data:
      return
    text = "".join(self._data)
    self._data.clear()
    if self._last is None:
      return
    if self._behind:
      self._last.tail = text
    else:
      self._last.text = text

  def data(self, data, /):
    """Text."""
    self._data.append(data)

  def _add(self, element):
    self._flush()
    self._last = element
    if self._open:
      self._open[-1].append(element)

  def start(self, tag, attrs, /):
    """An element begins; it is returned."""
    element = self._factory(tag, attrs)
    self._add(element)
    if not self._open and self._root is None:
      self._root = element
    self._open.append(element)
    self._behind = False
    return element

  def end(self, tag, /):
    """An element ends; it is returned."""
    self._flush()
    self._last = self._open.pop()
    assert self._last.tag == tag, "end tag mismatch (expected %s, got %s)" % (self._last.tag, tag)
    self._behind = True
    return self._last

  def comment(self, text, /):
    """A comment, which becomes part of the tree only if it is asked for."""
    return self._single(self._comment_factory(text), self.insert_comments)

  def pi(self, target, text=None, /):
    """A processing instruction, which becomes part of the tree only if it is asked for."""
    return self._single(self._pi_factory(target, text), self.insert_pis)

  def _single(self, element, insert):
    if insert:
      self._add(element)
      self._behind = True
    return element


class XMLParser:
  """Parses a document that is fed to it, and tells a target, by default a TreeBuilder, what it finds."""

  def __init__(self, *, target=None, encoding=None):
    self.target = self._target = TreeBuilder() if target is None else target
    self.entity = {}
    self._names = {}
    self._parser = parser = expat.ParserCreate(encoding, "}")
    self.version = "Expat %d.%d.%d" % expat.version_info
    parser.DefaultHandlerExpand = self._default
    for handler, method, function in (("StartElementHandler", "start", self._start), ("EndElementHandler", "end", self._end),
                                      ("StartNamespaceDeclHandler", "start_ns", self._start_ns), ("EndNamespaceDeclHandler", "end_ns", self._end_ns)):
      if hasattr(target := self.target, method):
        setattr(parser, handler, function)
    for handler, method in (("CharacterDataHandler", "data"), ("CommentHandler", "comment"), ("ProcessingInstructionHandler", "pi")):
      if hasattr(target, method):
        setattr(parser, handler, getattr(target, method))
    if hasattr(target, "doctype"):
      parser.StartDoctypeDeclHandler = lambda name, system, public, has_subset: target.doctype(name, public, system)

  def _setevents(self, events_queue, events_to_report):
    """Put events into a queue."""
    append, parser, target = events_queue.append, self._parser, self.target
    for event in events_to_report:
      if event == "start":
        parser.StartElementHandler = lambda tag, attributes: append(("start", self._start(tag, attributes)))
      elif event == "end":
        parser.EndElementHandler = lambda tag: append(("end", self._end(tag)))
      elif event == "start-ns":
        parser.StartNamespaceDeclHandler = self._namespace_event(append)
      elif event == "end-ns":
        parser.EndNamespaceDeclHandler = (lambda prefix: append(("end-ns", target.end_ns(prefix or "")))) if hasattr(target, "end_ns") else (
          lambda prefix: append(("end-ns", None)))
      elif event == "comment":
        parser.CommentHandler = lambda text: append(("comment", target.comment(text)))
      elif event == "pi":
        parser.ProcessingInstructionHandler = lambda name, data: append(("pi", target.pi(name, data)))
      else:
        raise ValueError("unknown event %r" % event)

  def _namespace_event(self, append):
    target = self.target
    if hasattr(target, "start_ns"):
      return lambda prefix, uri: append(("start-ns", target.start_ns(prefix or "", uri or "")))
    return lambda prefix, uri: append(("start-ns", (prefix or "", uri or "")))

  def _name(self, name):
    """A name as trees have it: {uri}name."""
    fixed = self._names.get(name)
    if fixed is None:
      fixed = self._names[name] = "{" + name if "}" in name else name
    return fixed

  def _start(self, tag, attributes):
    name = self._name
    return self.target.start(name(tag), {name(key): value for key, value in attributes.items()})

  def _end(self, tag):
    return self.target.end(self._name(tag))

  def _start_ns(self, prefix, uri):
    return self.target.start_ns(prefix or "", uri or "")

  def _end_ns(self, prefix):
    return self.target.end_ns(prefix or "")

  def _default(self, text):
    """What has no handler; among it are references to entities that the document does not declare."""
    if text[:1] != "&" or not hasattr(self.target, "data"):
      return
    if text[1:-1] in self.entity:
      self.target.data(self.entity[text[1:-1]])
      return
    line, column = self._parser.ErrorLineNumber, self._parser.ErrorColumnNumber
    raise _parse_error("undefined entity %s: line %d, column %d" % (text, line, column), 11, line, column)

  def feed(self, data, /):
    """Parse more of the document."""
    try:
      self._parser.Parse(data, False)
    except expat.ExpatError as error:
      raise _parse_error(str(error), error.code, error.lineno, error.offset) from None

  def close(self):
    """The document is complete: what the target's close() returns."""
    try:
      self._parser.Parse(b"", True)
    except expat.ExpatError as error:
      raise _parse_error(str(error), error.code, error.lineno, error.offset) from None
    return self.target.close() if hasattr(self.target, "close") else None

  def flush(self):
    """Nothing waits."""


def _parse_error(text, code, line, column):
  error = ParseError(text)
  error.code, error.position = code, (line, column)
  return error


def canonicalize(xml_data=None, *, out=None, from_file=None, **options):
  """A document in the canonical form (C14N 2.0), as text or written to a file."""
  if xml_data is None and from_file is None:
    raise ValueError("Either 'xml_data' or 'from_file' must be provided as input")
  return _canonical_document(xml_data, out, from_file, options)
