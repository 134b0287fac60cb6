"""A parser of XML that calls a program's functions for what it finds.

>>> from xml.parsers import expat
>>> parser = expat.ParserCreate()
>>> parser.StartElementHandler = print
>>> parser.CharacterDataHandler = print
>>> parser.Parse("<greeting lang='en'>hello</greeting>", True)
greeting {'lang': 'en'}
hello
1

It has the functions and the errors of the library Expat, and is written in the language. Documents come in pieces; a piece is parsed
as far as its tokens are whole. External entities are left to the program, external declarations are not read.
"""

import codecs
import re
import sys
from types import ModuleType as _ModuleType
from xml.parsers import _errors
from xml.parsers._doctype import BAD as _BAD, NAME as _NAME, read_doctype as _read_doctype, refuse as _refuse
from xml.parsers._errors import ExpatError, Failure as _Failure, Incomplete as _Incomplete

EXPAT_VERSION = "expat_2.5.0"
version_info = (2, 5, 0)
native_encoding = "UTF-8"
features = []
XML_PARAM_ENTITY_PARSING_NEVER = 0
XML_PARAM_ENTITY_PARSING_UNLESS_STANDALONE = 1
XML_PARAM_ENTITY_PARSING_ALWAYS = 2
error = ExpatError


def _module(name, doc, **names):
  module = _ModuleType(f"{__name__}.{name}", doc)
  vars(module).update(names)
  sys.modules[module.__name__] = module
  return module


errors = _module("errors", "The errors of the parser.", codes=_errors.codes, messages=_errors.messages, **_errors.CONSTANTS)
model = _module("model", "Kinds and quantifiers of content models.", XML_CTYPE_EMPTY=1, XML_CTYPE_ANY=2, XML_CTYPE_MIXED=3, XML_CTYPE_NAME=4,
                XML_CTYPE_CHOICE=5, XML_CTYPE_SEQ=6, XML_CQUANT_NONE=0, XML_CQUANT_OPT=1, XML_CQUANT_REP=2, XML_CQUANT_PLUS=3)


def ErrorString(code, /):
  """The text of an error's number."""
  return _errors.messages.get(code)


def ParserCreate(encoding=None, namespace_separator=None, intern=None):
  """A new parser. With a separator, names in namespaces are the namespace's name, the separator and the rest."""
  if namespace_separator is not None and len(namespace_separator) > 1:
    raise ValueError("namespace_separator must be at most one character, omitted, or None")
  return XMLParserType(encoding, namespace_separator, {} if intern is None else intern)


_TEXT = re.compile(rf"[^<&{_BAD}]+")
_LINES = re.compile(r"\n|[^\n]+")  # Line ends come alone, as from Expat.
_BAD_CHAR = re.compile(f"[{_BAD}]")
_NAME_AT = re.compile(_NAME)
_BLANKS = re.compile(r"[ \t\n]*")
_ATTRIBUTE = re.compile(rf"[ \t\n]+({_NAME})[ \t\n]*=[ \t\n]*(?:\"([^<\"{_BAD}]*)\"|'([^<'{_BAD}]*)')")
_START_TAG_END = re.compile(r"[ \t\n]*(/?)>")
_END_TAG = re.compile(rf"</({_NAME})[ \t\n]*>")
_REFERENCE = re.compile(rf"&(?:({_NAME})|#([0-9]+)|#x([0-9a-fA-F]+));")
_INSTRUCTION = re.compile(rf"(?s)<\?({_NAME})(?:[ \t\n]+((?:(?!\?>).)*))?\?>")
_DECLARATION = re.compile(r"<\?xml[ \t\r\n]+version[ \t\r\n]*=[ \t\r\n]*([\"'])([a-zA-Z0-9_.\-]*)\1(?:[ \t\r\n]+encoding[ \t\r\n]*=[ \t\r\n]*([\"'])"
                          r"([A-Za-z][a-zA-Z0-9_.\-]*)\3)?(?:[ \t\r\n]+standalone[ \t\r\n]*=[ \t\r\n]*([\"'])(yes|no)\5)?[ \t\r\n]*\?>")
