# Where documents go wrong: the word, the line and the column of the error.
import xml.etree.ElementTree as ET

for text in ("", " ", "<", "<?", "<!", "<a", "<a ", "</", "</a", "<a></", "<a>&", "<a>&#", "<!DOCTYPE a", "<!DOCTYPE a [", "<!x>", "<! a>", "<!ELEMENT a ANY><a/>", "<!ELEMENT>",
             "<a/", "<a//>", "<a/x>", "<a/ >", "<a b/>", "<a b='1'/ >", "<a b='1'c='2'/>", "<a b='1' b='2'/>", "<a b=1/>", "<:a/>", "<a:/>", "<a:b:c xmlns:a='u'/>",
             "<a x:y:z='1' xmlns:x='u'/>", "<a :x='1'/>", "<b:c/>", "<a><b>\n</a>", "<a/><b/>", "text", "<a>\x01</a>", "<a>]]></a>", "\ufeff<a/>", " <?xml version='1.0'?><a/>",
             '{"a": 1}', "a=1", "'quoted'", '"open', "a,b", "--&", "% d", "#name", "<![CDATA[x]]>", "<!DOCTYPE a><!DOCTYPE a><a/>", "<a/>=", "<a/>'", "<a/><?xml version='1.0'?>",
             "<a/></a>", "<?xml qersion='1.0'?><a/>", "<?xml version='1.0' foo='x'?><a/>", "<?xml version='x y'?><a/>", "<?xml version=1.0?><a/>", "<?xml encoding='utf-8'?><a/>",
             "<?xml version='1.0' encoding='1a'?><a/>", "<?xml version='1.0' encoding='utf-8\"?><a/>", "<?xml version='1.0' standalone='maybe'?><a/>", "<?xml version='1.0'encoding='utf-8'?><a/>",
             "<?xml ?><a/>", "<!DOCTYPE><a/>", "<!DOCTYPE 1><a/>", "<!DOCTYPE a b><a/>", "<!DOCTYPE a SYSTEM x><a/>", "<!DOCTYPE a PUBLIC 'x'><a/>", "<!DOCTYPE a PUBLIC '{' 'y'><a/>",
             "<!DOCTYPE a [<!x>]><a/>", "<!DOCTYPE a [x]><a/>", "<!DOCTYPE a [] x><a/>", "<!DOCTYPE a SYSTEM 'q\">", "<!DOCTYPE html><html><br></html>"):
  try:
    print(repr(text), ET.tostring(ET.fromstring(text)))
  except ET.ParseError as error:
    print(repr(text), error, error.code, error.position)

# A prefix is no mistake while no namespaces are given: only tags are compared.
root = ET.fromstring("<r><a>t</a><b/></r>")
print(root.find("p:a"), root.findtext("p:a", "none"), root.findall("p:a"), root.findtext("a"), root.findtext("b"))
for find in (lambda: root.find("p:a", {}), lambda: root.find("./p:a"), lambda: list(root.iterfind("p:a")), lambda: ET.tostring(root, method="c14n")):
  try:
    print(find())
  except Exception as error:
    print(type(error).__name__, error)
