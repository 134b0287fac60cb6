"""Trees of elements as text: XML, HTML, plain text, and the canonical form."""

import io
import re

HTML_EMPTY = {"area", "base", "basefont", "br", "col", "embed", "frame", "hr", "img", "input", "isindex", "link", "meta", "param", "source", "track", "wbr"}
_namespace_map = {
  "http://www.w3.org/XML/1998/namespace": "xml", "http://www.w3.org/1999/xhtml": "html", "http://www.w3.org/1999/02/22-rdf-syntax-ns#": "rdf",
  "http://schemas.xmlsoap.org/wsdl/": "wsdl", "http://www.w3.org/2001/XMLSchema": "xs", "http://www.w3.org/2001/XMLSchema-instance": "xsi",
  "http://purl.org/dc/elements/1.1/": "dc",
}


def register_namespace(prefix, uri):
  """Write names of a namespace with a prefix from now on."""
  if re.match(r"ns\d+$", prefix):
    raise ValueError("Prefix format reserved for internal use")
  for known_uri, known_prefix in list(_namespace_map.items()):
    if known_uri == uri or known_prefix == prefix:
      del _namespace_map[known_uri]
  _namespace_map[uri] = prefix


register_namespace._namespace_map = _namespace_map
register_namespace.__module__ = "xml.etree.ElementTree"


def _refuse(value):
  raise TypeError("cannot serialize %r (type %s)" % (value, type(value).__name__))


def _escaper(**escapes):
  """A function that replaces characters; their names are x and the number."""
  table = str.maketrans({chr(int(code[1:], 16)): text for code, text in escapes.items()})

  def escape(text):
    return text.translate(table) if isinstance(text, str) else _unescaped(text)
  return escape


def _unescaped(value):
  """A value that is no text: one that can be searched for characters and has none is formatted as it is."""
  try:
    return value.replace("&", "&amp;") if "&" in value else value
  except (TypeError, AttributeError):
    _refuse(value)


_escape_cdata = _escaper(x26="&amp;", x3c="&lt;", x3e="&gt;")
_escape_attrib = _escaper(x26="&amp;", x3c="&lt;", x3e="&gt;", x22="&quot;", x0d="&#13;", x0a="&#10;", x09="&#09;")
_escape_attrib_html = _escaper(x26="&amp;", x3e="&gt;", x22="&quot;")
_escape_cdata_c14n = _escaper(x26="&amp;", x3c="&lt;", x3e="&gt;", x0d="&#xD;")
_escape_attrib_c14n = _escaper(x26="&amp;", x3c="&lt;", x22="&quot;", x09="&#x9;", x0a="&#xA;", x0d="&#xD;")


def write_tree(root, file, encoding, xml_declaration, default_namespace, method, short_empty_elements):
  """Write an element and all below it to a file, or to the file of a name."""
  method = method or "xml"
  if method not in ("xml", "html", "text"):  # CPython has no "c14n" either, though it is documented
    raise ValueError("unknown method %r" % method)
  encoding = encoding or "us-ascii"
  with _Output(file, encoding) as output:
    write = output.write
    if method == "xml" and (xml_declaration or xml_declaration is None and encoding.lower() != "unicode" and
                            output.encoding.lower() not in ("utf-8", "us-ascii")):
      write("<?xml version='1.0' encoding='%s'?>\n" % output.encoding)
    if method == "text":
      _write_text(write, root)
    else:
      names = _Names(root, default_namespace)
      writer = _HtmlWriter(write, names) if method == "html" else _XmlWriter(write, names, short_empty_elements)
      writer.element(root, sorted(names.prefixes.items(), key=lambda item: item[1]))


