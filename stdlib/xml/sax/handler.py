"""What programs derive from to hear of the events of a document; and the names of features and properties of parsers."""

version = "2.0beta"

feature_namespaces = "http://xml.org/sax/features/namespaces"
feature_namespace_prefixes = "http://xml.org/sax/features/namespace-prefixes"
feature_string_interning = "http://xml.org/sax/features/string-interning"
feature_validation = "http://xml.org/sax/features/validation"
feature_external_ges = "http://xml.org/sax/features/external-general-entities"
feature_external_pes = "http://xml.org/sax/features/external-parameter-entities"
all_features = [feature_namespaces, feature_namespace_prefixes, feature_string_interning, feature_validation, feature_external_ges,
                feature_external_pes]
property_lexical_handler = "http://xml.org/sax/properties/lexical-handler"
property_declaration_handler = "http://xml.org/sax/properties/declaration-handler"
property_dom_node = "http://xml.org/sax/properties/dom-node"
property_xml_string = "http://xml.org/sax/properties/xml-string"
property_encoding = "http://www.python.org/sax/properties/encoding"
property_interning_dict = "http://www.python.org/sax/properties/interning-dict"
all_properties = [property_lexical_handler, property_dom_node, property_declaration_handler, property_xml_string, property_encoding,
                  property_interning_dict]


class ErrorHandler:
  """Hears of errors."""

  def error(self, exception):
    """An error after which parsing can go on."""
    raise exception

  def fatalError(self, exception):
    """An error that ends parsing."""
    raise exception

  def warning(self, exception):
    """A warning."""
    print(exception)


class ContentHandler:
  """Hears of the contents of a document."""

  def __init__(self):
    self._locator = None

  def setDocumentLocator(self, locator):
    """The object that knows the place of each event."""
    self._locator = locator

  def startDocument(self):
    """The document begins."""

  def endDocument(self):
    """The document ends."""

  def startPrefixMapping(self, prefix, uri):
    """A prefix means a namespace from the next element on."""

  def endPrefixMapping(self, prefix):
    """The prefix does no longer."""

  def startElement(self, name, attrs):
    """An element begins."""

  def endElement(self, name):
    """An element ends."""

  def startElementNS(self, name, qname, attrs):
    """An element begins; its name is (namespace, name)."""

  def endElementNS(self, name, qname):
    """An element ends."""

  def characters(self, content):
    """Text, of which one piece may come in several calls."""

  def ignorableWhitespace(self, whitespace):
    """Blanks between elements."""

  def processingInstruction(self, target, data):
    """A processing instruction."""

  def skippedEntity(self, name):
    """A reference to an entity that is not known."""


class DTDHandler:
  """Hears of declarations."""

  def notationDecl(self, name, publicId, systemId):
    """A notation is declared."""

  def unparsedEntityDecl(self, name, publicId, systemId, ndata):
    """An entity that is no XML is declared."""


class EntityResolver:
  """Tells where external entities are."""

  def resolveEntity(self, publicId, systemId):
    """The name of an entity's file, or an InputSource."""
    return systemId


class LexicalHandler:
  """Hears of comments, CDATA sections and the document type."""

  def comment(self, content):
    """A comment."""

  def startDTD(self, name, public_id, system_id):
    """The declaration of the document type begins."""

  def endDTD(self):
    """The declaration of the document type ends."""

  def startCDATA(self):
    """A CDATA section begins."""

  def endCDATA(self):
    """A CDATA section ends."""
