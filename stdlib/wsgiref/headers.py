"""Headers of a response, as a mapping that ignores case and allows a name several times.

>>> headers = Headers([("Content-Type", "text/plain")])
>>> headers.add_header("Content-Disposition", "attachment", filename="a.txt")
>>> headers["content-disposition"]
'attachment; filename="a.txt"'
"""
import re

tspecials = re.compile(r'[ \(\)<>@,;:\\"/\[\]\?=]')


def _formatparam(param, value=None, quote=1):
  """A parameter of a header, quoted when that is wanted or needed."""
  if value is None or len(value) == 0:
    return param
  if quote or tspecials.search(value):
    value = value.replace("\\", "\\\\").replace('"', '\\"')
    return f'{param}="{value}"'
  return f"{param}={value}"


class Headers:
  """The headers of a response, on the list of pairs that it is given."""

  def __init__(self, headers=None):
    if headers is None:
      headers = []
    if type(headers) is not list:
      raise TypeError("Headers must be a list of name/value tuples")
    self._headers = headers
    if __debug__:
      for name, value in headers:
        self._convert_string_type(name)
        self._convert_string_type(value)

  def _convert_string_type(self, value):
    if type(value) is not str:
      raise AssertionError(f"Header names/values must be of type str (got {value!r})")
    return value

  def _lower(self, name):
    return self._convert_string_type(name.lower())

  def __len__(self):
    """The number of headers, those that come again included."""
    return len(self._headers)

  def __setitem__(self, name, val):
    """Set the only value of a header."""
    del self[name]
    self._headers.append((self._convert_string_type(name), self._convert_string_type(val)))

  def __delitem__(self, name):
    """Remove a header as often as it is there."""
    name = self._lower(name)
    self._headers[:] = [pair for pair in self._headers if pair[0].lower() != name]

  def __getitem__(self, name):
    """The first value of a header, None when it is not there."""
    return self.get(name)

  def __contains__(self, name):
    """Whether a header is there."""
    return self.get(name) is not None

  def get_all(self, name):
    """All values of a header."""
    name = self._lower(name)
    return [value for other, value in self._headers if other.lower() == name]

  def get(self, name, default=None):
    """The first value of a header, or the default."""
    name = self._lower(name)
    for other, value in self._headers:
      if other.lower() == name:
        return value
    return default

  def keys(self):
    """The names, in order."""
    return [name for name, _ in self._headers]

  def values(self):
    """The values, in order."""
    return [value for _, value in self._headers]

  def items(self):
    """The pairs of names and values, in order."""
    return self._headers[:]

  def __repr__(self):
    return f"{self.__class__.__name__}({self._headers!r})"

  def __str__(self):
    """The headers as they are sent, with the empty line after them."""
    return "\r\n".join(["%s: %s" % pair for pair in self._headers] + ["", ""])

  def __bytes__(self):
    return str(self).encode("iso-8859-1")

  def setdefault(self, name, value):
    """The first value of a header; when there is none, the header is added with this one."""
    present = self.get(name)
    if present is not None:
      return present
    self._headers.append((self._convert_string_type(name), self._convert_string_type(value)))
    return value

  def add_header(self, _name, _value, **_params):
    """Add a header with parameters: filename="a" gives `filename="a"`, and one that is None its name alone. Underscores become hyphens."""
    parts = [] if _value is None else [self._convert_string_type(_value)]
    for name, value in _params.items():
      name = self._convert_string_type(name).replace("_", "-")
      parts.append(name if value is None else _formatparam(name, self._convert_string_type(value)))
    self._headers.append((self._convert_string_type(_name), "; ".join(parts)))
