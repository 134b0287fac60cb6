"""Documents as trees of nodes.

>>> from xml.dom import minidom
>>> document = minidom.parseString("<menu><item price='3'>Tea</item></menu>")
>>> item = document.getElementsByTagName("item")[0]
>>> item.getAttribute("price"), item.firstChild.data
('3', 'Tea')
>>> item.appendChild(document.createElement("hot")).toxml()
'<hot/>'
"""

import io
from xml.dom import (EMPTY_NAMESPACE, EMPTY_PREFIX, XML_NAMESPACE, XMLNS_NAMESPACE, HierarchyRequestErr, IndexSizeErr, InuseAttributeErr, InvalidCharacterErr,
                     NamespaceErr, NoModificationAllowedErr, NotFoundErr, NotSupportedErr, WrongDocumentErr)
from xml.dom import Node as _Kinds
from xml.dom.minicompat import *


class Node(_Kinds):
  """What all nodes have."""

  namespaceURI = None
  parentNode = None
  ownerDocument = None
  nextSibling = None
  previousSibling = None
  prefix = EMPTY_PREFIX
  localName = None
  attributes = None
  nodeValue = None
  childNodes = NodeList()
  _allowed = ()  # The kinds of nodes that may be inside.

  def __bool__(self):
    return True

  firstChild = property(lambda self: self.childNodes[0] if self.childNodes else None, doc="The first child, or None.")
  lastChild = property(lambda self: self.childNodes[-1] if self.childNodes else None, doc="The last child, or None.")

  def toxml(self, encoding=None, standalone=None):
    """The node as XML; bytes if there is an encoding."""
    return self.toprettyxml("", "", encoding, standalone)

  def toprettyxml(self, indent="\t", newl="\n", encoding=None, standalone=None):
    """The node as XML with line ends and indentation."""
    if encoding is None:
      writer = io.StringIO()
    else:
      writer = io.TextIOWrapper(io.BytesIO(), encoding=encoding, errors="xmlcharrefreplace", newline="\n")
    if self.nodeType == Node.DOCUMENT_NODE:
      self.writexml(writer, "", indent, newl, encoding, standalone)
    else:
      self.writexml(writer, "", indent, newl)
    return writer.getvalue() if encoding is None else writer.detach().getvalue()

  def hasChildNodes(self):
    """Whether there are children."""
    return bool(self.childNodes)

  def _check_child(self, child):
    if child.nodeType not in self._allowed:
      raise HierarchyRequestErr("%s cannot be child of %s" % (repr(child), repr(self)))

  def _index(self, child):
    for index, node in enumerate(self.childNodes):
      if node is child:
        return index
    raise NotFoundErr()

  def insertBefore(self, newChild, refChild):
    """Put a node before a child, or at the end if that is None."""
    if newChild.nodeType == Node.DOCUMENT_FRAGMENT_NODE:
      for child in tuple(newChild.childNodes):
        self.insertBefore(child, refChild)
      return newChild
    self._check_child(newChild)
    if newChild.parentNode is not None:
      newChild.parentNode.removeChild(newChild)
    self._place(len(self.childNodes) if refChild is None else self._index(refChild), newChild)
    return newChild

  def _place(self, index, child):
    before = self.childNodes[index - 1] if index else None
    after = self.childNodes[index] if index < len(self.childNodes) else None
    self.childNodes.insert(index, child)
    child.parentNode, child.previousSibling, child.nextSibling = self, before, after
    if before is not None:
      before.nextSibling = child
    if after is not None:
      after.previousSibling = child

  def appendChild(self, node):
    """Put a node at the end."""
    return self.insertBefore(node, None)

  def replaceChild(self, newChild, oldChild):
    """Put a node in the place of a child."""
    if newChild is oldChild:
      return None
    after = oldChild.nextSibling
    if after is newChild:
      after = newChild.nextSibling
    self._index(oldChild)
    self._check_child(newChild) if newChild.nodeType != Node.DOCUMENT_FRAGMENT_NODE else None
    self.removeChild(oldChild)
    self.insertBefore(newChild, after)
    return oldChild

  def removeChild(self, oldChild):
    """Take a child out."""
    del self.childNodes[self._index(oldChild)]
    before, after = oldChild.previousSibling, oldChild.nextSibling
    if before is not None:
      before.nextSibling = after
    if after is not None:
      after.previousSibling = before
    oldChild.parentNode = oldChild.previousSibling = oldChild.nextSibling = None
    return oldChild

  def normalize(self):
    """Join texts that stand side by side, and remove empty ones."""
    for child in tuple(self.childNodes):
      if child.nodeType != Node.TEXT_NODE:
        child.normalize()
      elif not child.data:
        self.removeChild(child)
      elif child.previousSibling is not None and child.previousSibling.nodeType == Node.TEXT_NODE:
        child.previousSibling.data += child.data
        self.removeChild(child)

  def cloneNode(self, deep):
    """A copy of the node, without or with what is in it."""
    return _clone(self, deep, self.ownerDocument or self)

  def isSupported(self, feature, version):
    return self.ownerDocument.implementation.hasFeature(feature, version)

  def isSameNode(self, other):
    """Whether it is this very node."""
    return self is other

  def getInterface(self, feature):
    return self if self.isSupported(feature, None) else None

  def getUserData(self, key):
    """What a program stored with the node."""
    return getattr(self, "_user_data", {}).get(key, (None,))[0]

  def setUserData(self, key, data, handler):
    """Store something with the node; what was there before."""
    stored = self.__dict__.setdefault("_user_data", {})
    before = stored.pop(key, (None,))[0]
    if data is not None:
      stored[key] = data, handler
    return before

  def unlink(self):
    """Break the references inside of the tree."""
    self.parentNode = self.ownerDocument = None
    for child in self.childNodes:
      child.unlink()
    if self.childNodes:
      self.childNodes = NodeList()
    self.previousSibling = self.nextSibling = None

  def __enter__(self):
    return self

  def __exit__(self, et, ev, tb):
    self.unlink()


