# Texts, comments and instructions have no children; maps of a document type can't be changed; types of schemas are unknown.
from xml.dom import minidom

document = minidom.parseString('<r a="1"><x>text<!-- c --></x><?pi d?></r>')
root = document.documentElement
text, comment = root.firstChild.childNodes
attribute = root.getAttributeNode("a")
print(attribute.schemaType, root.schemaType, attribute.schemaType.name, attribute.specified, root.cloneNode(False).getAttributeNode("a").specified)
kind = minidom.getDOMImplementation().createDocumentType("q", "p", "s")
print(kind.entities.length, len(kind.notations), kind.entities.item(0), kind.entities.getNamedItem("x"), kind.notations.getNamedItemNS("u", "x"))
for action in (lambda: text.appendChild(comment), lambda: comment.insertBefore(text, None), lambda: root.lastChild.removeChild(text),
               lambda: text.replaceChild(comment, text), lambda: kind.appendChild(text), lambda: kind.entities["x"], lambda: kind.entities["u", "x"],
               lambda: kind.entities.removeNamedItem("x"), lambda: kind.notations.setNamedItem(attribute), lambda: kind.entities.removeNamedItemNS("u", "x")):
  try:
    action()
  except Exception as error:
    print(type(error).__name__, error)
print(text.normalize(), text.hasChildNodes(), text.firstChild, text.childNodes.length)