_PREDEFINED = {"lt": "<", "gt": ">", "amp": "&", "apos": "'", "quot": '"'}
_XML_NAMESPACE = "http://www.w3.org/XML/1998/namespace"
_XMLNS_NAMESPACE = "http://www.w3.org/2000/xmlns/"
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"), (b"<\0", "utf-16-le"),
          (b"\0<", "utf-16-be"))
# All others have to be encodings of one byte a character; _TableDecoder is for them.
_OWN_ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-16le", "utf-16be", "iso-8859-1", "us-ascii")
# Entities may make a document longer, but not without end.
_FREE_EXPANSION, _MAX_AMPLIFICATION = 8 << 20, 100
_HANDLERS = ("StartElement EndElement CharacterData ProcessingInstruction Comment StartCdataSection EndCdataSection Default DefaultHandlerExpand "
             "StartNamespaceDecl EndNamespaceDecl XmlDecl StartDoctypeDecl EndDoctypeDecl ElementDecl AttlistDecl EntityDecl NotationDecl "
             "UnparsedEntityDecl NotStandalone ExternalEntityRef SkippedEntity").split()


def _bad_declaration(text, end):
  """Where <?xml ...?> goes wrong: its attributes are a version, an encoding and standalone, in this order."""
  at, wanted = 5, ["version", "encoding", "standalone"]
  while True:
    begin = _BLANKS.match(text, at, end).end()
    if begin == end or begin == at:
      return at
    name = re.compile("[^=\\s\x80-\U0010ffff]*").match(text, begin, end)
    equals = _BLANKS.match(text, name.end(), end).end()
    if not name[0] or text[equals] != "=":
      return equals
    at = _BLANKS.match(text, equals + 1, end).end()
    quote = text[at]
    if quote not in "\"'":
      return at
    value = re.compile(r"[a-zA-Z0-9_.\-]*").match(text, at + 1, end)
    if text[value.end()] != quote:
      return value.end()
    if name[0] not in wanted or wanted[0] == "version" != name[0]:
      return begin
    if name[0] == "encoding" and not value[0][:1].isalpha() or name[0] == "standalone" and value[0] not in ("yes", "no"):
      return value.start()
    at = value.end() + 1
    del wanted[:wanted.index(name[0]) + 1]
    if not wanted:
      return _BLANKS.match(text, at, end).end()


def _is_char(number):
  return number in (9, 10, 13) or 0x20 <= number <= 0xd7ff or 0xe000 <= number <= 0xfffd or 0x10000 <= number <= 0x10ffff


class _TableDecoder:
  """Decodes an encoding that Expat does not know by a table of what each byte alone stands for."""

  def __init__(self, encoding):
    table = bytes(range(256)).decode(encoding, "replace")
    if len(table) != 256:
      raise ValueError("multi-byte encodings are not supported")
    self.table = table.replace("\ufffd", "\ufffe")  # undefined

  def decode(self, data, final):
    return codecs.charmap_decode(data, "strict", self.table)[0]


