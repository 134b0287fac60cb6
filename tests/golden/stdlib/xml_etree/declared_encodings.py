# Encodings that a document declares: Expat's own, those of one byte a character by a table, and what is refused.
import io
import xml.etree.ElementTree as ET

for encoding in ("utf-8", "UTF-8", "utf8", "us-ascii", "ascii", "iso-8859-1", "latin1", "windows-1252", "koi8-r", "utf-16", "utf-7", "idna", "hex", "nope"):
  for body in (b"x", b"\xc3\xa9", b"\xe9", b"\x81"):
    document = b'<?xml version="1.0" encoding="' + encoding.encode() + b'"?><a>' + body + b"</a>"
    try:
      print(encoding, body, ascii(ET.parse(io.BytesIO(document)).getroot().text))
    except Exception as error:
      print(encoding, body, type(error).__name__, error)
for encoding in ("utf-8", "cp1252", "nope"):
  try:
    print(encoding, ascii(ET.fromstring(b"<a>\xe9</a>", ET.XMLParser(encoding=encoding)).text))
  except Exception as error:
    print(encoding, type(error).__name__, error)
print(ET.fromstring('<?xml version="1.0" encoding="nope"?><a>é</a>').text)
