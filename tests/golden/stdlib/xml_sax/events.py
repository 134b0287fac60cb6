# Handlers, filters and generators of documents; escaping.
import io
import xml.sax
from xml.sax import handler, saxutils, xmlreader

print(saxutils.escape("<a> & 'b'"), saxutils.escape("a\"b", {'"': "&quot;"}), saxutils.unescape("&lt;x&gt; &amp;lt; &quot;", {"&quot;": '"'}))
for text in ("plain", 'with "', "with '", "both \" and '", "lines\n\ttabs & <"):
  print(saxutils.quoteattr(text))


class Teller(xml.sax.ContentHandler):
  def __getattribute__(self, name):
    if name in ("startDocument", "endDocument", "startElement", "endElement", "startElementNS", "endElementNS", "startPrefixMapping", "endPrefixMapping",
                "characters", "processingInstruction", "skippedEntity"):
      return lambda *arguments: print("  ", name, *[dict(argument.items()) if isinstance(argument, xmlreader.AttributesImpl) else argument for argument in arguments])
    return object.__getattribute__(self, name)


class Lexical(handler.LexicalHandler):
  def comment(self, content):
    print("   comment", content)

  def startDTD(self, name, public_id, system_id):
    print("   startDTD", name, public_id, system_id)

  def startCDATA(self):
    print("   startCDATA")


DOCUMENT = b"""<?xml version="1.0"?><!DOCTYPE a [<!ENTITY e "text">]>
<a xmlns="urn:a" xmlns:p="urn:p" p:x="1" y='2'><!-- c --><p:b>t&e;</p:b><?go now?><![CDATA[<]]></a>"""
for namespaces in (0, 1):
  print("namespaces", namespaces)
  parser = xml.sax.make_parser()
  parser.setFeature(handler.feature_namespaces, namespaces)
  parser.setProperty(handler.property_lexical_handler, Lexical())
  parser.setContentHandler(Teller())
  parser.parse(io.BytesIO(DOCUMENT))

for short in (False, True):
  out = io.StringIO()
  xml.sax.parseString(b"<a x='&lt;&quot;'><b/>t&amp;<?p q?></a>", saxutils.XMLGenerator(out, "utf-8", short))
  print(out.getvalue())
out = io.BytesIO()
generator = saxutils.XMLGenerator(out)
generator.startDocument()
generator.startPrefixMapping("p", "urn:p")
generator.startElementNS(("urn:p", "a"), "p:a", xmlreader.AttributesNSImpl({(None, "k"): "v", ("urn:p", "l"): "w"}, {}))
generator.characters("\u20ac caf\u00e9")
generator.endElementNS(("urn:p", "a"), "p:a")
generator.endPrefixMapping("p")
generator.endDocument()
print(out.getvalue())


class Upper(saxutils.XMLFilterBase):
  def startElement(self, name, attrs):
    super().startElement(name.upper(), attrs)

  def endElement(self, name):
    super().endElement(name.upper())


upper = Upper(xml.sax.make_parser())
out = io.StringIO()
upper.setContentHandler(saxutils.XMLGenerator(out))
upper.parse(io.StringIO("<a><b c='d'/></a>"))
print(out.getvalue())

for document in ("<a>", "<a></b>", "", "<a/><b/>"):
  try:
    xml.sax.parseString(document, handler.ContentHandler())
  except xml.sax.SAXParseException as error:
    print(error, error.getLineNumber(), error.getColumnNumber(), error.getMessage(), type(error.getException()).__name__)
for call in (lambda: parser.getFeature("no"), lambda: parser.setFeature(handler.feature_validation, 1), lambda: parser.getProperty("no"),
             lambda: parser.setLocale("en"), lambda: xmlreader.XMLReader().parse("x")):
  try:
    call()
  except Exception as error:
    print(type(error).__name__, error)
attributes = xmlreader.AttributesImpl({"a": "1"})
print(attributes.getLength(), attributes.getNames(), attributes.getValue("a"), attributes.get("b", 2), "a" in attributes, attributes.items(), attributes.copy()["a"])