def _elements(node, test, found):
  for child in node.childNodes:
    if child.nodeType == Node.ELEMENT_NODE:
      if test(child):
        found.append(child)
      _elements(child, test, found)
  return found


class _Searched(Node):
  """Nodes in which elements can be searched."""

  def getElementsByTagName(self, name):
    """The elements inside that have a name; "*" is any."""
    return _elements(self, lambda element: name in ("*", element.tagName), NodeList())

  def getElementsByTagNameNS(self, namespaceURI, localName):
    """The elements inside that have a name in a namespace."""
    return _elements(self, lambda element: localName in ("*", element.localName) and namespaceURI in ("*", element.namespaceURI), NodeList())


class DocumentFragment(Node):
  """Nodes without a parent."""

  nodeType = Node.DOCUMENT_FRAGMENT_NODE
  nodeName = "#document-fragment"
  _allowed = (1, 3, 4, 5, 7, 8, 12)

  def __init__(self):
    self.childNodes = NodeList()


def _split(name):
  prefix, colon, local = name.partition(":")
  return (prefix, local) if colon else (None, name)


class Childless:
  """What nodes without children do instead."""

  def appendChild(self, node):
    raise HierarchyRequestErr(f"{self.nodeName} nodes cannot have children")

  def insertBefore(self, newChild, refChild):
    raise HierarchyRequestErr(f"{self.nodeName} nodes do not have children")

  def removeChild(self, oldChild):
    raise NotFoundErr(f"{self.nodeName} nodes do not have children")

  def replaceChild(self, newChild, oldChild):
    raise HierarchyRequestErr(f"{self.nodeName} nodes do not have children")

  def normalize(self):
    """Nothing to do."""


class ReadOnlySequentialNamedNodeMap:
  """Nodes in their order, looked up by name; they can't be changed."""

  __slots__ = "_seq",

  def __init__(self, seq=()):
    self._seq = seq

  def __len__(self):
    return len(self._seq)

  length = property(__len__, doc="The number of nodes.")

  def getNamedItem(self, name):
    """The node of a name, or None."""
    return next((node for node in self._seq if node.nodeName == name), None)

  def getNamedItemNS(self, namespaceURI, localName):
    """The node of a name in a namespace, or None."""
    return next((node for node in self._seq if node.namespaceURI == namespaceURI and node.localName == localName), None)

  def __getitem__(self, name_or_tuple):
    node = self.getNamedItemNS(*name_or_tuple) if isinstance(name_or_tuple, tuple) else self.getNamedItem(name_or_tuple)
    if node is None:
      raise KeyError(name_or_tuple)
    return node

  def item(self, index):
    """The node at a place, or None."""
    return self._seq[index] if 0 <= index < len(self._seq) else None

  def _refuse(self, *names):
    raise NoModificationAllowedErr("NamedNodeMap instance is read-only")

  removeNamedItem = removeNamedItemNS = setNamedItem = setNamedItemNS = _refuse