class _Output:
  """Where text is written to: a new file, a stream of text, or one of bytes, which stays open."""

  def __init__(self, file, encoding):
    self._opened = self._wrapper = None
    self.encoding = encoding
    is_text = encoding.lower() == "unicode"
    try:
      write = file.write
    except AttributeError:
      self.encoding = "utf-8" if is_text else encoding
      self._opened = open(file, "w", encoding=self.encoding, errors="xmlcharrefreplace")
      self.write = self._opened.write
      return
    if is_text:
      self.encoding = getattr(file, "encoding", None) or "utf-8"
      self.write = write
    else:
      self._wrapper = io.TextIOWrapper(_as_buffered(file), encoding=encoding, errors="xmlcharrefreplace", newline="\n")
      self.write = self._wrapper.write

  def __enter__(self):
    return self

  def __exit__(self, *exception):
    if self._opened:
      self._opened.close()
    if self._wrapper:
      buffered = self._wrapper.detach()
      if isinstance(buffered, _OwnBuffer):
        buffered.detach()


class _OwnBuffer(io.BufferedWriter):
  """The buffer of a raw stream that belongs to somebody else."""


def _as_buffered(file):
  if isinstance(file, io.BufferedIOBase):
    return file
  if isinstance(file, io.RawIOBase):
    return _OwnBuffer(file)
  stream = io.BufferedIOBase()
  stream.writable = lambda: True
  stream.write = file.write
  if hasattr(file, "seekable") and hasattr(file, "tell"):
    stream.seekable, stream.tell = file.seekable, file.tell
  return stream


class _Names:
  """How the names of a tree are written, and the prefixes that they need."""

  def __init__(self, root, default_namespace):
    from xml.etree.ElementTree import Comment, ProcessingInstruction, QName
    self.written = {None: None}
    self.prefixes = {default_namespace: ""} if default_namespace else {}
    self._default = default_namespace
    for element in root.iter():
      tag = element.tag
      if isinstance(tag, QName):
        self.add(tag.text)
      elif isinstance(tag, str):
        self.add(tag)
      elif tag is not None and tag is not Comment and tag is not ProcessingInstruction:
        _refuse(tag)
      for key, value in element.items():
        self.add(key.text if isinstance(key, QName) else key)
        if isinstance(value, QName):
          self.add(value.text)
      if isinstance(element.text, QName):
        self.add(element.text.text)

  def add(self, name):
    if name in self.written:
      return
    try:
      qualified = name[:1] == "{"
    except TypeError:
      _refuse(name)
    if qualified:
      uri, local = name[1:].rsplit("}", 1)
      prefix = self._prefix(uri)
      self.written[name] = "%s:%s" % (prefix, local) if prefix else local
    elif self._default:
      raise ValueError("cannot use non-qualified names with default_namespace option")
    else:
      self.written[name] = name

  def _prefix(self, uri):
    prefix = self.prefixes.get(uri)
    if prefix is None:
      prefix = _namespace_map.get(uri, "ns%d" % len(self.prefixes))
      if prefix != "xml":
        self.prefixes[uri] = prefix
    return prefix


class _Writer:
  """Writes elements; the methods of writing differ in their subclasses."""

  def __init__(self, write, names):
    from xml.etree import ElementTree
    self.write = write
    self.written = names.written
    self.comment, self.instruction, self.name_class = ElementTree.Comment, ElementTree.ProcessingInstruction, ElementTree.QName

  def element(self, element, prefixes=()):
    tag, text = element.tag, element.text
    if tag is self.comment:
      self.write("<!--%s-->" % self.special(text))
    elif tag is self.instruction:
      self.write("<?%s?>" % self.special(text))
    else:
      name = self.written[tag.text if isinstance(tag, self.name_class) else tag]
      if name is None:
        self.inside(element, None)
      else:
        self.write("<" + name)
        self.attributes(element, prefixes)
        self.rest(element, name)
    if element.tail:
      self.write(_escape_cdata(element.tail))

  def attributes(self, element, prefixes):
    for uri, prefix in prefixes:
      self.write(' xmlns%s="%s"' % (":" + prefix if prefix else "", _escape_attrib(uri)))
    for key, value in element.items():
      key = key.text if isinstance(key, self.name_class) else key
      value = self.written[value.text] if isinstance(value, self.name_class) else self.escape_attribute(value)
      self.write(' %s="%s"' % (self.written[key], value))

  def inside(self, element, name):
    if element.text:
      self.text(element.text, name)
    for child in element:
      self.element(child)

  def text(self, text, name):
    self.write(self.written[text.text] if isinstance(text, self.name_class) else _escape_cdata(text))


