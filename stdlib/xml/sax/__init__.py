"""Documents as events: a parser calls the methods of a program's handlers.

>>> import xml.sax
>>> class Names(xml.sax.ContentHandler):
...   def startElement(self, name, attrs):
...     print(name, dict(attrs))
>>> xml.sax.parseString("<a x='1'><b/></a>", Names())
a {'x': '1'}
b {}
"""

from xml.sax._exceptions import SAXException, SAXNotRecognizedException, SAXNotSupportedException, SAXParseException, SAXReaderNotAvailable
from xml.sax.handler import ContentHandler, ErrorHandler
from xml.sax.xmlreader import InputSource

default_parser_list = ["xml.sax.expatreader"]


def parse(source, handler, errorHandler=ErrorHandler()):
  """Parse a file, the file of a name, or an InputSource."""
  parser = make_parser()
  parser.setContentHandler(handler)
  parser.setErrorHandler(errorHandler)
  parser.parse(source)


def parseString(string, handler, errorHandler=ErrorHandler()):
  """Parse a document in a text or in bytes."""
  import io
  source = InputSource()
  if isinstance(string, str):
    source.setCharacterStream(io.StringIO(string))
  else:
    source.setByteStream(io.BytesIO(string))
  parse(source, handler, ErrorHandler() if errorHandler is None else errorHandler)


def make_parser(parser_list=()):
  """A new parser of the first of some modules that can be imported, by default of xml.sax.expatreader."""
  import importlib
  for name in [*parser_list, *default_parser_list]:
    try:
      return importlib.import_module(name).create_parser()
    except ImportError:
      continue
    except SAXReaderNotAvailable:
      pass
  raise SAXReaderNotAvailable("No parsers found", None)
