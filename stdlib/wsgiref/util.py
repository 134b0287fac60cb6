"""Helpers for environments of WSGI.

>>> environ = {"PATH_INFO": "/shop/books"}
>>> setup_testing_defaults(environ)
>>> shift_path_info(environ), environ["SCRIPT_NAME"], environ["PATH_INFO"]
('shop', '/shop', '/books')
>>> request_uri(environ)
'http://127.0.0.1/shop/books'
"""
import posixpath

__all__ = ["FileWrapper", "guess_scheme", "application_uri", "request_uri", "shift_path_info", "setup_testing_defaults"]

_DEFAULT_PORTS = {"http": "80", "https": "443"}
_OF_ONE_HOP = frozenset(("connection", "keep-alive", "proxy-authenticate", "proxy-authorization", "te", "trailers", "transfer-encoding", "upgrade"))


class FileWrapper:
  """An iterator over the blocks of a file."""

  def __init__(self, filelike, blksize=8192):
    self.filelike = filelike
    self.blksize = blksize
    if hasattr(filelike, "close"):
      self.close = filelike.close

  def __iter__(self):
    return self

  def __next__(self):
    block = self.filelike.read(self.blksize)
    if not block:
      raise StopIteration
    return block


def guess_scheme(environ):
  """'https' when variable HTTPS says so, else 'http'."""
  return "https" if environ.get("HTTPS") in ("yes", "on", "1") else "http"


def application_uri(environ):
  """The URI of the application itself."""
  from urllib.parse import quote
  scheme = environ["wsgi.url_scheme"]
  host = environ.get("HTTP_HOST")
  if not host:
    host = environ["SERVER_NAME"]
    # Every scheme but https has the port of http.
    if environ["SERVER_PORT"] != _DEFAULT_PORTS.get(scheme, "80"):
      host += ":" + environ["SERVER_PORT"]
  return f"{scheme}://{host}" + quote(environ.get("SCRIPT_NAME") or "/", encoding="latin1")


def request_uri(environ, include_query=True):
  """The URI of the request, with its query unless that is not wanted."""
  from urllib.parse import quote
  uri = application_uri(environ)
  path = quote(environ.get("PATH_INFO", ""), safe="/;=,", encoding="latin1")
  # Without a SCRIPT_NAME the application's URI ends in the slash that the path begins with.
  uri += path if environ.get("SCRIPT_NAME") else path[1:]
  if include_query and environ.get("QUERY_STRING"):
    uri += "?" + environ["QUERY_STRING"]
  return uri


def shift_path_info(environ):
  """Move the first name of PATH_INFO to the end of SCRIPT_NAME and return it; None when there is none.

  For a path of a slash alone it is an empty name, and SCRIPT_NAME gets a slash at its end: so /x and /x/ can be told apart.
  """
  path = environ.get("PATH_INFO", "")
  if not path:
    return None
  first, *names = path.split("/")
  names = [name for name in names[:-1] if name and name != "."] + names[-1:]
  name = names[0]
  script = posixpath.normpath(environ.get("SCRIPT_NAME", "") + "/" + name).removesuffix("/")
  if not name and not script.endswith("/"):
    script += "/"
  environ["SCRIPT_NAME"] = script
  environ["PATH_INFO"] = "/".join([first, *names[1:]])
  return None if name == "." else name


def setup_testing_defaults(environ):
  """Give an environment for tests what it lacks of a request."""
  from io import BytesIO, StringIO
  environ.setdefault("SERVER_NAME", "127.0.0.1")
  environ.setdefault("SERVER_PROTOCOL", "HTTP/1.0")
  environ.setdefault("HTTP_HOST", environ["SERVER_NAME"])
  environ.setdefault("REQUEST_METHOD", "GET")
  if "SCRIPT_NAME" not in environ and "PATH_INFO" not in environ:
    environ.update(SCRIPT_NAME="", PATH_INFO="/")
  environ.setdefault("wsgi.version", (1, 0))
  for mode in ("run_once", "multithread", "multiprocess"):
    environ.setdefault("wsgi." + mode, 0)
  environ.setdefault("wsgi.input", BytesIO())
  environ.setdefault("wsgi.errors", StringIO())
  scheme = environ.setdefault("wsgi.url_scheme", guess_scheme(environ))
  if scheme in _DEFAULT_PORTS:
    environ.setdefault("SERVER_PORT", _DEFAULT_PORTS[scheme])


def is_hop_by_hop(header_name):
  """Whether a header is for one connection only, which applications must not send."""
  return header_name.lower() in _OF_ONE_HOP