class XMLParserType:
  """A parser; the attributes whose names end in Handler are the functions that it calls."""

  for _name in _HANDLERS:
    vars()[_name if _name.endswith("Expand") else _name + "Handler"] = None
  del _name
  __module__ = "pyexpat"
  buffer_text = False
  buffer_size = 8192
  buffer_used = 0
  ordered_attributes = False
  specified_attributes = False
  namespace_prefixes = False
  ErrorCode = 0

  def __init__(self, encoding, separator, intern):
    self.intern = intern
    self._encoding = encoding
    self._separator = separator
    self._base = None
    self._decoder = None
    self._raw = b""          # Bytes before the encoding is known.
    self._text = ""          # What is not parsed yet, from _pos on.
    self._pos = self._event = 0
    self._line, self._column, self._offset = 1, 0, 0  # Where _text begins in the document.
    self._return = False     # Whether the last piece ended in a carriage return.
    self._state = self._prolog_start
    self._elements = []      # The names of open elements, with what their ends tell.
    self._namespaces = {"xml": _XML_NAMESPACE}
    self._entities = {}
    self._defaults = {}
    self._tokens = {}        # The attributes of each element that are words, in which blanks do not count.
    self._depths = []        # How many elements are open where the text of an entity begins.
    self._expanded = self._read = 0
    self._pieces = []        # Text that waits for more, with buffer_text.
    self.has_unread_declarations = self._has_doctype = False
    self._finished = False

  # Input.

  def Parse(self, data, isfinal=False, /):
    """Parse more of the document; 1, or ExpatError."""
    if self._finished:
      raise self._error(_errors.NUMBERS["FINISHED"], self._pos)
    try:
      text = self._decode(data, isfinal)
      self._append(text, isfinal)
      self._run(isfinal)
    except _Failure as failure:
      self._flush()
      raise self._error(failure.number, failure.pos) from None
    self._finished = bool(isfinal)
    return 1

  def ParseFile(self, file, /):
    """Parse the document in a file."""
    if not hasattr(file, "read"):
      raise TypeError("argument must have 'read' attribute")
    while True:
      data = file.read(2048)
      if not isinstance(data, (bytes, bytearray, str)):
        raise TypeError("read() did not return a bytes object (type=%.400s)" % type(data).__name__)
      self.Parse(data, not data)
      if not data:
        return 1

  def _decode(self, data, isfinal):
    if isinstance(data, str):
      if not data.isascii():
        # Text with lone surrogates is no text.
        data.encode()
      return data if self._read else data.removeprefix("\ufeff")
    if not isinstance(data, (bytes, bytearray)):
      try:
        data = memoryview(data)
      except TypeError:
        raise TypeError(f"a bytes-like object is required, not '{type(data).__name__}'") from None
    data = bytes(data)
    if self._decoder is None:
      self._raw += data
      encoding = self._find_encoding(isfinal)
      if encoding is None:
        return ""
      self._decoder = self._make_decoder(encoding)
      data, self._raw = self._raw, b""
    try:
      return self._decoder.decode(data, isfinal)
    except UnicodeDecodeError as error:
      # What comes before may be wrong too, and is told first.
      self._append(error.object[:error.start].decode(self._decoder_name, "ignore"), False)
      self._run(False)
      partial = error.end == len(error.object) and "unexpected end" in error.reason
      raise _Failure("PARTIAL_CHAR" if partial else "INVALID_TOKEN", len(self._text)) from None

  def _find_encoding(self, isfinal):
    """The encoding of the bytes that came so far; None if it takes more of them to know."""
    if self._encoding:
      return self._encoding
    for mark, encoding in _MARKS:
      if self._raw.startswith(mark):
        return encoding
    may_begin = any(begin.startswith(self._raw) for begin in (b"<?xml", *(mark for mark, _ in _MARKS)))
    if may_begin or self._raw.startswith(b"<?xml") and b"?>" not in self._raw:
      return "utf-8" if isfinal else None
    declared = re.match(rb"<\?xml[^>]*?encoding\s*=\s*[\"']([A-Za-z][\w.\-]*)[\"']", self._raw)
    return declared[1].decode() if declared else "utf-8"

  def _make_decoder(self, encoding):
    self._decoder_name = encoding
    name = encoding.lower()
    if name == "utf-16" and not self._encoding and not self._raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
      self._append(self._raw.decode("latin-1"), False)
      raise _Failure("INCORRECT_ENCODING", max(self._text.find(encoding), 0))
    return codecs.getincrementaldecoder(encoding)() if name in _OWN_ENCODINGS else _TableDecoder(encoding)

  def _append(self, text, isfinal):
    """Take decoded text, in which every line end becomes a line feed."""
    self._read += len(text)
    if self._return:
      text = "\r" + text
    self._return = text.endswith("\r") and not isfinal
    if self._return:
      text = text[:-1]
    if "\r" in text:
      text = text.replace("\r\n", "\n").replace("\r", "\n")
    if self._pos:
      self._line, self._column, self._offset = self._place(self._pos)
    self._text = self._text[self._pos:] + text
    self._pos = self._event = 0

  def _place(self, pos):
    """(line, column, offset in bytes) of a place in the text."""
    before = self._text[:pos]
    lines = before.count("\n")
    column = len(before) - before.rfind("\n") - 1 if lines else self._column + len(before)
    return self._line + lines, column, self._offset + (len(before) if before.isascii() else len(before.encode("utf-8", "replace")))

  def _error(self, number, pos):
    line, column, _ = self._place(pos)
    self._event, self.ErrorCode = pos, number
    error = ExpatError(f"{_errors.messages[number]}: line {line}, column {column}")
    error.code, error.lineno, error.offset = number, line, column
    return error

  CurrentLineNumber = ErrorLineNumber = property(lambda self: self._place(self._event)[0], doc="The line of the present event.")
  CurrentColumnNumber = ErrorColumnNumber = property(lambda self: self._place(self._event)[1], doc="The column of the present event.")
  CurrentByteIndex = ErrorByteIndex = property(lambda self: self._place(self._event)[2], doc="The place of the present event in bytes.")

  def SetBase(self, base, /):
    """Set what relative names of entities refer to."""
    self._base = base

  def GetBase(self):
    """What relative names of entities refer to."""
    return self._base

  def GetInputContext(self):
    """The input from the present event on, or None."""
    return self._text[self._event:].encode() if self._text else None

  def UseForeignDTD(self, flag=True, /):
    """Whether there may be declarations that the document does not name. They would not be read, whatever it is."""

  def SetParamEntityParsing(self, flag, /):
    """Whether parameter entities are read; they are not, whatever it is."""
    return 1

  def ExternalEntityParserCreate(self, context, encoding=None, /):
    """A parser with the same handlers for the text of an external entity."""
    parser = XMLParserType(encoding or None, self._separator, self.intern)
    names = [name for name in vars(self) if name.endswith(("Handler", "Expand")) or not name.startswith("_")]
    vars(parser).update({name: vars(self)[name] for name in names})
    parser._entities, parser._defaults, parser._tokens, parser._namespaces = self._entities, self._defaults, self._tokens, self._namespaces
    parser._state = parser._external_start
    parser._depths.append(0)
    return parser

  # Calls of handlers.

  def _call(self, name, *args):
    """Call a handler, if there is one; whether there was."""
    handler = getattr(self, name)
    if handler is None:
      return False
    if self._pieces:
      self._flush()
    handler(*args)
    return True

  def _default(self, pos, end):
    """Give markup that has no handler to the default one."""
    handler = self.DefaultHandlerExpand or self.DefaultHandler
    if handler is not None and pos < end:
      self._flush()
      handler(self._text[pos:end])

  def _characters(self, text):
    if self.CharacterDataHandler is None:
      handler = self.DefaultHandlerExpand or self.DefaultHandler
      if handler is not None:
        handler(text)
    elif self.buffer_text:
      self._pieces.append(text)
      self.buffer_used += len(text)
    elif "\n" in text:
      for piece in _LINES.findall(text):
        self.CharacterDataHandler(piece)
    else:
      self.CharacterDataHandler(text)

  def _flush(self):
    if self._pieces:
      text = "".join(self._pieces)
      self._pieces.clear()
      self.buffer_used = 0
      if self.CharacterDataHandler is not None:
        self.CharacterDataHandler(text)

  # The document. A state parses one token at _pos, or raises _Incomplete; it returns whether there was one.

  def _run(self, isfinal):
    try:
      while self._state():
        pass
    except _Incomplete as incomplete:
      if isfinal:
        raise _Failure(incomplete.error, len(self._text) if incomplete.error in ("NO_ELEMENTS", "UNCLOSED_CDATA_SECTION") else incomplete.pos)
    if not isfinal:
      return
    self._flush()
    if self._state != self._epilog and not (self._depths and not self._elements):
      raise _Failure("NO_ELEMENTS", len(self._text))

  def _prolog_start(self):
    """The declaration, which can only be the first thing."""
    text = self._text
    if len(text) < 6 and "<?xml ".startswith(text):
      raise _Incomplete(0, "UNCLOSED_TOKEN" if text else "NO_ELEMENTS")
    if text.startswith("<?xml") and not _NAME_AT.match(text, 5) and text[5:6] not in ("-", "."):
      self._declaration()
    self._state = self._prolog
    return True

  def _external_start(self):
    if self._text.startswith("<?xml "):
      end = self._text.find("?>")
      if end < 0:
        raise _Incomplete(0)
      self._pos = end + 2
    self._state = self._content
    return True

  def _declaration(self):
    text = self._text
    end = text.find("?>")
    if end < 0:
      raise _Incomplete(0)
    bad = _BAD_CHAR.search(text, 0, end)
    if bad:
      raise _Failure("INVALID_TOKEN", bad.start())
    found = _DECLARATION.match(text)
    if not found:
      raise _Failure("XML_DECL", _bad_declaration(text, end))
    self._event, self._pos = 0, found.end()
    standalone = -1 if found[6] is None else int(found[6] == "yes")
    self._call("XmlDeclHandler", found[2], found[4], standalone) or self._default(0, found.end())

  def _outside(self):
    """Blanks, comments and instructions, which may stand before and behind the element; whether there was one of them."""
    text, pos = self._text, self._pos
    after = _BLANKS.match(text, pos).end()
    if after > pos:
      self._pos = after
      self._default(pos, after)
      return True
    if text.startswith("<?", pos):
      return self._instruction()
    if text.startswith("<!--", pos):
      return self._comment()
    if text[pos:] in ("<", "<!", "<!-"):
      raise _Incomplete(pos)
    return False

  def _prolog(self):
    """What comes before the element."""
    text = self._text
    if self._pos >= len(text):
      return False
    if self._outside():
      return True
    pos = self._event = self._pos
    if text.startswith("<!", pos):
      self._doctype(pos)
    elif text[pos] == "<":
      self._start_tag(pos)
      self._state = self._content if self._elements else self._epilog
    else:
      _refuse(text, pos, "SYNTAX")
    return True

  def _doctype(self, pos):
    if not self._text.startswith("<!DOCTYPE", pos):
      if "<!DOCTYPE".startswith(self._text[pos:]):
        raise _Incomplete(pos)
      _refuse(self._text, pos, "SYNTAX")
    if self._has_doctype:
      raise _Failure("SYNTAX", pos)
    end, tell = _read_doctype(self, self._text, pos)
    self._has_doctype = True
    has_handler = self.StartDoctypeDeclHandler is not None
    tell()
    if not has_handler:
      self._default(pos, end)
    self._pos = end

  def _note_parameter_entity(self):
    self.has_unread_declarations = True

  def _epilog(self):
    """What comes behind the element."""
    if self._pos >= len(self._text):
      return False
    if self._outside():
      return True
    _refuse(self._text, self._pos, "JUNK_AFTER_DOC_ELEMENT")

  def _content(self):
    """What elements have inside."""
    text, pos = self._text, self._pos
    if pos >= len(text):
      return False
    self._event = pos
    found = _TEXT.match(text, pos)
    if found:
      self._plain(found[0], pos)
      return self._pos > pos
    char = text[pos]
    if char == "&":
      self._reference(pos)
      return True
    if char != "<":
      raise _Failure("INVALID_TOKEN", pos)
    second = text[pos + 1:pos + 2]
    if second == "/":
      self._end_tag(pos)
    elif second == "!":
      self._declaration_like(pos)
    elif second == "?":
      self._instruction()
    else:
      self._start_tag(pos)
    if not self._elements and not self._depths:
      self._state = self._epilog
    return True

  def _plain(self, data, pos):
    """Text without markup; brackets at its end may begin what must not stand there."""
    wrong = data.find("]]>")
    if wrong >= 0:
      raise _Failure("INVALID_TOKEN", pos + wrong + 2)
    if pos + len(data) == len(self._text) and not self._depths:
      data = data.removesuffix("]").removesuffix("]") if data.endswith("]") else data
    if data:
      self._pos = pos + len(data)
      self._characters(data)

  def _declaration_like(self, pos):
    text = self._text
    if text.startswith("<!--", pos):
      self._comment()
    elif text.startswith("<![CDATA[", pos):
      self._cdata(pos)
    elif len(text) - pos < 9 and ("<![CDATA[".startswith(text[pos:]) or "<!--".startswith(text[pos:])):
      raise _Incomplete(pos)
    else:
      raise _Failure("INVALID_TOKEN", pos + 2)

  def _cdata(self, pos):
    text = self._text
    end = text.find("]]>", pos)
    if end < 0:
      raise _Incomplete(pos, "UNCLOSED_CDATA_SECTION")
    bad = _BAD_CHAR.search(text, pos, end)
    if bad:
      raise _Failure("INVALID_TOKEN", bad.start())
    self._pos = end + 3
    if not (self.StartCdataSectionHandler or self.EndCdataSectionHandler or self.CharacterDataHandler):
      self._default(pos, end + 3)
      return
    self._call("StartCdataSectionHandler")
    if end > pos + 9:
      self._characters(text[pos + 9:end])
    self._event = end
    self._call("EndCdataSectionHandler")

  def _comment(self):
    text, pos = self._text, self._pos
    end = text.find("--", pos + 4)
    bad = _BAD_CHAR.search(text, pos, end if end >= 0 else len(text))
    if bad:
      raise _Failure("INVALID_TOKEN", bad.start())
    if end < 0 or end + 2 >= len(text):
      raise _Incomplete(pos)
    if text[end + 2] != ">":
      raise _Failure("INVALID_TOKEN", end + 2)
    self._event, self._pos = pos, end + 3
    self._call("CommentHandler", text[pos + 4:end]) or self._default(pos, end + 3)
    return True

  def _instruction(self):
    text, pos = self._text, self._pos
    found = _INSTRUCTION.match(text, pos)
    if not found:
      if text.find("?>", pos) < 0:
        raise _Incomplete(pos)
      name = _NAME_AT.match(text, pos + 2)
      raise _Failure("INVALID_TOKEN", name.end() if name else pos + 2)
    if found[1].lower() == "xml":
      error = "JUNK_AFTER_DOC_ELEMENT" if self._state == self._epilog else "MISPLACED_XML_PI"
      raise _Failure(error if found[1] == "xml" else "INVALID_TOKEN", pos)
    self._event, self._pos = pos, found.end()
    self._call("ProcessingInstructionHandler", found[1], found[2] or "") or self._default(pos, found.end())
    return True

  # References.

  def _reference(self, pos):
    text = self._text
    found = _REFERENCE.match(text, pos)
    if not found:
      self._fail_reference(text, pos)
    self._pos = found.end()
    if found[1] and found[1] not in _PREDEFINED:
      self._entity(found[1], pos, found.end())
      return
    char = _PREDEFINED[found[1]] if found[1] else self._referred_char(found, pos)
    if self.CharacterDataHandler is None:
      self._default(pos, found.end())
    else:
      self._characters(char)

  @staticmethod
  def _fail_reference(text, pos):
    """Tell where a reference goes wrong."""
    at = pos + 1
    if text.startswith("#x", at):
      end = re.compile("[0-9a-fA-F]*").match(text, at + 2).end()
    elif text.startswith("#", at):
      end = re.compile("[0-9]*").match(text, at + 1).end()
    else:
      name = _NAME_AT.match(text, at)
      end = name.end() if name else at
    if end >= len(text):
      raise _Incomplete(pos)
    raise _Failure("INVALID_TOKEN", end)

  @staticmethod
  def _referred_char(found, pos):
    number = int(found[2]) if found[2] else int(found[3], 16)
    if not _is_char(number):
      raise _Failure("BAD_CHAR_REF", pos)
    return chr(number)

  def _entity(self, name, pos, end):
    """A reference to an entity in the content of an element."""
    entity = self._entities.get(name)
    if entity is None:
      if not self.has_unread_declarations:
        raise _Failure("UNDEFINED_ENTITY", pos)
      self._call("SkippedEntityHandler", name, 0) or self._default(pos, end)
    elif entity.notation:
      raise _Failure("BINARY_ENTITY_REF", pos)
    elif entity.text is None:
      if self.ExternalEntityRefHandler is None:
        self._default(pos, end)
      elif not self._external(name, entity):
        raise _Failure("EXTERNAL_ENTITY_HANDLING", pos)
    elif self.DefaultHandler is not None and self.DefaultHandlerExpand is None:
      self._call("SkippedEntityHandler", name, 0) or self._default(pos, end)
    else:
      self._expand(entity, pos)

  def _external(self, name, entity):
    self._flush()
    # The context names the namespaces too, for the parser of the entity.
    context = [] if self._separator is None else [f"{prefix}={uri}" if prefix else f"={uri}" for prefix, uri in self._namespaces.items()]
    return self.ExternalEntityRefHandler("\f".join([*context, name]), self._base, entity.system, entity.public)

  def _expand(self, entity, pos):
    """Parse the text of an entity, which must have whole elements, in the place of the reference."""
    self._count(entity, pos)
    outer = self._text, self._pos, self._line, self._column, self._offset
    self._line, self._column, self._offset = self._place(pos)
    self._text, self._pos = entity.text, 0
    self._depths.append(len(self._elements))
    entity.is_open = True
    try:
      while self._content():
        pass
      if len(self._elements) != self._depths[-1]:
        raise _Failure("ASYNC_ENTITY", 0)
    except _Incomplete as incomplete:
      raise _Failure(incomplete.error, 0) from None
    except _Failure as failure:
      failure.pos = pos
      self._text, self._pos, self._line, self._column, self._offset = outer
      raise
    finally:
      entity.is_open = False
      self._depths.pop()
    self._text, self._pos, self._line, self._column, self._offset = outer

  def _count(self, entity, pos):
    """Refuse entities that contain themselves, and those that make much of little."""
    if entity.is_open:
      raise _Failure("RECURSIVE_ENTITY_REF", pos)
    self._expanded += len(entity.text)
    if self._expanded > _FREE_EXPANSION and self._expanded > self._read * _MAX_AMPLIFICATION:
      raise _Failure("AMPLIFICATION_LIMIT_BREACH", pos)

  def _attribute_value(self, value, pos):
    """A value as the document has it, with blanks for tabs and line ends and the texts of references."""
    if "\n" in value or "\t" in value:
      value = value.replace("\n", " ").replace("\t", " ")
    if "&" not in value:
      return value
    parts, begin = [], 0
    while (at := value.find("&", begin)) >= 0:
      found = _REFERENCE.match(value, at)
      if not found:
        raise _Failure("INVALID_TOKEN", pos)
      parts += value[begin:at], self._attribute_reference(found, pos)
      begin = found.end()
    return "".join(parts) + value[begin:]

  def _attribute_reference(self, found, pos):
    name = found[1]
    if not name:
      return self._referred_char(found, pos)
    if name in _PREDEFINED:
      return _PREDEFINED[name]
    entity = self._entities.get(name)
    if entity is None:
      if self.has_unread_declarations:
        return ""
      raise _Failure("UNDEFINED_ENTITY", pos)
    if entity.notation or entity.text is None:
      raise _Failure("BINARY_ENTITY_REF" if entity.notation else "ATTRIBUTE_EXTERNAL_ENTITY_REF", pos)
    self._count(entity, pos)
    entity.is_open = True
    try:
      return self._attribute_value(entity.text, pos)
    finally:
      entity.is_open = False

  # Tags.

  def _start_tag(self, pos):
    text = self._text
    name = _NAME_AT.match(text, pos + 1)
    if not name:
      if pos + 1 >= len(text):
        raise _Incomplete(pos)
      raise _Failure("INVALID_TOKEN", pos + 1)
    attributes, at = [], name.end()
    while found := _ATTRIBUTE.match(text, at):
      key, double, single = found.groups()
      attributes.append((key, double if double is not None else single, found.start(1)))
      at = found.end()
    end = _START_TAG_END.match(text, at)
    if not end:
      self._fail_tag(text, pos, at)
    self._pos = end.end()
    self._start(name[0], attributes, pos, end.end())
    if end[1]:
      self._end(end.end())

  @staticmethod
  def _fail_tag(text, pos, at):
    """Tell where a tag goes wrong behind its last good attribute."""
    blanks = r"[ \t\n]+"
    for pattern in (blanks, _NAME, r"[ \t\n]*", "=", r"[ \t\n]*", "[\"']"):
      found = re.compile(pattern).match(text, at)
      if not found:
        if pattern in (blanks, _NAME) and text.startswith("/", at) and at + 1 < len(text):
          at += 1
        break
      at = found.end()
    else:
      quote = text[at - 1]
      found = re.compile(rf"[^<{quote}{_BAD}]*").match(text, at)
      at = found.end()
    if at >= len(text) or text[at:] == "/":
      raise _Incomplete(pos)
    raise _Failure("INVALID_TOKEN", at)

  def _start(self, name, attributes, pos, end):
    values = {}
    for key, value, at in attributes:
      if key in values:
        raise _Failure("DUPLICATE_ATTRIBUTE", at)
      if "&" in value:
        self._check_references(value, at)
      values[key] = self._attribute_value(value, pos) if "&" in value or "\n" in value or "\t" in value else value
    for key in self._tokens.get(name, ()):
      if key in values:
        values[key] = " ".join(filter(None, values[key].split(" ")))
    specified = len(values)
    for key, value in self._defaults.get(name, {}).items():
      values.setdefault(key, value)
    tag, declared, outer = name, (), None
    if self._separator is not None:
      tag, values, declared, outer = self._resolve(name, values, pos)
    self._elements.append((name, tag, declared, outer))
    if self.specified_attributes:
      values = dict(list(values.items())[:specified])
    if self.ordered_attributes:
      values = [part for pair in values.items() for part in pair]
    self._call("StartElementHandler", tag, values) or self._default(pos, end)

  def _check_references(self, value, at):
    """Tell where a reference inside of an attribute goes wrong."""
    begin = value.find("&")
    place = self._text.find(value, at)
    while begin >= 0:
      found = _REFERENCE.match(value, begin)
      try:
        if not found:
          self._fail_reference(value + "\"", begin)
        elif not found[1]:
          self._referred_char(found, begin)
      except _Failure as failure:
        failure.pos += place
        raise
      begin = value.find("&", begin + 1)

  def _resolve(self, name, values, pos):
    """The names of a tag with their namespaces: (tag, attributes, prefixes declared, the namespaces outside)."""
    declared, outer = [], None
    for key, value in values.items():
      if key == "xmlns" or key.startswith("xmlns:"):
        outer = self._namespaces if outer is None else outer
        declared.append(self._declare(key[6:], value, pos))
    tag = self._qualified(name, pos, self._namespaces.get(""))
    resolved = {}
    for key, value in values.items():
      if key == "xmlns" or key.startswith("xmlns:"):
        continue
      key = self._qualified(key, pos, None)
      if key in resolved:
        raise _Failure("DUPLICATE_ATTRIBUTE", pos)
      resolved[key] = value
    return tag, resolved, declared, outer

  def _declare(self, prefix, uri, pos):
    if prefix == "xmlns":
      raise _Failure("RESERVED_PREFIX_XMLNS", pos)
    if (prefix == "xml") != (uri == _XML_NAMESPACE):
      raise _Failure("RESERVED_PREFIX_XML" if prefix == "xml" else "RESERVED_NAMESPACE_URI", pos)
    if uri == _XMLNS_NAMESPACE:
      raise _Failure("RESERVED_NAMESPACE_URI", pos)
    if prefix and not uri:
      raise _Failure("UNDECLARING_PREFIX", pos)
    self._namespaces = {**self._namespaces, prefix: uri}
    self._call("StartNamespaceDeclHandler", prefix or None, uri or None)
    return prefix or None

  def _qualified(self, name, pos, default):
    prefix, colon, local = name.partition(":")
    if not colon:
      return default + self._separator + name if default else name
    if not prefix or not local or ":" in local:
      raise _Failure("INVALID_TOKEN", self._bad_colon(name, pos))
    uri = self._namespaces.get(prefix)
    if uri is None:
      raise _Failure("UNBOUND_PREFIX", pos)
    return uri + self._separator + local + (self._separator + prefix if self.namespace_prefixes else "")

  def _bad_colon(self, name, pos):
    """The place where a name in the tag at pos is none of a namespace."""
    begin = self._text.find(name, pos)
    first = name.index(":")
    if not first:
      return begin
    second = name.find(":", first + 1)
    return begin + (second if second > first + 1 else first + 1)

  def _end_tag(self, pos):
    text = self._text
    found = _END_TAG.match(text, pos)
    if not found:
      name = _NAME_AT.match(text, pos + 2)
      at = _BLANKS.match(text, name.end() if name else pos + 2).end()
      if at >= len(text):
        raise _Incomplete(pos)
      raise _Failure("INVALID_TOKEN", at)
    if len(self._elements) <= (self._depths[-1] if self._depths else 0):
      raise _Failure("ASYNC_ENTITY" if self._depths else "INVALID_TOKEN", pos)
    if found[1] != self._elements[-1][0]:
      raise _Failure("TAG_MISMATCH", pos + 2)
    self._pos = found.end()
    self._end(pos)

  def _end(self, pos):
    _, tag, declared, outer = self._elements.pop()
    self._event = pos
    self._call("EndElementHandler", tag) or self._default(pos, self._pos)
    for prefix in reversed(declared):
      self._call("EndNamespaceDeclHandler", prefix)
    if outer is not None:
      self._namespaces = outer
