"""The parser of xml.sax, on top of xml.parsers.expat."""

from xml.parsers import expat
from xml.sax import handler, xmlreader
from xml.sax._exceptions import SAXException, SAXNotRecognizedException, SAXNotSupportedException, SAXParseException

version = "0.20"
AttributesImpl = xmlreader.AttributesImpl
AttributesNSImpl = xmlreader.AttributesNSImpl


class ExpatLocator(xmlreader.Locator):
  """The place of a parser."""

  def __init__(self, parser):
    self._reader = parser

  def getColumnNumber(self):
    parser = self._reader._parser
    return None if parser is None else parser.ErrorColumnNumber

  def getLineNumber(self):
    parser = self._reader._parser
    return 1 if parser is None else parser.ErrorLineNumber

  def getPublicId(self):
    return self._reader._source.getPublicId()

  def getSystemId(self):
    return self._reader._source.getSystemId()


class ExpatParser(xmlreader.IncrementalParser, xmlreader.Locator):
  """Parses documents, with or without regard to namespaces."""

  def __init__(self, namespaceHandling=0, bufsize=2 ** 16 - 20):
    super().__init__(bufsize)
    self._source = xmlreader.InputSource()
    self._parser = None
    self._namespaces = namespaceHandling
    self._lex_handler_prop = None
    self._parsing = False
    self._outer = []  # (parser, source) of the documents that an external entity is part of.
    self._external_ges = 0
    self._interning = None

  def parse(self, source):
    from xml.sax import saxutils
    source = saxutils.prepare_input_source(source)
    self._source = source
    try:
      self.reset()
      self._cont_handler.setDocumentLocator(ExpatLocator(self))
      super().parse(source)
    except:
      self._close_source()
      raise

  def prepareParser(self, source):
    if source.getSystemId() is not None:
      self._parser.SetBase(source.getSystemId())

  def setContentHandler(self, handler):
    super().setContentHandler(handler)
    if self._parsing:
      self._set_content_handlers()

  def getFeature(self, name):
    if name == handler.feature_namespaces:
      return self._namespaces
    if name == handler.feature_string_interning:
      return self._interning is not None
    if name in (handler.feature_validation, handler.feature_external_pes, handler.feature_namespace_prefixes):
      return 0
    if name == handler.feature_external_ges:
      return self._external_ges
    raise SAXNotRecognizedException("Feature '%s' not recognized" % name)

  def setFeature(self, name, state):
    if self._parsing:
      raise SAXNotSupportedException("Cannot set features while parsing")
    if name == handler.feature_namespaces:
      self._namespaces = state
    elif name == handler.feature_external_ges:
      self._external_ges = state
    elif name == handler.feature_string_interning:
      self._interning = (self._interning or {}) if state else None
    elif name == handler.feature_validation:
      if state:
        raise SAXNotSupportedException("expat does not support validation")
    elif name == handler.feature_external_pes:
      if state:
        raise SAXNotSupportedException("expat does not read external parameter entities")
    elif name == handler.feature_namespace_prefixes:
      if state:
        raise SAXNotSupportedException("expat does not report namespace prefixes")
    else:
      raise SAXNotRecognizedException("Feature '%s' not recognized" % name)

  def getProperty(self, name):
    if name == handler.property_lexical_handler:
      return self._lex_handler_prop
    if name == handler.property_interning_dict:
      return self._interning
    if name == handler.property_xml_string:
      if not self._parser:
        raise SAXNotSupportedException("This version of expat does not support getting the XML string")
      return self._parser.GetInputContext()
    raise SAXNotRecognizedException("Property '%s' not recognized" % name)

  def setProperty(self, name, value):
    if name == handler.property_lexical_handler:
      self._lex_handler_prop = value
      if self._parsing:
        self._set_lexical_handlers()
    elif name == handler.property_interning_dict:
      self._interning = value
    elif name == handler.property_xml_string:
      raise SAXNotSupportedException("Property '%s' cannot be set" % name)
    else:
      raise SAXNotRecognizedException("Property '%s' not recognized" % name)

  def feed(self, data, isFinal=False):
    if not self._parsing:
      self.reset()
      self._parsing = True
      self._cont_handler.startDocument()
    try:
      self._parser.Parse(data, isFinal)
    except expat.error as error:
      self._err_handler.fatalError(SAXParseException(expat.ErrorString(error.code), error, self))

  def _close_source(self):
    for file in (self._source.getCharacterStream(), self._source.getByteStream()):
      if file is not None:
        file.close()

  def close(self):
    if self._outer or self._parser is None or isinstance(self._parser, _ClosedParser):
      return
    try:
      self.feed(b"", isFinal=True)
      self._cont_handler.endDocument()
      self._parsing = False
      self._parser.DefaultHandlerExpand = None
    finally:
      self._parsing = False
      if self._parser is not None:
        self._parser = _ClosedParser(self._parser)
    self._close_source()

  def reset(self):
    self._parser = expat.ParserCreate(self._source.getEncoding(), " " if self._namespaces else None, self._interning)
    self._parser.namespace_prefixes = bool(self._namespaces)
    self._set_content_handlers()
    self._parser.UnparsedEntityDeclHandler = self._unparsed_entity
    self._parser.NotationDeclHandler = self._notation
    self._set_lexical_handlers()
    self._parser.ExternalEntityRefHandler = self._external_entity
    self._parser.SkippedEntityHandler = lambda name, is_parameter: self._cont_handler.skippedEntity(name)
    self._parsing = False
    self._outer = []

  def _set_content_handlers(self):
    parser, content = self._parser, self._cont_handler
    parser.StartElementHandler = self._start_ns if self._namespaces else self._start
    parser.EndElementHandler = self._end_ns if self._namespaces else lambda name: self._cont_handler.endElement(name)
    parser.ProcessingInstructionHandler = content.processingInstruction
    parser.CharacterDataHandler = content.characters
    parser.StartNamespaceDeclHandler = lambda prefix, uri: self._cont_handler.startPrefixMapping(prefix, uri)
    parser.EndNamespaceDeclHandler = lambda prefix: self._cont_handler.endPrefixMapping(prefix)

  def _set_lexical_handlers(self):
    parser, lexical = self._parser, self._lex_handler_prop
    parser.CommentHandler = lexical and lexical.comment
    parser.StartCdataSectionHandler = lexical and lexical.startCDATA
    parser.EndCdataSectionHandler = lexical and lexical.endCDATA
    parser.StartDoctypeDeclHandler = lexical and (lambda name, system, public, has_subset: lexical.startDTD(name, public, system))
    parser.EndDoctypeDeclHandler = lexical and lexical.endDTD

  def getColumnNumber(self):
    return None if self._parser is None else self._parser.ErrorColumnNumber

  def getLineNumber(self):
    return 1 if self._parser is None else self._parser.ErrorLineNumber

  def getPublicId(self):
    return self._source.getPublicId()

  def getSystemId(self):
    return self._source.getSystemId()

  def _start(self, name, attributes):
    self._cont_handler.startElement(name, AttributesImpl(attributes))

  @staticmethod
  def _pair(name):
    """((namespace, name), the name as the document has it) of the parser's "namespace name prefix"."""
    parts = name.split()
    if len(parts) == 1:
      return (None, name), name
    if len(parts) == 3:
      return (parts[0], parts[1]), "%s:%s" % (parts[2], parts[1])
    return tuple(parts), parts[1]

  def _start_ns(self, name, attributes):
    values, names = {}, {}
    for key, value in attributes.items():
      pair, qname = self._pair(key)
      values[pair], names[pair] = value, qname
    self._cont_handler.startElementNS(self._pair(name)[0], None, AttributesNSImpl(values, names))

  def _end_ns(self, name):
    self._cont_handler.endElementNS(self._pair(name)[0], None)

  def _unparsed_entity(self, name, base, system, public, notation):
    self._dtd_handler.unparsedEntityDecl(name, public, system, notation)

  def _notation(self, name, base, system, public):
    self._dtd_handler.notationDecl(name, public, system)

  def _external_entity(self, context, base, system, public):
    """Parse the document of an external entity in the place of the reference, if the program allows it."""
    if not self._external_ges:
      return 1
    from xml.sax import saxutils
    source = self._ent_handler.resolveEntity(public, system)
    source = saxutils.prepare_input_source(source, self._source.getSystemId() or "")
    self._outer.append((self._parser, self._source))
    self._parser = self._parser.ExternalEntityParserCreate(context)
    self._source = source
    try:
      xmlreader.IncrementalParser.parse(self, source)
    except Exception:
      return 0
    finally:
      self._parser, self._source = self._outer.pop()
    return 1


class _ClosedParser:
  """Where a parser ended."""

  def __init__(self, parser):
    self.ErrorColumnNumber, self.ErrorLineNumber = parser.ErrorColumnNumber, parser.ErrorLineNumber


def create_parser(*args, **kwargs):
  """A new parser."""
  return ExpatParser(*args, **kwargs)
