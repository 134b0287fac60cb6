"""Searches of trees of elements, by a small part of XPath: names, *, ., .., //, and conditions in brackets."""

import re

xpath_tokenizer_re = re.compile(r"('[^']*'|\"[^\"]*\"|::|//?|\.\.|\(\)|!=|[/.*:\[\]\(\)@=])|((?:\{[^}]+\})?[^/\[\]\(\)@!=\s]+)|\s+")
_INTEGER = re.compile(r"\-?\d+$")


def xpath_tokenizer(pattern, namespaces=None):
  """The tokens of a path as (operator, name) pairs, with names as {namespace}name."""
  default = namespaces.get("") if namespaces else None
  after_at = False
  for operator, name in xpath_tokenizer_re.findall(pattern):
    if not name or name[0] == "{":
      yield operator, name
      after_at = operator == "@"
      continue
    prefix, colon, local = name.partition(":")
    if colon:
      if not namespaces or prefix not in namespaces:
        raise SyntaxError("prefix %r not found in prefix map" % prefix) from None
      name = "{%s}%s" % (namespaces[prefix], local)
    elif default and not after_at:
      name = "{%s}%s" % (default, name)
    yield operator, name
    after_at = False


class _Context:
  """The element where a search begins, and the parents of all below it."""

  def __init__(self, root):
    self.root = root
    self._parents = None

  def parents(self):
    if self._parents is None:
      self._parents = {child: parent for parent in self.root.iter() for child in parent}
    return self._parents


def _name_test(name):
  """A function that tells whether a tag has a name, in which {*} is any namespace and {} none."""
  if name == "{*}*":
    return lambda tag: isinstance(tag, str)
  if name == "{}*":
    return lambda tag: isinstance(tag, str) and tag[:1] != "{"
  if name.startswith("{*}"):
    local, end = name[3:], name[2:]
    return lambda tag: tag == local or isinstance(tag, str) and tag.endswith(end)
  if name.endswith("}*"):
    begin = name[:-1]
    return lambda tag: isinstance(tag, str) and tag.startswith(begin)
  plain = name.removeprefix("{}")
  return lambda tag: tag == plain


def _children(token, next):
  test = _name_test(token[1])
  return lambda context, found: (child for element in found for child in element if test(child.tag))


def _all_children(token, next):
  return lambda context, found: (child for element in found for child in element)


def _itself(token, next):
  return lambda context, found: found


def _parent(token, next):
  def select(context, found):
    parents, seen = context.parents(), set()
    for element in found:
      parent = parents.get(element)
      if parent is not None and parent not in seen:
        seen.add(parent)
        yield parent
  return select


def _descendants(token, next):
  token = next()
  if token[0] not in ("*", ""):
    raise SyntaxError("invalid descendant")
  test = (lambda tag: True) if token[0] == "*" else _name_test(token[1])
  return lambda context, found: (child for element in found for child in element.iter() if child is not element and test(child.tag))


def _predicate(token, next):
  """A condition; its tokens up to the bracket, names as - and texts as ', tell of which kind it is."""
  kinds, values = [], []
  while (token := next())[0] != "]":
    if token == ("", ""):
      continue
    if token[0][:1] in ("'", '"'):
      token = "'", token[0][1:-1]
    kinds.append(token[0] or "-")
    values.append(token[1])
  signature = "".join(kinds)
  is_name = bool(values) and not _INTEGER.match(values[0])
  if signature == "@-":
    return _filter(lambda element: element.get(values[1]) is not None)
  if signature in ("@-='", "@-!='"):
    return _filter(_attribute_test(values[1], values[-1], "!" not in signature))
  if signature == "-" and is_name:
    return _filter(lambda element: element.find(values[0]) is not None)
  if signature in (".='", ".!='") or signature in ("-='", "-!='") and is_name:
    return _filter(_text_test(values[0], values[-1], "!" not in signature))
  if signature in ("-", "-()", "-()-"):
    return _at_index(_index(signature, values))
  raise SyntaxError("invalid predicate")


def _filter(test):
  return lambda context, found: filter(test, found)


def _attribute_test(name, value, equal):
  if equal:
    return lambda element: element.get(name) == value
  return lambda element: element.get(name) not in (None, value)


def _text_test(name, value, equal):
  def texts(element):
    return ("".join(child.itertext()) for child in (element.iterfind(name) if name else (element,)))
  return lambda element: any((text == value) == equal for text in texts(element))


def _index(signature, values):
  """The place among children of the same name that [3], [last()] and [last()-1] mean."""
  if signature == "-":
    index = int(values[0]) - 1
    if index < 0:
      raise SyntaxError("XPath position >= 1 expected")
    return index
  if values[0] != "last":
    raise SyntaxError("unsupported function")
  if signature == "-()":
    return -1
  try:
    index = int(values[2]) - 1
  except ValueError:
    raise SyntaxError("unsupported expression")
  if index > -2:
    raise SyntaxError("XPath offset from last() must be negative")
  return index


def _at_index(index):
  def select(context, found):
    parents = context.parents()
    for element in found:
      if element in parents:
        same = list(parents[element].findall(element.tag))
        if -len(same) <= index < len(same) and same[index] is element:
          yield element
  return select


_STEPS = {"": _children, "*": _all_children, ".": _itself, "..": _parent, "//": _descendants, "[": _predicate}
_cache = {}


def _compiled(path, namespaces):
  """The steps of a path, each a function from elements to elements."""
  if path[:1] == "/":
    raise SyntaxError("cannot use absolute path on element")
  tokens = iter(xpath_tokenizer(path, namespaces))
  next = tokens.__next__
  steps = []
  for token in tokens:
    try:
      if token[0] == "/" and steps:
        token = next()
        if token is None:
          break
      steps.append(_STEPS[token[0]](token, next))
    except StopIteration:
      if token[0] == "/":
        break
      raise SyntaxError("invalid path") from None
  return steps


def iterfind(elem, path, namespaces=None):
  """The elements below an element that a path leads to."""
  if path[-1:] == "/":
    path += "*"
  key = (path, *sorted(namespaces.items())) if namespaces else path
  steps = _cache.get(key)
  if steps is None:
    if len(_cache) > 100:
      _cache.clear()
    steps = _cache[key] = _compiled(path, namespaces)
  found, context = (elem,), _Context(elem)
  for step in steps:
    found = step(context, found)
  return iter(found) if steps else iter(())


def find(elem, path, namespaces=None):
  """The first of these elements, or None."""
  return next(iterfind(elem, path, namespaces), None)


def findall(elem, path, namespaces=None):
  """A list of these elements."""
  return list(iterfind(elem, path, namespaces))


def findtext(elem, path, default=None, namespaces=None):
  """The text of the first of these elements."""
  found = find(elem, path, namespaces)
  if found is None:
    return default
  return "" if found.text is None else found.text
