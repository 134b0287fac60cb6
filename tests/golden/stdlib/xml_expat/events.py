# What the parser finds in documents, whole or in pieces, and where they are wrong.
from xml.parsers import expat

DOCUMENTS = [
  '',
  'abc',
  '<a>',
  '<a></b>',
  '<a/>x',
  '<a/> \n <b/>',
  '<a>&foo;</a>',
  "<a b='1' b='2'/>",
  '<a b=1/>',
  '<a',
  '<a><',
  '<a>&',
  '<a>&x',
  '<a>&#0;</a>',
  '<a>]]></a>',
  '<a><!-- -- --></a>',
  "<a><?xml version='1.0'?></a>",
  "<?xml version='2'?><a/>",
  '<?xml?><a/>',
  '<x:a/>',
  "<a b='<'/>",
  "<a b='&x;'/>",
  "<a b c='1'/>",
  "<a b='1'c='2'/>",
  '<a\n x/>',
  '<1a/>',
  '<a>\x01</a>',
  "<!DOCTYPE a [<!ENTITY b '&b;'>]><a>&b;</a>",
  '</a>',
  '<a></a',
  '<a><b></a>',
  " <?xml version='1.0'?><a/>",
  "<a xmlns:b=''/>",
  '<!DOCTYPE a><a>&foo;</a>',
  "<!DOCTYPE a SYSTEM 'x'><a>&foo;</a>",
  "<?xml version='1.0' encoding='nope'?><a/>",
  '<a><!foo></a>',
  '<!foo><a/>',
  '&x;<a/>',
  '<a>&lt</a>',
  '<a>& b</a>',
  '<a>&#xZ;</a>',
  '<a><?b?></a',
  '<?a',
  '<!--',
  "<a b='x",
  "<a b='1' / >",
  '<a></a b>',
  '<a ></a >',
  b'<a>\xff</a>',
  b'<a>\xe2\x82',
  "<a b='\x01'/>",
  "<a xmlns:xml='x'/>",
  '<a>one\r\ntwo\rthree&amp;&#65;&#x42;</a>',
  '<a x=\'1\n2\t3 &lt;&#10;\' y="\'"><b/><?pi some data?><!--c--><![CDATA[<x>&]]>t</a><!--after--><?z?>',
  "<a xmlns='u' xmlns:p='v' p:q='1' r='2'><p:b/><c xmlns=''/></a>",
  "<?xml version='1.0' encoding='utf-8' standalone='yes'?>\n<!DOCTYPE a PUBLIC 'pub' 'sys' [\n<!ENTITY e 'text <b>in</b>'>\n<!ENTITY x SYSTEM 'file'>\n<!ELEMENT a (b|c)*>\n<!ELEMENT b (#PCDATA|d)*>\n<!ELEMENT q EMPTY>\n<!ELEMENT s (x,(y|z)+,w?)>\n<!ATTLIST a d CDATA 'def' e ID #REQUIRED f (one|two) 'one' g NMTOKEN #IMPLIED h CDATA #FIXED 'fx'>\n<!NOTATION n SYSTEM 'note'>\n<!ENTITY u SYSTEM 'pic' NDATA n>\n<!-- in dtd --><?dpi x?>\n]>\n<a e='1'>&e;&x;</a>",
  b'\xef\xbb\xbf<a>\xc3\xa9</a>',
  b'\xff\xfe<\x00a\x00>\x00\xe9\x00<\x00/\x00a\x00>\x00',
  b"<?xml version='1.0' encoding='iso-8859-1'?><a>\xe9</a>",
  b'<a',
  '<a>]]</a>',
  '<a>x]</a>',
  '<a.b-c:d_e/>',
  '<é/>',
  '<a>&b</a>',
  "<a b='&#xD800;'/>",
]
HANDLERS = ("StartElement EndElement CharacterData ProcessingInstruction Comment StartCdataSection EndCdataSection StartNamespaceDecl EndNamespaceDecl "
            "XmlDecl StartDoctypeDecl EndDoctypeDecl ElementDecl AttlistDecl EntityDecl NotationDecl UnparsedEntityDecl ExternalEntityRef").split()


def events(document, separator, step):
  found = []

  def note(name, *arguments):
    found.append((name, *arguments))
    return 1

  parser = expat.ParserCreate(namespace_separator=separator)
  parser.buffer_text = True
  for name in HANDLERS:
    setattr(parser, name + "Handler", lambda *arguments, name=name: note(name, *arguments))
  try:
    for begin in range(0, len(document), step):
      parser.Parse(document[begin:begin + step])
    parser.Parse(document[:0], True)
  except expat.ExpatError as error:
    found.append((str(error), error.code, error.lineno, error.offset))
  return found


for document in DOCUMENTS:
  whole = events(document, None, 10000)
  print(repr(document))
  for event in whole:
    print("   ", *event)
  named = events(document, "}", 10000)
  if named != whole:
    print("    with namespaces:", *named)
  pieces = ["".join(event[1] for event in found if event[0] == "CharacterData") for found in (whole, events(document, None, 1))]
  print("    same in pieces:", pieces[0] == pieces[1], [event for event in events(document, None, 1) if event[0] != "CharacterData"] ==
        [event for event in whole if event[0] != "CharacterData"])
