"""The parser of XML under the name of its module in CPython: xml.parsers.expat."""

from xml.parsers.expat import *
from xml.parsers.expat import EXPAT_VERSION, ErrorString, ExpatError, ParserCreate, XMLParserType, error, errors, features, model, native_encoding, version_info