class TypeInfo:
  """The type that a schema gives; there is none here."""

  __slots__ = "namespace", "name"

  def __init__(self, namespace, name):
    self.namespace = namespace
    self.name = name

  def __repr__(self):
    source = f" (from {self.namespace!r})" if self.namespace else ""
    return f"<{self.__class__.__name__} {self.name!r}{source}>"


_no_type = TypeInfo(None, None)


class Attr(Node):
  """An attribute."""

  nodeType = Node.ATTRIBUTE_NODE
  ownerElement = None
  specified = False
  schemaType = _no_type

  def __init__(self, qName, namespaceURI=EMPTY_NAMESPACE, localName=None, prefix=None):
    self.nodeName = self.name = qName
    self.namespaceURI = namespaceURI
    self.prefix = _split(qName)[0] if prefix is None else prefix
    self.localName = localName or _split(qName)[1]
    self._value = ""

  @property
  def value(self):
    """The value."""
    return self._value

  @value.setter
  def value(self, value):
    self._value = value

  nodeValue = value

  @property
  def childNodes(self):
    text = Text()
    text.data, text.ownerDocument = self._value, self.ownerDocument
    return NodeList([text])

  def unlink(self):
    self.ownerElement = self.ownerDocument = None

  isId = False


class NamedNodeMap:
  """The attributes of an element."""

  def __init__(self, attrs, attrsNS, ownerElement):
    self._attrs = attrs
    self._attrsNS = attrsNS
    self._owner = ownerElement

  length = property(lambda self: len(self._attrs), doc="The number of attributes.")

  def item(self, index):
    """The attribute at a place, or None."""
    nodes = list(self._attrs.values())
    return nodes[index] if 0 <= index < len(nodes) else None

  def items(self):
    return [(node.nodeName, node.value) for node in self._attrs.values()]

  def itemsNS(self):
    return [((node.namespaceURI, node.localName), node.value) for node in self._attrs.values()]

  def __contains__(self, key):
    return key in (self._attrs if isinstance(key, str) else self._attrsNS)

  def keys(self):
    return self._attrs.keys()

  def keysNS(self):
    return self._attrsNS.keys()

  def values(self):
    return self._attrs.values()

  def get(self, name, value=None):
    return self._attrs.get(name, value)

  def __len__(self):
    return len(self._attrs)

  def __getitem__(self, name):
    return self._attrsNS[name] if isinstance(name, tuple) else self._attrs[name]

  def __setitem__(self, name, value):
    if isinstance(value, str):
      self._owner.setAttribute(name, value)
    elif isinstance(value, Attr):
      self._owner.setAttributeNode(value)
    else:
      raise TypeError("value must be a string or Attr object")

  def __delitem__(self, name):
    self._owner.removeAttributeNode(self[name])

  def getNamedItem(self, name):
    return self._attrs.get(name)

  def getNamedItemNS(self, namespaceURI, localName):
    return self._attrsNS.get((namespaceURI, localName))

  def setNamedItem(self, node):
    return self._owner.setAttributeNode(node)

  setNamedItemNS = setNamedItem

  def removeNamedItem(self, name):
    if name not in self._attrs:
      raise NotFoundErr()
    return self._owner.removeAttributeNode(self._attrs[name])

  def removeNamedItemNS(self, namespaceURI, localName):
    if (namespaceURI, localName) not in self._attrsNS:
      raise NotFoundErr()
    return self._owner.removeAttributeNode(self._attrsNS[namespaceURI, localName])


def _escaped(text):
  return text.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;").replace(">", "&gt;")


