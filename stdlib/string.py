"""Character sets, Template and Formatter."""

__all__ = ["ascii_letters", "ascii_lowercase", "ascii_uppercase", "capwords", "digits", "hexdigits", "octdigits", "printable",
           "punctuation", "whitespace", "Formatter", "Template"]

whitespace = " \t\n\r\v\f"
ascii_lowercase = "abcdefghijklmnopqrstuvwxyz"
ascii_uppercase = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
ascii_letters = ascii_lowercase + ascii_uppercase
digits = "0123456789"
hexdigits = digits + "abcdef" + "ABCDEF"
octdigits = "01234567"
punctuation = r"""!"#$%&'()*+,-./:;<=>?@[\]^_`{|}~"""
printable = digits + ascii_letters + punctuation + whitespace


def capwords(s, sep=None):
  """Capitalise every word."""
  return (sep or " ").join(map(str.capitalize, s.split(sep)))


class Template:
  """Text with $name and ${name}; $$ is a dollar."""

  delimiter = "$"

  def __init__(self, template):
    self.template = template

  def _pieces(self):
    """Yields (literal, name, source, position): name is None for an escape, False for a stray delimiter."""
    text, mark = self.template, self.delimiter
    start = 0
    while True:
      at = text.find(mark, start)
      if at < 0:
        yield text[start:], "", "", at
        return
      literal = text[start:at]
      after = at + len(mark)
      if text.startswith(mark, after):
        start = after + len(mark)
        yield literal, None, mark, at
        continue
      braced = text.startswith("{", after)
      begin = end = after + braced
      while end < len(text) and text[end].isascii() and (text[end] == "_" or text[end].isalpha() or end > begin and text[end].isdigit()):
        end += 1
      if end == begin or braced and not text.startswith("}", end):
        start = after
        yield literal, False, mark, at
        continue
      start = end + braced
      yield literal, text[begin:end], text[at:start], at

  def _invalid(self, at):
    lines = self.template[:at].splitlines(keepends=True)
    if not lines:
      colno, lineno = 1, 1
    else:
      colno = at - len("".join(lines[:-1]))
      lineno = len(lines)
    raise ValueError("Invalid placeholder in string: line %d, col %d" % (lineno, colno))

  def _fill(self, mapping, kws, safe):
    if kws:
      mapping = {**mapping, **kws} if mapping else kws
    parts = []
    for literal, name, source, at in self._pieces():
      parts.append(literal)
      if name is None:
        parts.append(self.delimiter)
      elif name is False:
        if not safe:
          self._invalid(at + len(self.delimiter))
        parts.append(source)
      elif name:
        if safe:
          try:
            parts.append(str(mapping[name]))
          except KeyError:
            parts.append(source)
        else:
          parts.append(str(mapping[name]))
    return "".join(parts)

  def substitute(self, mapping={}, /, **kws):
    """The text with the names replaced; KeyError for unknown ones."""
    return self._fill(mapping, kws, False)

  def safe_substitute(self, mapping={}, /, **kws):
    """The text with the known names replaced."""
    return self._fill(mapping, kws, True)

  def get_identifiers(self):
    """The names in the template."""
    return list(dict.fromkeys(name for _, name, _, _ in self._pieces() if name))

  def is_valid(self):
    """Whether every delimiter begins a name."""
    return all(name is not False for _, name, _, _ in self._pieces())


class Formatter:
  """str.format() in pieces that can be overridden."""

  def format(self, format_string, /, *args, **kwargs):
    return self.vformat(format_string, args, kwargs)

  def vformat(self, format_string, args, kwargs):
    used_args = set()
    result, _ = self._vformat(format_string, args, kwargs, used_args, 2)
    self.check_unused_args(used_args, args, kwargs)
    return result

  def _vformat(self, format_string, args, kwargs, used_args, recursion_depth, auto_arg_index=0):
    if recursion_depth < 0:
      raise ValueError("Max string recursion exceeded")
    result = []
    for literal_text, field_name, format_spec, conversion in self.parse(format_string):
      if literal_text:
        result.append(literal_text)
      if field_name is None:
        continue
      if field_name == "":
        if auto_arg_index is False:
          raise ValueError("cannot switch from manual field specification to automatic field numbering")
        field_name = str(auto_arg_index)
        auto_arg_index += 1
      elif field_name.isdigit():
        if auto_arg_index:
          raise ValueError("cannot switch from manual field specification to automatic field numbering")
        auto_arg_index = False
      obj, arg_used = self.get_field(field_name, args, kwargs)
      used_args.add(arg_used)
      obj = self.convert_field(obj, conversion)
      format_spec, auto_arg_index = self._vformat(format_spec, args, kwargs, used_args, recursion_depth - 1, auto_arg_index)
      result.append(self.format_field(obj, format_spec))
    return "".join(result), auto_arg_index

  def get_value(self, key, args, kwargs):
    return args[key] if isinstance(key, int) else kwargs[key]

  def check_unused_args(self, used_args, args, kwargs):
    pass

  def format_field(self, value, format_spec):
    return format(value, format_spec)

  def convert_field(self, value, conversion):
    if conversion is None:
      return value
    if conversion == "s":
      return str(value)
    if conversion == "r":
      return repr(value)
    if conversion == "a":
      return ascii(value)
    raise ValueError(f"Unknown conversion specifier {conversion!s}")

  def parse(self, format_string):
    """Yields (literal, field, spec, conversion)."""
    i, n = 0, len(format_string)
    literal = ""
    while i < n:
      c = format_string[i]
      if c in "{}" and format_string.startswith(c, i + 1):
        yield literal + c, None, None, None
        literal = ""
        i += 2
      elif c == "}":
        raise ValueError("Single '}' encountered in format string")
      elif c == "{":
        depth, j = 1, i + 1
        while j < n and depth:
          depth += (format_string[j] == "{") - (format_string[j] == "}")
          j += 1
        if depth:
          raise ValueError("Single '{' encountered in format string" if i + 1 == n else "expected '}' before end of string")
        body = format_string[i + 1:j - 1]
        k = 0
        square = False
        while k < len(body) and (square or body[k] not in ":!"):
          square = body[k] == "[" or square and body[k] != "]"
          k += 1
        field, rest = body[:k], body[k:]
        conversion, spec = None, ""
        if rest.startswith("!"):
          conversion = rest[1:2]
          spec = rest[3:]
        elif rest:
          spec = rest[1:]
        yield literal, field, spec, conversion
        literal = ""
        i = j
      else:
        literal += c
        i += 1
    if literal:
      yield literal, None, None, None

  def get_field(self, field_name, args, kwargs):
    first, rest = field_name, ""
    for i, c in enumerate(field_name):
      if c in ".[":
        first, rest = field_name[:i], field_name[i:]
        break
    first = int(first) if first.isdigit() else first
    obj = self.get_value(first, args, kwargs)
    while rest:
      if rest[0] == ".":
        end = min([p for p in (rest.find(".", 1), rest.find("[", 1)) if p > 0], default=len(rest))
        obj = getattr(obj, rest[1:end])
      else:
        close = rest.index("]")
        key = rest[1:close]
        obj = obj[int(key) if key.isdigit() else key]
        end = close + 1
      rest = rest[end:]
    return obj, first
