"""Data in a readable layout.

>>> pprint({"b": [1, 2], "a": "x"})
{'a': 'x', 'b': [1, 2]}
"""

import sys

__all__ = ["pprint", "pformat", "isreadable", "isrecursive", "saferepr", "PrettyPrinter", "pp"]


def pprint(object, stream=None, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
  """Writes the object in a readable layout."""
  PrettyPrinter(indent, width, depth, stream, compact=compact, sort_dicts=sort_dicts, underscore_numbers=underscore_numbers).pprint(object)


def pformat(object, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
  """The object in a readable layout, as text."""
  return PrettyPrinter(indent, width, depth, compact=compact, sort_dicts=sort_dicts, underscore_numbers=underscore_numbers).pformat(object)


def pp(object, *args, sort_dicts=False, **kwargs):
  """pprint() that keeps the order of dictionaries."""
  pprint(object, *args, sort_dicts=sort_dicts, **kwargs)


def saferepr(object):
  """repr() that marks recursion."""
  return PrettyPrinter()._safe_repr(object, {}, None, 0)[0]


def isreadable(object):
  """Whether eval() could read the representation."""
  return PrettyPrinter()._safe_repr(object, {}, None, 0)[1]


def isrecursive(object):
  """Whether the object contains itself."""
  return PrettyPrinter()._safe_repr(object, {}, None, 0)[2]


class _SortKey:
  """Orders anything: by type and identity where values cannot be compared."""

  __slots__ = ("value",)

  def __init__(self, value):
    self.value = value

  def __lt__(self, other):
    try:
      return self.value < other.value
    except TypeError:
      return (str(type(self.value)), id(self.value)) < (str(type(other.value)), id(other.value))


def _item_key(item):
  return _SortKey(item[0]), _SortKey(item[1])


def _repr_owner(cls):
  """The class whose __repr__ an object uses."""
  for base in cls.__mro__:
    if "__repr__" in base.__dict__:
      return base
  return object


def _has_generated_repr(obj):
  """Whether the object's __repr__ was written by @dataclass."""
  params = getattr(obj, "__dataclass_params__", None)
  if params is None or isinstance(obj, type) or not params.repr:
    return False
  return hasattr(type(obj).__repr__, "__wrapped__") or type(obj).__repr__.__code__.co_filename == "<string>"


def _recursion(obj):
  return f"<Recursion on {type(obj).__name__} with id={id(obj)}>"


def _words(line):
  """The words of a line, each with the blanks after it."""
  words = []
  start = position = 0
  while position < len(line):
    while position < len(line) and not line[position].isspace():
      position += 1
    while position < len(line) and line[position].isspace():
      position += 1
    words.append(line[start:position])
    start = position
  return words


class PrettyPrinter:
  """The layout with its options."""

  def __init__(self, indent=1, width=80, depth=None, stream=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
    indent, width = int(indent), int(width)
    if indent < 0:
      raise ValueError("indent must be >= 0")
    if depth is not None and depth <= 0:
      raise ValueError("depth must be > 0")
    if not width:
      raise ValueError("width must be != 0")
    self._depth = depth
    self._indent_per_level = indent
    self._width = width
    self._stream = sys.stdout if stream is None else stream
    self._compact = bool(compact)
    self._sort_dicts = sort_dicts
    self._underscore_numbers = underscore_numbers

  def pprint(self, object):
    """Writes the object and a line end."""
    if self._stream is not None:
      self._format(object, self._stream.write, 0, 0, {}, 0)
      self._stream.write("\n")

  def pformat(self, object):
    """The layout as text."""
    parts = []
    self._format(object, parts.append, 0, 0, {}, 0)
    return "".join(parts)

  def isreadable(self, object):
    """Whether eval() could read the representation."""
    _, readable, recursive = self.format(object, {}, 0, 0)
    return readable and not recursive

  def isrecursive(self, object):
    """Whether the object contains itself."""
    return self.format(object, {}, 0, 0)[2]

  def format(self, object, context, maxlevels, level):
    """(text, readable, recursive) on one line; subclasses may override it."""
    return self._safe_repr(object, context, maxlevels, level)

  # On one line.

  def _repr(self, obj, context, level):
    return self.format(obj, context.copy(), self._depth, level)[0]

  def _safe_repr(self, obj, context, maxlevels, level):
    cls = type(obj)
    if cls in (str, bytes, bytearray, float, complex, bool, type(None)):
      return repr(obj), True, False
    owner = _repr_owner(cls)
    if owner is int:
      return f"{obj:_d}" if self._underscore_numbers else repr(obj), True, False
    if owner is dict:
      pattern = "{%s}"
    elif owner is list:
      pattern = "[%s]"
    elif owner is tuple:
      pattern = "(%s,)" if len(obj) == 1 else "(%s)"
    else:
      text = repr(obj)
      return text, text and not text.startswith("<"), False
    if not obj:
      return pattern % "", True, False
    key = id(obj)
    if maxlevels and level >= maxlevels:
      return pattern % "...", False, key in context
    if key in context:
      return _recursion(obj), False, True
    context[key] = 1
    readable, recursive = True, False
    texts = []
    if owner is dict:
      items = sorted(obj.items(), key=_item_key) if self._sort_dicts else obj.items()
    else:
      items = [(item,) for item in obj]
    for item in items:
      pieces = []
      for part in item:
        text, part_readable, part_recursive = self.format(part, context, maxlevels, level + 1)
        pieces.append(text)
        readable = readable and part_readable
        recursive = recursive or part_recursive
      texts.append(": ".join(pieces))
    del context[key]
    return pattern % ", ".join(texts), readable, recursive

  # On several lines. `indent` is the column, `allowance` what has to fit behind the object on its last line.

  def _format(self, obj, write, indent, allowance, context, level):
    key = id(obj)
    if key in context:
      write(_recursion(obj))
      return
    text = self._repr(obj, context, level)
    if len(text) > self._width - indent - allowance:
      owner = _repr_owner(type(obj))
      layout = _LAYOUTS.get(owner.__name__) if owner.__module__ in ("builtins", "collections", "types") else None
      if layout is None or not layout[1](obj):
        layout = (PrettyPrinter._dataclass,) if _has_generated_repr(obj) else None
      if layout is not None:
        context[key] = 1
        layout[0](self, obj, write, indent, allowance, context, level + 1)
        del context[key]
        return
    write(text)

  def _items(self, items, write, indent, allowance, context, level):
    if self._indent_per_level > 1:
      write((self._indent_per_level - 1) * " ")
    indent += self._indent_per_level
    line_break = ",\n" + " " * indent
    separator = ""
    width = max_width = self._width - indent + 1
    items = list(items)
    for index, item in enumerate(items):
      last = index == len(items) - 1
      if last:
        max_width -= allowance
        width -= allowance
      if self._compact:
        text = self._repr(item, context, level)
        needed = len(text) + 2
        if width < needed:
          width = max_width
          if separator:
            separator = line_break
        if width >= needed:
          width -= needed
          write(separator)
          separator = ", "
          write(text)
          continue
      write(separator)
      separator = line_break
      self._format(item, write, indent, allowance if last else 1, context, level)

  def _dict_items(self, items, write, indent, allowance, context, level):
    indent += self._indent_per_level
    items = list(items)
    for index, (key, value) in enumerate(items):
      if index:
        write(",\n" + " " * indent)
      text = self._repr(key, context, level)
      write(text + ": ")
      last = index == len(items) - 1
      self._format(value, write, indent + len(text) + 2, allowance if last else 1, context, level)

  def _attributes(self, name, items, write, indent, allowance, context, level):
    indent += len(name) + 1
    write(name + "(")
    items = list(items)
    for index, (key, value) in enumerate(items):
      if index:
        write(",\n" + " " * indent)
      write(key + "=")
      if id(value) in context:
        write("...")
      else:
        last = index == len(items) - 1
        self._format(value, write, indent + len(key) + 1, allowance if last else 1, context, level)
    write(")")

  def _dict(self, obj, write, indent, allowance, context, level):
    write("{")
    if self._indent_per_level > 1:
      write((self._indent_per_level - 1) * " ")
    items = sorted(obj.items(), key=_item_key) if self._sort_dicts else obj.items()
    self._dict_items(items, write, indent, allowance + 1, context, level)
    write("}")

  def _ordered_dict(self, obj, write, indent, allowance, context, level):
    name = type(obj).__name__
    write(name + "(")
    self._format(list(obj.items()), write, indent + len(name) + 1, allowance + 1, context, level)
    write(")")

  def _list(self, obj, write, indent, allowance, context, level):
    write("[")
    self._items(obj, write, indent, allowance + 1, context, level)
    write("]")

  def _tuple(self, obj, write, indent, allowance, context, level):
    closer = ",)" if len(obj) == 1 else ")"
    write("(")
    self._items(obj, write, indent, allowance + len(closer), context, level)
    write(closer)

  def _set(self, obj, write, indent, allowance, context, level):
    opener, closer = "{", "}"
    if type(obj) is not set:
      opener, closer = type(obj).__name__ + "({", "})"
      indent += len(opener) - 1
    write(opener)
    self._items(sorted(obj, key=_SortKey), write, indent, allowance + len(closer), context, level)
    write(closer)

  def _str(self, obj, write, indent, allowance, context, level):
    if level == 1:
      indent += 1
      allowance += 1
    width = self._width - indent
    chunks = []
    lines = obj.splitlines(True)
    for index, line in enumerate(lines):
      last_line = index == len(lines) - 1
      text = repr(line)
      if len(text) <= (width - allowance if last_line else width):
        chunks.append(text)
        continue
      words = _words(line)
      current = ""
      for place, word in enumerate(words):
        limit = width - allowance if last_line and place == len(words) - 1 else width
        if len(repr(current + word)) > limit:
          if current:
            chunks.append(repr(current))
          current = word
        else:
          current += word
      if current:
        chunks.append(repr(current))
    if len(chunks) == 1:
      write(chunks[0])
      return
    text = ("\n" + " " * indent).join(chunks)
    write(f"({text})" if level == 1 else text)

  def _bytes(self, obj, write, indent, allowance, context, level):
    if len(obj) <= 4:
      write(repr(obj))
      return
    parens = level == 1
    if parens:
      indent += 1
      allowance += 1
    width = self._width - indent
    chunks = []
    current = b""
    for start in range(0, len(obj), 4):
      part = obj[start:start + 4]
      if start == len(obj) // 4 * 4:
        width -= allowance
      if len(repr(current + part)) > width:
        if current:
          chunks.append(repr(current))
        current = part
      else:
        current += part
    if current:
      chunks.append(repr(current))
    text = ("\n" + " " * indent).join(chunks)
    write(f"({text})" if parens else text)

  def _bytearray(self, obj, write, indent, allowance, context, level):
    write("bytearray(")
    self._bytes(bytes(obj), write, indent + 10, allowance + 1, context, level + 1)
    write(")")

  def _mapping_proxy(self, obj, write, indent, allowance, context, level):
    write("mappingproxy(")
    self._format(obj.copy(), write, indent + 13, allowance + 1, context, level)
    write(")")

  def _namespace(self, obj, write, indent, allowance, context, level):
    name = type(obj).__name__
    self._attributes("namespace" if name == "SimpleNamespace" else name, obj.__dict__.items(), write, indent, allowance, context, level)

  def _dataclass(self, obj, write, indent, allowance, context, level):
    import dataclasses
    items = [(field.name, getattr(obj, field.name)) for field in dataclasses.fields(obj) if field.repr]
    self._attributes(type(obj).__name__, items, write, indent, allowance, context, level)

  def _default_dict(self, obj, write, indent, allowance, context, level):
    name = type(obj).__name__
    indent += len(name) + 1
    write(f"{name}({self._repr(obj.default_factory, context, level)},\n{' ' * indent}")
    self._dict(obj, write, indent, allowance + 1, context, level)
    write(")")

  def _counter(self, obj, write, indent, allowance, context, level):
    name = type(obj).__name__
    write(name + "({")
    if self._indent_per_level > 1:
      write((self._indent_per_level - 1) * " ")
    self._dict_items(obj.most_common(), write, indent + len(name) + 1, allowance + 2, context, level)
    write("})")

  def _chain_map(self, obj, write, indent, allowance, context, level):
    name = type(obj).__name__
    indent += len(name) + 1
    write(name + "(")
    for index, mapping in enumerate(obj.maps):
      if index:
        write(",\n" + " " * indent)
      last = index == len(obj.maps) - 1
      self._format(mapping, write, indent, allowance + 1 if last else 1, context, level)
    write(")")

  def _deque(self, obj, write, indent, allowance, context, level):
    name = type(obj).__name__
    indent += len(name) + 1
    write(name + "([")
    if obj.maxlen is None:
      self._items(obj, write, indent, allowance + 2, context, level)
      write("])")
    else:
      self._items(obj, write, indent, 2, context, level)
      write(f"],\n{' ' * indent}maxlen={self._repr(obj.maxlen, context, level)})")

  def _user_data(self, obj, write, indent, allowance, context, level):
    self._format(obj.data, write, indent, allowance, context, level - 1)


def _always(obj):
  return True


# By the name of the class that gives __repr__, so that none of their modules is needed here: the layout, and when it applies.
_LAYOUTS = {
  "dict": (PrettyPrinter._dict, _always),
  "list": (PrettyPrinter._list, _always),
  "tuple": (PrettyPrinter._tuple, _always),
  "set": (PrettyPrinter._set, len),
  "frozenset": (PrettyPrinter._set, len),
  "str": (PrettyPrinter._str, len),
  "bytes": (PrettyPrinter._bytes, _always),
  "bytearray": (PrettyPrinter._bytearray, _always),
  "mappingproxy": (PrettyPrinter._mapping_proxy, _always),
  "SimpleNamespace": (PrettyPrinter._namespace, _always),
  "OrderedDict": (PrettyPrinter._ordered_dict, len),
  "defaultdict": (PrettyPrinter._default_dict, len),
  "Counter": (PrettyPrinter._counter, len),
  "ChainMap": (PrettyPrinter._chain_map, _always),
  "deque": (PrettyPrinter._deque, len),
  "UserDict": (PrettyPrinter._user_data, _always),
  "UserList": (PrettyPrinter._user_data, _always),
  "UserString": (PrettyPrinter._user_data, _always),
}