class Element(_Searched):
  """An element."""

  nodeType = Node.ELEMENT_NODE
  schemaType = _no_type
  _allowed = (1, 3, 4, 5, 7, 8)

  def __init__(self, tagName, namespaceURI=EMPTY_NAMESPACE, prefix=None, localName=None):
    self.tagName = self.nodeName = tagName
    self.prefix = prefix
    self.namespaceURI = namespaceURI
    self.localName = localName or _split(tagName)[1]
    self.childNodes = NodeList()
    self._attrs, self._attrsNS = {}, {}

  attributes = property(lambda self: NamedNodeMap(self._attrs, self._attrsNS, self), doc="The attributes.")

  def __repr__(self):
    return "<DOM Element: %s at %#x>" % (self.tagName, id(self))

  def getAttribute(self, attname):
    """The value of an attribute, or an empty text."""
    return self._attrs[attname].value if attname in self._attrs else ""

  def getAttributeNS(self, namespaceURI, localName):
    node = self._attrsNS.get((namespaceURI, localName))
    return "" if node is None else node.value

  def setAttribute(self, attname, value):
    """Set an attribute."""
    node = self._attrs.get(attname)
    if node is None:
      node = Attr(attname)
      node.ownerDocument = self.ownerDocument
      self._add(node)
    node.value = value

  def setAttributeNS(self, namespaceURI, qualifiedName, value):
    prefix, local = _split(qualifiedName)
    node = self._attrsNS.get((namespaceURI, local))
    if node is None:
      node = Attr(qualifiedName, namespaceURI, local, prefix)
      node.ownerDocument = self.ownerDocument
      self._add(node)
    node.value = value

  def _add(self, node):
    self._attrs[node.name] = self._attrsNS[node.namespaceURI, node.localName] = node
    node.ownerElement = self

  def getAttributeNode(self, attrname):
    return self._attrs.get(attrname)

  def getAttributeNodeNS(self, namespaceURI, localName):
    return self._attrsNS.get((namespaceURI, localName))

  def setAttributeNode(self, attr):
    """Add an attribute; the one that it replaces, or None."""
    if attr.ownerElement not in (None, self):
      raise InuseAttributeErr("attribute node already owned")
    before = self._attrs.get(attr.name) or self._attrsNS.get((attr.namespaceURI, attr.localName))
    if before is not None and before is not attr:
      self.removeAttributeNode(before)
    self._add(attr)
    return before if before is not attr else None

  setAttributeNodeNS = setAttributeNode

  def removeAttribute(self, name):
    """Remove an attribute."""
    if name not in self._attrs:
      raise NotFoundErr()
    self.removeAttributeNode(self._attrs[name])

  def removeAttributeNS(self, namespaceURI, localName):
    if (namespaceURI, localName) not in self._attrsNS:
      raise NotFoundErr()
    self.removeAttributeNode(self._attrsNS[namespaceURI, localName])

  def removeAttributeNode(self, node):
    if node is None or self._attrs.get(node.name) is not node:
      raise NotFoundErr()
    del self._attrs[node.name], self._attrsNS[node.namespaceURI, node.localName]
    node.ownerElement = None
    return node

  removeAttributeNodeNS = removeAttributeNode

  def hasAttribute(self, name):
    return name in self._attrs

  def hasAttributeNS(self, namespaceURI, localName):
    return (namespaceURI, localName) in self._attrsNS

  def hasAttributes(self):
    return bool(self._attrs)

  def setIdAttribute(self, name):
    """Let an attribute be the name by which getElementById() finds the element."""
    self.setIdAttributeNode(self.getAttributeNode(name))

  def setIdAttributeNS(self, namespaceURI, localName):
    self.setIdAttributeNode(self.getAttributeNodeNS(namespaceURI, localName))

  def setIdAttributeNode(self, idAttr):
    if idAttr is None or idAttr.ownerElement is not self:
      raise NotFoundErr()
    idAttr.isId = True

  def unlink(self):
    for node in list(self._attrs.values()):
      node.unlink()
    self._attrs, self._attrsNS = {}, {}
    super().unlink()

  def writexml(self, writer, indent="", addindent="", newl=""):
    """Write the element; `indent` stands before it, `addindent` more before what is in it."""
    writer.write(indent + "<" + self.tagName)
    for name, node in self._attrs.items():
      writer.write(' %s="%s"' % (name, _escaped(node.value)))
    if not self.childNodes:
      writer.write("/>" + newl)
      return
    writer.write(">")
    if len(self.childNodes) == 1 and self.childNodes[0].nodeType in (Node.TEXT_NODE, Node.CDATA_SECTION_NODE):
      self.childNodes[0].writexml(writer, "", "", "")
    else:
      writer.write(newl)
      for child in self.childNodes:
        child.writexml(writer, indent + addindent, addindent, newl)
      writer.write(indent)
    writer.write("</%s>%s" % (self.tagName, newl))


