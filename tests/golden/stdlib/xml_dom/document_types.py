# Document types: their text stays, entities and notations are found, comments in them are no nodes, defaults of attributes are left out.
from xml.dom import minidom

for text in ("<!DOCTYPE a [<!ENTITY x 'y'> <!-- c --> <?p q?>\n<!ELEMENT a (b,c)*>\n<!ATTLIST a x CDATA 'q'><!NOTATION n SYSTEM 'f'>]><a>&x;</a>",
             "<!DOCTYPE a []><a/>", "<!DOCTYPE a SYSTEM 's' [<!ENTITY z SYSTEM 'f' NDATA n>\n<!ENTITY % p 'x'>]><a/>", "<!DOCTYPE a PUBLIC 'p' 's'><a/>",
             "<!-- before --><!DOCTYPE a><!-- behind --><a/>"):
  document = minidom.parseString(text)
  doctype = document.doctype
  print(document.toxml())
  print(repr(doctype.internalSubset), doctype.publicId, doctype.systemId, [node.nodeName for node in document.childNodes])
  for entities in (doctype.entities, doctype.notations):
    for i in range(entities.length):
      node = entities.item(i)
      print(" ", type(node).__name__, node.nodeName, node.publicId, node.systemId, getattr(node, "notationName", None), [child.data for child in node.childNodes])
