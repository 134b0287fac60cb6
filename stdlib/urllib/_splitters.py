"""The functions of urllib.parse that CPython 3.11 has deprecated: each takes one part off a URL."""


def splittype(url):
  """'type:rest' -> ('type', 'rest')"""
  scheme, colon, rest = url.partition(":")
  if not scheme or not colon or "/" in scheme:
    return None, url
  return scheme.lower(), rest


def splithost(url):
  """'//host[:port]/path' -> ('host[:port]', '/path')"""
  if url[:2] != "//":
    return None, url
  end = 2
  while end < len(url) and url[end] not in "/#?":
    end += 1
  path = url[end:]
  return url[2:end], "/" + path if path and path[0] != "/" else path


def splituser(host):
  """'user[:password]@host[:port]' -> ('user[:password]', 'host[:port]')"""
  user, at, host = host.rpartition("@")
  return user if at else None, host


def splitpasswd(user):
  """'user:password' -> ('user', 'password')"""
  user, colon, password = user.partition(":")
  return user, password if colon else None


def splitport(host):
  """'host:port' -> ('host', 'port')"""
  name, colon, port = host.rpartition(":")
  if not colon or port and not (port.isascii() and port.isdigit()):
    return host, None
  return name, port or None


def splitnport(host, defport=-1):
  """'host:port' -> ('host', port), the default without a port, None for what is no number."""
  name, colon, port = host.rpartition(":")
  if not colon:
    return port, defport
  if not port:
    return name, defport
  return name, int(port) if port.isascii() and port.isdigit() else None


def splitquery(url):
  """'/path?query' -> ('/path', 'query')"""
  path, mark, query = url.rpartition("?")
  return (path, query) if mark else (url, None)


def splittag(url):
  """'/path#tag' -> ('/path', 'tag')"""
  path, mark, tag = url.rpartition("#")
  return (path, tag) if mark else (url, None)


def splitattr(url):
  """'/path;attr1=value1;attr2' -> ('/path', ['attr1=value1', 'attr2'])"""
  path, *attributes = url.split(";")
  return path, attributes


def splitvalue(attr):
  """'attr=value' -> ('attr', 'value')"""
  name, equals, value = attr.partition("=")
  return name, value if equals else None


def to_bytes(url):
  """The text, which must be ASCII."""
  if isinstance(url, str):
    try:
      url = url.encode("ASCII").decode()
    except UnicodeError:
      raise UnicodeError("URL " + repr(url) + " contains non-ASCII characters")
  return url


class Quoter(dict):
  """Quoted forms of bytes, for str.translate-like use: safe ones as they are."""

  def __init__(self, safe):
    from urllib.parse import _ALWAYS_SAFE
    self.safe = _ALWAYS_SAFE.union(safe)

  def __repr__(self):
    return f"<Quoter {dict(self)!r}>"

  def __missing__(self, byte):
    text = self[byte] = chr(byte) if byte in self.safe else f"%{byte:02X}"
    return text