class CharacterData(Childless, Node):
  """Nodes that are text."""

  def __init__(self):
    self.data = ""

  nodeValue = property(lambda self: self.data, lambda self, data: setattr(self, "data", data), doc="The text.")
  length = property(lambda self: len(self.data), doc="The number of characters.")

  def __len__(self):
    return len(self.data)

  def __repr__(self):
    return '<DOM %s node "%r%s">' % (self.__class__.__name__, self.data[:10], "..." if len(self.data) > 10 else "")

  def _check(self, offset, count=0):
    if offset < 0:
      raise IndexSizeErr("offset cannot be negative")
    if offset >= len(self.data):
      raise IndexSizeErr("offset cannot be beyond end of data")
    if count < 0:
      raise IndexSizeErr("count cannot be negative")

  def substringData(self, offset, count):
    self._check(offset, count)
    return self.data[offset:offset + count]

  def appendData(self, arg):
    self.data += arg

  def insertData(self, offset, arg):
    self._check(offset)
    if arg:
      self.data = self.data[:offset] + arg + self.data[offset:]

  def deleteData(self, offset, count):
    self._check(offset, count)
    self.data = self.data[:offset] + self.data[offset + count:]

  def replaceData(self, offset, count, arg):
    self._check(offset, count)
    if count:
      self.data = self.data[:offset] + arg + self.data[offset + count:]


class Text(CharacterData):
  """Text."""

  nodeType = Node.TEXT_NODE
  nodeName = "#text"

  def splitText(self, offset):
    """Cut the text in two; the new node with the second part."""
    if offset < 0 or offset > len(self.data):
      raise IndexSizeErr("illegal offset value")
    rest = self.__class__()
    rest.data, rest.ownerDocument = self.data[offset:], self.ownerDocument
    if self.parentNode is not None:
      self.parentNode.insertBefore(rest, self.nextSibling)
    self.data = self.data[:offset]
    return rest

  def writexml(self, writer, indent="", addindent="", newl=""):
    writer.write("%s%s%s" % (indent, _escaped(self.data), newl))

  @property
  def wholeText(self):
    """The text with that of the texts around."""
    node = self
    while node.previousSibling is not None and node.previousSibling.nodeType in (Node.TEXT_NODE, Node.CDATA_SECTION_NODE):
      node = node.previousSibling
    parts = []
    while node is not None and node.nodeType in (Node.TEXT_NODE, Node.CDATA_SECTION_NODE):
      parts.append(node.data)
      node = node.nextSibling
    return "".join(parts)


  def replaceWholeText(self, content):
    """Put one text in the place of the texts around; the node, or None if the text is empty."""
    for node in (self.previousSibling, self.nextSibling):
      while node is not None and node.nodeType in (Node.TEXT_NODE, Node.CDATA_SECTION_NODE):
        next_node = node.previousSibling if node is self.previousSibling else node.nextSibling
        self.parentNode.removeChild(node)
        node = next_node
    if not content:
      self.parentNode.removeChild(self)
      return None
    self.data = content
    return self


class CDATASection(Text):
  """Text that is written without escapes."""

  nodeType = Node.CDATA_SECTION_NODE
  nodeName = "#cdata-section"

  def writexml(self, writer, indent="", addindent="", newl=""):
    if "]]>" in self.data:
      raise ValueError("']]>' not allowed in a CDATA section")
    writer.write("<![CDATA[%s]]>" % self.data)


class Comment(CharacterData):
  """A comment."""

  nodeType = Node.COMMENT_NODE
  nodeName = "#comment"

  def __init__(self, data):
    self.data = data

  def writexml(self, writer, indent="", addindent="", newl=""):
    if "--" in self.data:
      raise ValueError("'--' is not allowed in a comment node")
    writer.write("%s<!--%s-->%s" % (indent, self.data, newl))


class ProcessingInstruction(Childless, Node):
  """A processing instruction."""

  nodeType = Node.PROCESSING_INSTRUCTION_NODE

  def __init__(self, target, data):
    self.target = self.nodeName = target
    self.data = data

  nodeValue = property(lambda self: self.data, lambda self, data: setattr(self, "data", data), doc="The text.")

  def writexml(self, writer, indent="", addindent="", newl=""):
    writer.write("%s<?%s %s?>%s" % (indent, self.target, self.data, newl))


class Identified:
  """What has a public and a system identifier."""

  def _identified_mixin_init(self, publicId, systemId):
    self.publicId, self.systemId = publicId, systemId

  def _get_publicId(self):
    return self.publicId

  def _get_systemId(self):
    return self.systemId


