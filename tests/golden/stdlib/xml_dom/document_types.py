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

# Identifiers through methods, and attributes that methods stand behind.
from xml.dom import NoModificationAllowedErr, HierarchyRequestErr, minidom
from xml.dom.minicompat import EmptyNodeList, NodeList, defproperty

declared = minidom.parseString('<!DOCTYPE a PUBLIC "p" "s" [<!ENTITY e "v"><!NOTATION n PUBLIC "of n">]><a/>').doctype
notation, entity = declared.notations.item(0), declared.entities.item(0)
for node in (declared, notation):
  print(isinstance(node, minidom.Identified), node._get_publicId(), node._get_systemId(), node.publicId)
for change in (lambda: entity.appendChild(notation), lambda: entity.insertBefore(notation, None), lambda: entity.removeChild(notation),
               lambda: entity.replaceChild(notation, notation), lambda: notation.appendChild(entity)):
  try:
    change()
  except HierarchyRequestErr as error:
    print(error)


class Sized:
  def _get_size(self):
    return 3


defproperty(Sized, "size", doc="How large.")
print(Sized().size, Sized.size.__doc__)
for of, name in ((Sized(), "size"), (NodeList(), "length"), (EmptyNodeList(), "length")):
  try:
    setattr(of, name, 1)
  except NoModificationAllowedErr as error:
    print(error)
nodes = EmptyNodeList()
print(nodes.length, nodes.item(0), nodes + [1], type([1] + nodes).__name__)
