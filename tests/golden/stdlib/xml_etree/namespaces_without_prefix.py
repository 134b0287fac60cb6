# A namespace registered with the empty prefix is written as the default one; text with lone surrogates can't be parsed.
import xml.etree.ElementTree as ET
from xml.parsers import expat

tree = ET.fromstring('<r xmlns="urn:d" xmlns:p="urn:p"><p:a p:k="1">x</p:a><b/></r>')
print(ET.tostring(tree, "unicode"))
ET.register_namespace("p", "urn:p")
ET.register_namespace("", "urn:d")
print(ET.tostring(tree, "unicode"), ET.tostring(tree[0], "unicode"), sep="\n")
try:
  print(ET.tostring(tree, "unicode", default_namespace="urn:d"))
except ValueError as error:
  print(error)
for action in (lambda: ET.register_namespace("ns1", "u"), lambda: ET.fromstring("<a>\ud800</a>"), lambda: expat.ParserCreate().Parse("<a>\udcff", False),
               lambda: ET.XMLPullParser().feed("é\ud800")):
  try:
    action()
  except ValueError as error:
    print(type(error).__name__, error)
