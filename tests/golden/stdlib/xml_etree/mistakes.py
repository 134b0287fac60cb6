# Mistakes with elements of a tree.
import xml.etree.ElementTree as ET

root = ET.fromstring("<a><b/><c/></a>")


def attempt(action):
  try:
    print(action())
  except (TypeError, IndexError, ValueError) as error:
    print(type(error).__name__, error)


def store(index, value):
  root[index] = value


def delete(index):
  del root[index]


attempt(lambda: root[9])
attempt(lambda: root["a"])
attempt(lambda: store(9, root))
attempt(lambda: store("a", root))
attempt(lambda: store(0, "x"))
attempt(lambda: store(slice(0, 1), ["x"]))
attempt(lambda: delete(9))
attempt(lambda: delete("a"))
attempt(lambda: root.insert(0, "x"))
attempt(lambda: root.append("x"))
attempt(lambda: root.append(None))
attempt(lambda: root.extend(5))
attempt(lambda: root.extend(["x"]))
attempt(lambda: root.remove(ET.Element("z")))
attempt(lambda: ET.SubElement("x", "y"))
attempt(lambda: ET.SubElement(root, "y", 5))
attempt(lambda: ET.Element("y", 5))
attempt(lambda: root.set("a"))
attempt(lambda: root.get())
attempt(lambda: root.find())
attempt(lambda: root.append())
attempt(lambda: root.insert(1))
print(root[-1].tag, [child.tag for child in root[0:2]], len(root))

# What is no document at all.
from xml.dom import minidom

for parse in (ET.fromstring, ET.XML, minidom.parseString, minidom.parse):
  for document in (None, 5, object, [b"<a/>"]):
    try:
      print(parse(document))
    except (TypeError, AttributeError) as error:
      print(parse.__name__, type(error).__name__, error)
