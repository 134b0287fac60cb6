"""What parsers derive from, and what they give to handlers: places, sources and attributes."""

from xml.sax import handler
from xml.sax._exceptions import SAXNotRecognizedException, SAXNotSupportedException


class XMLReader:
  """A parser with its handlers."""

  def __init__(self):
    self._cont_handler = handler.ContentHandler()
    self._dtd_handler = handler.DTDHandler()
    self._ent_handler = handler.EntityResolver()
    self._err_handler = handler.ErrorHandler()

  def parse(self, source):
    """Parse a document: a file, its name, or an InputSource."""
    raise NotImplementedError("This method must be implemented!")

  def getContentHandler(self):
    return self._cont_handler

  def setContentHandler(self, handler):
    self._cont_handler = handler

  def getDTDHandler(self):
    return self._dtd_handler

  def setDTDHandler(self, handler):
    self._dtd_handler = handler

  def getEntityResolver(self):
    return self._ent_handler

  def setEntityResolver(self, resolver):
    self._ent_handler = resolver

  def getErrorHandler(self):
    return self._err_handler

  def setErrorHandler(self, handler):
    self._err_handler = handler

  def setLocale(self, locale):
    """Choose the language of errors, which no parser can."""
    raise SAXNotSupportedException("Locale support not implemented")

  def getFeature(self, name):
    """Whether a feature is on."""
    raise SAXNotRecognizedException("Feature '%s' not recognized" % name)

  def setFeature(self, name, state):
    """Switch a feature."""
    raise SAXNotRecognizedException("Feature '%s' not recognized" % name)

  def getProperty(self, name):
    """The value of a property."""
    raise SAXNotRecognizedException("Property '%s' not recognized" % name)

  def setProperty(self, name, value):
    """Set a property."""
    raise SAXNotRecognizedException("Property '%s' not recognized" % name)


class IncrementalParser(XMLReader):
  """A parser that is fed."""

  def __init__(self, bufsize=2 ** 16):
    self._bufsize = bufsize
    super().__init__()

  def parse(self, source):
    from xml.sax import saxutils
    source = saxutils.prepare_input_source(source)
    self.prepareParser(source)
    file = source.getCharacterStream()
    if file is None:
      file = source.getByteStream()
    while buffer := file.read(self._bufsize):
      self.feed(buffer)
    self.close()

  def feed(self, data):
    """Parse more of the document."""
    raise NotImplementedError("This method must be implemented!")

  def prepareParser(self, source):
    """A document will be parsed."""
    raise NotImplementedError("prepareParser must be overridden!")

  def close(self):
    """The document is complete."""
    raise NotImplementedError("This method must be implemented!")

  def reset(self):
    """Another document will be fed."""
    raise NotImplementedError("This method must be implemented!")


class Locator:
  """Knows the place of the present event."""

  def getColumnNumber(self):
    return -1

  def getLineNumber(self):
    return -1

  def getPublicId(self):
    return None

  def getSystemId(self):
    return None


class InputSource:
  """A document to parse: its names, its encoding, and a stream of its bytes or characters."""

  def __init__(self, system_id=None):
    self.__system_id = system_id
    self.__public_id = None
    self.__encoding = None
    self.__bytefile = None
    self.__charfile = None

  def setPublicId(self, public_id):
    self.__public_id = public_id

  def getPublicId(self):
    return self.__public_id

  def setSystemId(self, system_id):
    self.__system_id = system_id

  def getSystemId(self):
    return self.__system_id

  def setEncoding(self, encoding):
    self.__encoding = encoding

  def getEncoding(self):
    return self.__encoding

  def setByteStream(self, bytefile):
    self.__bytefile = bytefile

  def getByteStream(self):
    return self.__bytefile

  def setCharacterStream(self, charfile):
    self.__charfile = charfile

  def getCharacterStream(self):
    return self.__charfile


class AttributesImpl:
  """The attributes of an element, by name."""

  def __init__(self, attrs):
    self._attrs = attrs

  def getLength(self):
    return len(self._attrs)

  def getType(self, name):
    return "CDATA"

  def getValue(self, name):
    return self._attrs[name]

  def getValueByQName(self, name):
    return self._attrs[name]

  def getNameByQName(self, name):
    if name not in self._attrs:
      raise KeyError(name)
    return name

  def getQNameByName(self, name):
    if name not in self._attrs:
      raise KeyError(name)
    return name

  def getNames(self):
    return list(self._attrs.keys())

  def getQNames(self):
    return list(self._attrs.keys())

  def __len__(self):
    return len(self._attrs)

  def __getitem__(self, name):
    return self._attrs[name]

  def keys(self):
    return list(self._attrs.keys())

  def __contains__(self, name):
    return name in self._attrs

  def get(self, name, alternative=None):
    return self._attrs.get(name, alternative)

  def copy(self):
    return self.__class__(self._attrs)

  def items(self):
    return list(self._attrs.items())

  def values(self):
    return list(self._attrs.values())


class AttributesNSImpl(AttributesImpl):
  """The attributes of an element, by (namespace, name), with their names as the document has them."""

  def __init__(self, attrs, qnames):
    super().__init__(attrs)
    self._qnames = qnames

  def getValueByQName(self, name):
    return self._attrs[self.getNameByQName(name)]

  def getNameByQName(self, name):
    for key, qname in self._qnames.items():
      if qname == name:
        return key
    raise KeyError(name)

  def getQNameByName(self, name):
    return self._qnames[name]

  def getQNames(self):
    return list(self._qnames.values())

  def copy(self):
    return self.__class__(self._attrs, self._qnames)