class _XmlWriter(_Writer):
  escape_attribute = staticmethod(_escape_attrib)

  def __init__(self, write, names, short_empty_elements):
    super().__init__(write, names)
    self.short = short_empty_elements

  def special(self, text):
    return text

  def rest(self, element, name):
    if self.short and not element.text and not len(element):
      self.write(" />")
      return
    self.write(">")
    self.inside(element, name)
    self.write("</" + name + ">")


class _HtmlWriter(_Writer):
  escape_attribute = staticmethod(_escape_attrib_html)

  def special(self, text):
    return _escape_cdata(text)

  def rest(self, element, name):
    self.write(">")
    self.inside(element, name)
    if name.lower() not in HTML_EMPTY:
      self.write("</" + name + ">")

  def text(self, text, name):
    if name and name.lower() in ("script", "style"):
      self.write(text)
    else:
      super().text(text, name)


def _write_text(write, root):
  for text in root.itertext():
    write(text)
  if root.tail:
    write(root.tail)


class C14NWriterTarget:
  """A target of XMLParser that writes the document in the canonical form (C14N 2.0): attributes sorted, namespaces declared where they
  are used first, no empty tags."""
  __module__ = "xml.etree.ElementTree"

  def __init__(self, write, *, with_comments=False, strip_text=False, rewrite_prefixes=False, qname_aware_tags=None, qname_aware_attrs=None,
               exclude_attrs=None, exclude_tags=None):
    self._write = write
    self._with_comments = with_comments
    self._strip_text = strip_text
    self._rewrite_prefixes = rewrite_prefixes
    self._aware_tags = set(qname_aware_tags or ())
    self._aware_attrs = set(qname_aware_attrs or ())
    self._exclude_attrs = set(exclude_attrs or ())
    self._exclude_tags = set(exclude_tags or ())
    self._data = []
    self._scopes = [[("http://www.w3.org/XML/1998/namespace", "xml")]]   # (uri, prefix) as the document declares them, by element.
    self._declared = [[("http://www.w3.org/XML/1998/namespace", "xml")]]  # The same as they are written.
    self._new = []
    self._made = {}
    self._preserve = [False]
    self._waiting = None    # A start tag whose text may be a name: (tag, attributes, new declarations).
    self._ignored = 0
    self._depth = 0
    self._root_seen = False

  def _lookup(self, prefix):
    return next((uri for uri, known in self._in_scope(self._scopes) if known == prefix), None)

  def start_ns(self, prefix, uri):
    if not self._ignored:
      if self._data:
        self._flush()
      self._new.append((uri, prefix))

  def data(self, data):
    if not self._ignored:
      self._data.append(data)

  def start(self, tag, attrs):
    if self._exclude_tags and (self._ignored or tag in self._exclude_tags):
      self._ignored += 1
      return
    if self._data:
      self._flush()
    new, self._new = self._new, []
    self._scopes.append(new)
    if tag in self._aware_tags:
      self._waiting = tag, attrs, new
      return
    self._start(tag, attrs, new)

  def _start(self, tag, attrs, new, text_name=None):
    attrs = {name: value for name, value in attrs.items() if name not in self._exclude_attrs}
    values = {name: self._named(value) for name, value in attrs.items() if name in self._aware_attrs}
    names = {tag, *attrs, *(name for name in values.values() if name)}
    if text_name:
      names.add(text_name)
    self._declared.append([])
    written = {name: self._written(name) for name in sorted(names, key=lambda name: name.split("}", 1))}
    declarations = sorted(("xmlns:" + prefix if prefix else "xmlns", uri) for uri, prefix in self._declared[-1])
    parts = sorted(((name, value) for name, value in attrs.items()), key=lambda item: self._order(item[0]))
    text = "".join(f' {name}="{_escape_attrib_c14n(uri)}"' for name, uri in declarations)
    text += "".join(f' {written[name] if name[:1] == "{" else name}="{_escape_attrib_c14n(written[values[name]] if values.get(name) else value)}"' for name, value in parts)
    space = attrs.get("{http://www.w3.org/XML/1998/namespace}space")
    self._preserve.append(space == "preserve" if space else self._preserve[-1])
    self._write(f"<{written[tag]}{text}>")
    if text_name:
      self._write(_escape_cdata_c14n(written[text_name]))
    self._root_seen = True
    self._depth += 1

  @staticmethod
  def _order(name):
    uri, _, local = name[1:].rpartition("}") if name[:1] == "{" else ("", "", name)
    return uri, local

  def _named(self, text):
    """The name with its namespace that a text with a prefix means, or None."""
    prefix, colon, local = text.strip().partition(":")
    if not colon:
      prefix, local = "", prefix
    uri = self._lookup(prefix)
    return "{%s}%s" % (uri, local) if uri and local.isidentifier() else None

  def _written(self, name):
    """A name with the prefix by which it is written; the prefix is declared if it is not yet."""
    uri, local = name[1:].rsplit("}", 1) if name[:1] == "{" else ("", name)
    seen = set()
    for known, prefix in self._in_scope(self._declared):
      if known == uri and prefix not in seen:
        return f"{prefix}:{local}" if prefix else local
      seen.add(prefix)
    if self._rewrite_prefixes:
      prefix = self._made.setdefault(uri, "n%d" % len(self._made))
    elif not uri and "" not in seen:
      return local
    else:
      prefix = next((prefix for known, prefix in self._in_scope(self._scopes) if known == uri), None)
      if prefix is None and not uri:
        return local
      if prefix is None:
        raise ValueError(f'Namespace "{uri}" is not declared in scope')
    self._declared[-1].append((uri, prefix))
    return f"{prefix}:{local}" if prefix else local

  @staticmethod
  def _in_scope(scopes):
    """The (uri, prefix) pairs of all elements around, from the inside out."""
    return (pair for scope in reversed(scopes) for pair in scope)

  def _flush(self):
    data = "".join(self._data)
    self._data.clear()
    if self._strip_text and not self._preserve[-1]:
      data = data.strip()
    if self._waiting is not None:
      waiting, self._waiting = self._waiting, None
      name = self._named(data)
      self._start(*waiting, name)
      if name:
        return
    if data and self._root_seen:
      self._write(_escape_cdata_c14n(data))

  def end(self, tag):
    if self._ignored:
      self._ignored -= 1
      return
    if self._data or self._waiting:
      self._flush()
    self._write(f"</{self._written(tag)}>")
    self._preserve.pop()
    self._declared.pop()
    self._scopes.pop()
    self._depth -= 1

  def comment(self, text):
    if self._with_comments and not self._ignored:
      self._outside_of_text(f"<!--{_escape_cdata_c14n(text)}-->")

  def pi(self, target, data):
    if not self._ignored:
      self._outside_of_text(f"<?{target} {_escape_cdata_c14n(data)}?>" if data else f"<?{target}?>")

  def _outside_of_text(self, markup):
    """Comments and instructions stand on lines of their own before and behind the root."""
    if self._root_seen and not self._depth:
      self._write("\n")
    elif self._root_seen and self._data:
      self._flush()
    self._write(markup)
    if not self._root_seen:
      self._write("\n")


def canonical_document(xml_data, out, from_file, options):
  from xml.etree.ElementTree import XMLParser, parse
  text = io.StringIO() if out is None else None
  parser = XMLParser(target=C14NWriterTarget((text or out).write, **options))
  if xml_data is not None:
    parser.feed(xml_data)
    parser.close()
  else:
    parse(from_file, parser=parser)
  return text.getvalue() if text is not None else None
