"""Escaping of text for XML, a handler that writes documents, and a filter between a parser and its handlers.

>>> from xml.sax.saxutils import escape, quoteattr, unescape
>>> escape("1 < 2 & 3"), unescape("1 &lt; 2"), quoteattr('say "hi"')
('1 &lt; 2 &amp; 3', '1 < 2', '\\'say "hi"\\'')
"""

import codecs
import io
from xml.sax import handler, xmlreader


def _replaced(text, entities):
  for old, new in entities.items():
    text = text.replace(old, new)
  return text


def escape(data, entities={}):
  """A text with &amp;, &lt; and &gt;, and with further replacements."""
  return _replaced(data.replace("&", "&amp;").replace(">", "&gt;").replace("<", "&lt;"), entities)


def unescape(data, entities={}):
  """The text that was escaped."""
  return _replaced(data.replace("&lt;", "<").replace("&gt;", ">"), entities).replace("&amp;", "&")


def quoteattr(data, entities={}):
  """A text as the value of an attribute, in quotes."""
  data = escape(data, {**entities, "\n": "&#10;", "\r": "&#13;", "\t": "&#9;"})
  if '"' not in data:
    return '"%s"' % data
  return '"%s"' % data.replace('"', "&quot;") if "'" in data else "'%s'" % data


class _Kept:
  """A raw stream that stays open when the text stream around it is gone."""

  def __init__(self, stream):
    self.__dict__["_stream"] = stream

  __class__ = property(lambda self: self._stream.__class__)

  def __getattr__(self, name):
    return getattr(self._stream, name)

  def close(self):
    """Nothing happens."""


def _text_writer(out, encoding):
  if out is None:
    import sys
    return sys.stdout
  if isinstance(out, (io.TextIOBase, codecs.StreamWriter, codecs.StreamReaderWriter)):
    return out
  if isinstance(out, io.RawIOBase):
    buffer = _Kept(out)
  else:
    buffer = io.BufferedIOBase()
    buffer.writable = lambda: True
    buffer.write = out.write
    if hasattr(out, "seekable") and hasattr(out, "tell"):
      buffer.seekable, buffer.tell = out.seekable, out.tell
  return io.TextIOWrapper(buffer, encoding=encoding, errors="xmlcharrefreplace", newline="\n", write_through=True)


class XMLGenerator(handler.ContentHandler):
  """Writes the document whose events it hears."""

  def __init__(self, out=None, encoding="iso-8859-1", short_empty_elements=False):
    super().__init__()
    out = _text_writer(out, encoding)
    self._write = out.write
    self._flush = out.flush
    self._encoding = encoding
    self._short_empty_elements = short_empty_elements
    self._prefixes = {}       # By namespace.
    self._outer_prefixes = []
    self._new_prefixes = []
    self._is_open = False     # Whether a start tag lacks its end.

  def _qname(self, name):
    uri, local = name
    if not uri:
      return local
    if uri == "http://www.w3.org/XML/1998/namespace":
      return "xml:" + local
    prefix = self._prefixes[uri]
    return prefix + ":" + local if prefix else local

  def _finish_start(self):
    if self._is_open:
      self._write(">")
      self._is_open = False

  def startDocument(self):
    self._write('<?xml version="1.0" encoding="%s"?>\n' % self._encoding)

  def endDocument(self):
    self._flush()

  def startPrefixMapping(self, prefix, uri):
    self._outer_prefixes.append(self._prefixes.copy())
    self._prefixes[uri] = prefix
    self._new_prefixes.append((prefix, uri))

  def endPrefixMapping(self, prefix):
    self._prefixes = self._outer_prefixes.pop()

  def _begin(self, name, attributes):
    self._finish_start()
    self._write("<" + name)
    for name, value in attributes:
      self._write(" %s=%s" % (name, value))
    if self._short_empty_elements:
      self._is_open = True
    else:
      self._write(">")

  def _end(self, name):
    self._write("/>" if self._is_open else "</%s>" % name)
    self._is_open = False

  def startElement(self, name, attrs):
    self._begin(name, [(name, quoteattr(value)) for name, value in attrs.items()])

  def endElement(self, name):
    self._end(name)

  def startElementNS(self, name, qname, attrs):
    declared = [("xmlns:" + prefix if prefix else "xmlns", '"%s"' % uri) for prefix, uri in self._new_prefixes]
    self._new_prefixes = []
    self._begin(self._qname(name), declared + [(self._qname(name), quoteattr(value)) for name, value in attrs.items()])

  def endElementNS(self, name, qname):
    self._end(self._qname(name))

  def _text(self, content, convert):
    if content:
      self._finish_start()
      self._write(convert(content if isinstance(content, str) else str(content, self._encoding)))

  def characters(self, content):
    self._text(content, escape)

  def ignorableWhitespace(self, content):
    self._text(content, str)

  def processingInstruction(self, target, data):
    self._finish_start()
    self._write("<?%s %s?>" % (target, data))


def _passed_on(handler, names):
  """Methods that call those of a handler."""
  def passing(name):
    def method(self, *arguments):
      return getattr(getattr(self, handler), name)(*arguments)
    method.__name__ = name
    return method
  return {name: passing(name) for name in names.split()}


class XMLFilterBase(xmlreader.XMLReader):
  """Stands between a parser and handlers and passes everything on; subclasses change what they want."""

  vars().update(_passed_on("_err_handler", "error fatalError warning"))
  vars().update(_passed_on("_cont_handler", "setDocumentLocator startDocument endDocument startPrefixMapping endPrefixMapping startElement endElement "
                           "startElementNS endElementNS characters ignorableWhitespace processingInstruction skippedEntity"))
  vars().update(_passed_on("_dtd_handler", "notationDecl unparsedEntityDecl"))
  vars().update(_passed_on("_ent_handler", "resolveEntity"))
  vars().update(_passed_on("_parent", "setLocale getFeature setFeature getProperty setProperty"))

  def __init__(self, parent=None):
    super().__init__()
    self._parent = parent

  def parse(self, source):
    self._parent.setContentHandler(self)
    self._parent.setErrorHandler(self)
    self._parent.setEntityResolver(self)
    self._parent.setDTDHandler(self)
    self._parent.parse(source)

  def getParent(self):
    """The parser, or another filter."""
    return self._parent

  def setParent(self, parent):
    """Have another parser."""
    self._parent = parent


def prepare_input_source(source, base=""):
  """An InputSource of a file, its name, or an InputSource, with its stream open."""
  import os
  import urllib.parse
  if isinstance(source, os.PathLike):
    source = os.fspath(source)
  if isinstance(source, str):
    source = xmlreader.InputSource(source)
  elif hasattr(source, "read"):
    file, source = source, xmlreader.InputSource()
    if isinstance(file.read(0), str):
      source.setCharacterStream(file)
    else:
      source.setByteStream(file)
    if isinstance(getattr(file, "name", None), str):
      source.setSystemId(file.name)
  if source.getCharacterStream() is None and source.getByteStream() is None:
    name = source.getSystemId()
    beside_base = os.path.join(os.path.dirname(os.path.normpath(base)), name)
    if os.path.isfile(beside_base):
      source.setSystemId(beside_base)
      source.setByteStream(open(beside_base, "rb"))
    else:
      import urllib.request
      source.setSystemId(urllib.parse.urljoin(base, name))
      source.setByteStream(urllib.request.urlopen(source.getSystemId()))
  return source