class Entity(Identified, Node):
  """An entity that the document type declares; its text is a child."""

  nodeType = Node.ENTITY_NODE
  actualEncoding = encoding = version = None

  def __init__(self, name, publicId, systemId, notation):
    self.nodeName, self.notationName = name, notation
    self.childNodes = NodeList()
    self._identified_mixin_init(publicId, systemId)

  def appendChild(self, newChild):
    raise HierarchyRequestErr("cannot append children to an entity node")

  def insertBefore(self, newChild, refChild):
    raise HierarchyRequestErr("cannot insert children below an entity node")

  def removeChild(self, oldChild):
    raise HierarchyRequestErr("cannot remove children from an entity node")

  def replaceChild(self, newChild, oldChild):
    raise HierarchyRequestErr("cannot replace children of an entity node")


class Notation(Identified, Childless, Node):
  """A notation that the document type declares."""

  nodeType = Node.NOTATION_NODE

  def __init__(self, name, publicId, systemId):
    self.nodeName = name
    self._identified_mixin_init(publicId, systemId)


class DocumentType(Identified, Childless, Node):
  """The declaration of the document type."""

  nodeType = Node.DOCUMENT_TYPE_NODE
  publicId = systemId = internalSubset = None

  def __init__(self, qualifiedName):
    self.name = self.nodeName = _split(qualifiedName)[1]
    self.entities, self.notations = ReadOnlySequentialNamedNodeMap([]), ReadOnlySequentialNamedNodeMap([])

  def writexml(self, writer, indent="", addindent="", newl=""):
    writer.write("<!DOCTYPE " + self.name)
    if self.publicId:
      writer.write("%s  PUBLIC '%s'%s  '%s'" % (newl, self.publicId, newl, self.systemId))
    elif self.systemId:
      writer.write("%s  SYSTEM '%s'" % (newl, self.systemId))
    if self.internalSubset is not None:
      writer.write(" [%s]" % self.internalSubset)
    writer.write(">" + newl)


class DOMImplementation:
  """Makes documents."""

  def hasFeature(self, feature, version):
    return feature.lower() in ("core", "xml") and (version or "2.0") in ("1.0", "2.0")

  def createDocument(self, namespaceURI, qualifiedName, doctype):
    """A new document with its root element."""
    if doctype and doctype.parentNode is not None:
      raise WrongDocumentErr("doctype object owned by another DOM tree")
    document = Document()
    if doctype:
      document.appendChild(doctype)
      doctype.ownerDocument = document
    if not qualifiedName and not (namespaceURI is None and qualifiedName is None and doctype is None):
      raise InvalidCharacterErr("Element with no name")
    if qualifiedName:
      if _split(qualifiedName)[0] == "xml" and namespaceURI != XML_NAMESPACE:
        raise NamespaceErr("illegal use of 'xml' prefix")
      if _split(qualifiedName)[0] and not namespaceURI:
        raise NamespaceErr("illegal use of prefix without namespaces")
      document.appendChild(document.createElementNS(namespaceURI, qualifiedName))
    return document

  def createDocumentType(self, qualifiedName, publicId, systemId):
    doctype = DocumentType(qualifiedName)
    doctype.publicId, doctype.systemId = publicId, systemId
    return doctype

  def getInterface(self, feature):
    return self if self.hasFeature(feature, None) else None


