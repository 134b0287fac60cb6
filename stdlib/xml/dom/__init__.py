"""Documents as trees of nodes: what the Document Object Model calls things. The nodes are in xml.dom.minidom."""


class Node:
  """The kinds of nodes."""

  ELEMENT_NODE = 1
  ATTRIBUTE_NODE = 2
  TEXT_NODE = 3
  CDATA_SECTION_NODE = 4
  ENTITY_REFERENCE_NODE = 5
  ENTITY_NODE = 6
  PROCESSING_INSTRUCTION_NODE = 7
  COMMENT_NODE = 8
  DOCUMENT_NODE = 9
  DOCUMENT_TYPE_NODE = 10
  DOCUMENT_FRAGMENT_NODE = 11
  NOTATION_NODE = 12


class DOMException(Exception):
  """An operation that a tree does not allow; `code` tells why."""

  def __init__(self, *args, **kw):
    if self.__class__ is DOMException:
      raise RuntimeError("DOMException should not be instantiated directly")
    super().__init__(*args, **kw)

  def _get_code(self):
    return self.code


_ERRORS = ("IndexSize DomstringSize HierarchyRequest WrongDocument InvalidCharacter NoDataAllowed NoModificationAllowed NotFound NotSupported "
           "InuseAttribute InvalidState Syntax InvalidModification Namespace InvalidAccess Validation").split()
for _code, _name in enumerate(_ERRORS, 1):
  globals()[_name + "Err"] = type(_name + "Err", (DOMException,), {"code": _code, "__module__": __name__})
  _words = "".join("_" + char if char.isupper() else char for char in _name).lstrip("_").upper()
  globals()["DOMSTRING_SIZE_ERR" if _name == "DomstringSize" else _words + "_ERR"] = _code
del _code, _name, _words


class UserDataHandler:
  """What happened to a node that has data of a program."""

  NODE_CLONED = 1
  NODE_IMPORTED = 2
  NODE_DELETED = 3
  NODE_RENAMED = 4


XML_NAMESPACE = "http://www.w3.org/XML/1998/namespace"
XMLNS_NAMESPACE = "http://www.w3.org/2000/xmlns/"
XHTML_NAMESPACE = "http://www.w3.org/1999/xhtml"
EMPTY_NAMESPACE = None
EMPTY_PREFIX = None


# Functions that make the implementations of programs, by name.
_registered = {}


def registerDOMImplementation(name, factory):
  """Make an implementation known: a function that gives it."""
  _registered[name] = factory


def getDOMImplementation(name=None, features=()):
  """An implementation of the model: that of a name, or the first one with all features, given as (name, version) or as a text of both."""
  from xml.dom import minidom
  if name == "minidom":
    return minidom.getDOMImplementation()
  if name:
    return _registered[name]()
  if isinstance(features, str):
    features = _parse_features(features)
  for make in (*_registered.values(), minidom.getDOMImplementation):
    implementation = make()
    if all(implementation.hasFeature(feature, version) for feature, version in features):
      return implementation
  raise ImportError("no suitable DOM implementation found")


def _parse_features(text):
  features, words = [], text.split()
  while words:
    feature = words.pop(0)
    if feature[0].isdecimal():
      raise ValueError(f"bad feature name: {feature!r}")
    features.append((feature, words.pop(0) if words and words[0][0].isdecimal() else None))
  return features
