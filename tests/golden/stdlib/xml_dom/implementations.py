# Implementations by name and by features; documents that can't be made.
from xml import dom
from xml.dom import domreg, minidom


class Mine(minidom.DOMImplementation):
  def hasFeature(self, feature, version):
    return feature == "mine"


dom.registerDOMImplementation("mine", Mine)
print(type(dom.getDOMImplementation("mine")).__name__, type(dom.getDOMImplementation("minidom")).__name__, type(domreg.getDOMImplementation()).__name__)
print(type(dom.getDOMImplementation(features="mine")).__name__, type(dom.getDOMImplementation(features=[("core", "2.0"), ("xml", None)])).__name__, list(domreg.registered))
make = minidom.getDOMImplementation().createDocument
kind = minidom.getDOMImplementation().createDocumentType("r", None, "s")
print(make(None, None, None).toxml(), make("u", "p:r", None).toxml(), make(None, "r", kind).toxml())
for wrong in (lambda: dom.getDOMImplementation("none"), lambda: dom.getDOMImplementation(features="none 1.0"), lambda: dom.getDOMImplementation(features="1.0"),
              lambda: make("u", "", None), lambda: make(None, "p:r", None), lambda: make(None, "", None), lambda: make("u", "xml:r", None), lambda: make(None, "r", kind)):
  try:
    print(wrong())
  except Exception as error:
    print(type(error).__name__, error)
