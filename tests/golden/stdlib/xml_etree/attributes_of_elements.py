# Elements have no attributes of a program's own; messages name the class with its module.
import xml.etree.ElementTree as ET


class Own(ET.Element):
  pass


element, own = ET.Element("a"), Own("b")
own.label = "mine"
print(own.label, own.tag)
for action in (lambda: setattr(element, "label", 1), lambda: element.label, lambda: element.__setstate__(5), lambda: element + 1, lambda: element < element):
  try:
    action()
  except Exception as error:
    print(type(error).__name__, error)