class Document(_Searched):
  """A document: its type, its root element, and what makes nodes."""

  nodeType = Node.DOCUMENT_NODE
  nodeName = "#document"
  implementation = DOMImplementation()
  actualEncoding = encoding = standalone = version = None
  documentURI = errorHandler = None
  strictErrorChecking = False
  _allowed = (1, 7, 8, 10)

  def __init__(self):
    self.childNodes = NodeList()

  def _child(self, kind):
    return next((child for child in self.childNodes if child.nodeType == kind), None)

  documentElement = property(lambda self: self._child(Node.ELEMENT_NODE), doc="The root element.")
  doctype = property(lambda self: self._child(Node.DOCUMENT_TYPE_NODE), doc="The declaration of the document type.")

  def _check_child(self, child):
    super()._check_child(child)
    if child.nodeType == Node.ELEMENT_NODE and self.documentElement not in (None, child):
      raise HierarchyRequestErr("two document elements disallowed")

  def _own(self, node, data=None):
    node.ownerDocument = self
    if data is not None:
      if not isinstance(data, str):
        raise TypeError("node contents must be a string")
      node.data = data
    return node

  def createDocumentFragment(self):
    return self._own(DocumentFragment())

  def createElement(self, tagName):
    """A new element."""
    return self._own(Element(tagName))

  def createTextNode(self, data):
    """A new text."""
    return self._own(Text(), data)

  def createCDATASection(self, data):
    return self._own(CDATASection(), data)

  def createComment(self, data):
    return self._own(Comment(data))

  def createProcessingInstruction(self, target, data):
    return self._own(ProcessingInstruction(target, data))

  def createAttribute(self, qName):
    return self._own(Attr(qName))

  def createElementNS(self, namespaceURI, qualifiedName):
    prefix, local = _split(qualifiedName)
    return self._own(Element(qualifiedName, namespaceURI, prefix, local))

  def createAttributeNS(self, namespaceURI, qualifiedName):
    prefix, local = _split(qualifiedName)
    return self._own(Attr(qualifiedName, namespaceURI, local, prefix))

  def getElementById(self, id):
    """The element that has a name, or None."""
    found = _elements(self, lambda element: any(node.isId and node.value == id for node in element._attrs.values()), NodeList())
    return found[0] if found else None

  def importNode(self, node, deep):
    """A copy of a node of another document."""
    if node.nodeType in (Node.DOCUMENT_NODE, Node.DOCUMENT_TYPE_NODE):
      raise NotSupportedErr("cannot import document nodes" if node.nodeType == Node.DOCUMENT_NODE else "cannot import document type nodes")
    return _clone(node, deep, self)

  def renameNode(self, n, namespaceURI, name):
    """Give an element or an attribute another name."""
    if n.ownerDocument is not self:
      raise WrongDocumentErr("cannot rename nodes from other documents;\nexpected %s,\nfound %s" % (self, n.ownerDocument))
    if n.nodeType not in (Node.ELEMENT_NODE, Node.ATTRIBUTE_NODE):
      raise NotSupportedErr("renameNode() only applies to element and attribute nodes")
    prefix, local = _split(name) if namespaceURI != EMPTY_NAMESPACE else (None, name)
    if prefix == "xmlns" and namespaceURI != XMLNS_NAMESPACE:
      raise NamespaceErr("illegal use of 'xmlns' prefix")
    element = n.ownerElement if n.nodeType == Node.ATTRIBUTE_NODE else None
    if element is not None:
      element.removeAttributeNode(n)
      n.name = name
    n.prefix, n.localName, n.namespaceURI, n.nodeName = prefix, local, namespaceURI, name
    if n.nodeType == Node.ELEMENT_NODE:
      n.tagName = name
    elif element is not None:
      element.setAttributeNodeNS(n)
    return n

  def isSupported(self, feature, version):
    return self.implementation.hasFeature(feature, version)

  def writexml(self, writer, indent="", addindent="", newl="", encoding=None, standalone=None):
    declarations = ['encoding="%s"' % encoding] if encoding else []
    if standalone is not None:
      declarations.append('standalone="%s"' % ("yes" if standalone else "no"))
    writer.write('<?xml version="1.0" %s?>%s' % (" ".join(declarations), newl))
    for node in self.childNodes:
      node.writexml(writer, indent, addindent, newl)


def _clone(node, deep, document):
  if node.nodeType == Node.DOCUMENT_NODE:
    if not deep:
      return None
    copy = document = node.implementation.createDocument(None, None, None)
  elif node.nodeType == Node.ELEMENT_NODE:
    copy = Element(node.tagName, node.namespaceURI, node.prefix, node.localName)
    for attribute in node._attrs.values():
      own = _clone(attribute, True, document)
      own.specified = attribute.specified
      copy._add(own)
  elif node.nodeType == Node.ATTRIBUTE_NODE:
    copy = Attr(node.name, node.namespaceURI, node.localName, node.prefix)
    copy.value, copy.isId, copy.specified = node.value, node.isId, True
  else:
    copy = node.__class__.__new__(node.__class__)
    vars(copy).update({name: value for name, value in vars(node).items() if name not in ("parentNode", "nextSibling", "previousSibling")})
    if "childNodes" in vars(copy):
      copy.childNodes = NodeList()
  if copy is not document:
    copy.ownerDocument = document
  if deep and node.nodeType != Node.ATTRIBUTE_NODE:
    for child in node.childNodes:
      copy.appendChild(_clone(child, True, document))
  return copy


class _Builder:
  """Makes a document of the events of a parser."""

  def __init__(self):
    from xml.parsers import expat
    self.document = self.current = Document()
    self.declared = []
    self.in_cdata = False
    self.in_doctype = False
    self.parser = parser = expat.ParserCreate(namespace_separator=" ")
    parser.namespace_prefixes = parser.buffer_text = parser.specified_attributes = True
    parser.StartElementHandler, parser.EndElementHandler = self.start, self.end
    parser.CharacterDataHandler, parser.CommentHandler = self.text, self.comment
    parser.ProcessingInstructionHandler = self.instruction
    parser.StartNamespaceDeclHandler = lambda prefix, uri: self.declared.append((prefix, uri))
    parser.StartCdataSectionHandler, parser.EndCdataSectionHandler = self.start_cdata, self.end_cdata
    parser.StartDoctypeDeclHandler, parser.EndDoctypeDeclHandler = self.doctype, self.end_doctype
    parser.EntityDeclHandler, parser.NotationDeclHandler = self.entity, self.notation
    parser.XmlDeclHandler = self.declaration
    parser.AttlistDeclHandler = self.attribute_type
    self.ids = set()

  def declaration(self, version, encoding, standalone):
    self.document.version, self.document.encoding = version, encoding
    if standalone >= 0:
      self.document.standalone = bool(standalone)

  def doctype(self, name, system, public, has_subset):
    doctype = self.document._own(self.document.implementation.createDocumentType(name, public, system))
    if has_subset:
      doctype.internalSubset = self.parser._subset
    self.document.appendChild(doctype)
    self.in_doctype = True

  def end_doctype(self):
    self.in_doctype = False

  def entity(self, name, is_parameter, value, base, system, public, notation):
    if not is_parameter:
      entity = self.document._own(Entity(name, public, system, notation))
      if value is not None:
        entity.childNodes.append(self.document.createTextNode(value))
      self.document.doctype.entities._seq.append(entity)

  def notation(self, name, base, system, public):
    self.document.doctype.notations._seq.append(self.document._own(Notation(name, public, system)))

  def attribute_type(self, element, name, kind, default, required):
    if kind == "ID":
      self.ids.add((element, name))

  @staticmethod
  def names(name):
    """(namespace, name, prefix, name with the prefix) of the parser's "namespace name prefix"."""
    parts = name.split(" ")
    if len(parts) == 1:
      return None, name, None, name
    uri, local, *prefix = parts
    return uri, local, prefix[0] if prefix else None, f"{prefix[0]}:{local}" if prefix else local

  def start(self, name, attributes):
    uri, local, prefix, qname = self.names(name)
    element = self.document._own(Element(qname, uri, prefix, local))
    self.current.appendChild(element)
    self.current = element
    for declared, uri in self.declared:
      name = "xmlns:" + declared if declared else "xmlns"
      self.attribute(element, Attr(name, XMLNS_NAMESPACE, declared or "xmlns", "xmlns"), uri or "")
    self.declared.clear()
    for name, value in attributes.items():
      uri, local, prefix, qname = self.names(name)
      attribute = Attr(qname, uri, local, prefix)
      attribute.isId = (element.tagName, qname) in self.ids
      self.attribute(element, attribute, value)

  def attribute(self, element, attribute, value):
    attribute.value, attribute.ownerDocument = value, self.document
    element._add(attribute)

  def end(self, name):
    self.current = self.current.parentNode

  def text(self, data):
    last = self.current.lastChild
    kind = CDATASection if self.in_cdata else Text
    if last is not None and last.__class__ is kind and not self.in_cdata:
      last.data += data
    else:
      self.current.appendChild(self.document._own(kind(), data))

  def start_cdata(self):
    self.in_cdata = True

  def end_cdata(self):
    self.in_cdata = False

  def comment(self, data):
    if not self.in_doctype:
      self.current.appendChild(self.document.createComment(data))

  def instruction(self, target, data):
    if not self.in_doctype:
      self.current.appendChild(self.document.createProcessingInstruction(target, data))


def parse(file, parser=None, bufsize=None):
  """The document in a file, or in the file of a name."""
  builder = _Builder()
  if isinstance(file, str):
    with open(file, "rb") as opened:
      builder.parser.ParseFile(opened)
  else:
    # Anything else has to be a file.
    file.read
    builder.parser.ParseFile(file)
  return builder.document


def parseString(string, parser=None):
  """The document in a text or in bytes."""
  builder = _Builder()
  builder.parser.Parse(string, True)
  return builder.document


def getDOMImplementation(features=None):
  """What makes documents."""
  if isinstance(features, str):
    words = features.split()
    features = list(zip(words[::2], words[1::2]))
  for feature, version in features or ():
    if not Document.implementation.hasFeature(feature, version):
      return None
  return Document.implementation
