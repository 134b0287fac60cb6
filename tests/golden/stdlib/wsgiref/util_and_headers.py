# Helpers for environments, and the mapping of headers.
from wsgiref import util
from wsgiref.headers import Headers, _formatparam
import io

for script, path in [("", "/"), ("", "/a"), ("", "/a/"), ("/a", "/b//./c"), ("/a", "/./b"), ("/", "/"), ("/a/..", "/b/"), ("/a", "/."), ("", ""),
                     ("/a", "//b"), ("", "x")]:
  environ = {"SCRIPT_NAME": script, "PATH_INFO": path}
  try:
    print((script, path), "->", repr(util.shift_path_info(environ)), environ)
  except IndexError as e:
    print((script, path), e)

for changes in [{}, {"HTTPS": "on"}, {"HTTP_HOST": "", "SERVER_PORT": "8080"}, {"HTTP_HOST": "", "HTTPS": "1", "SERVER_PORT": "80"},
                {"wsgi.url_scheme": "ftp", "HTTP_HOST": "", "SERVER_PORT": "80"}, {"SCRIPT_NAME": "/\xe9 x", "QUERY_STRING": "a=b c"},
                {"PATH_INFO": "/a;b=c,d/\xfc", "QUERY_STRING": "q"}, {"SERVER_NAME": "h"}]:
  environ = dict(changes)
  util.setup_testing_defaults(environ)
  print(util.application_uri(environ), util.request_uri(environ), util.request_uri(environ, include_query=False))
  print(sorted((name, value) for name, value in environ.items() if name not in ("wsgi.input", "wsgi.errors")))

print([util.guess_scheme({"HTTPS": value}) for value in ("yes", "on", "1", "0", "YES", "")])
print([name for name in ("Connection", "TE", "te ", "Trailers", "Trailer", "Upgrade", "Host") if util.is_hop_by_hop(name)])
wrapper = util.FileWrapper(io.BytesIO(b"abcdefg"), 3)
print(list(wrapper), wrapper.filelike.closed)
wrapper.close()
print(wrapper.filelike.closed, hasattr(util.FileWrapper(object()), "close"))

headers = Headers([("A", "1"), ("b", "2"), ("a", "3")])
print(len(headers), headers["A"], headers.get_all("a"), headers.get("c", "?"), headers["c"], "B" in headers, "c" in headers)
headers["a"] = "4"
headers.add_header("Content-Disposition", "attachment", filename='a "b"\\c.txt', with_underscore=None, empty="")
headers.add_header("X", None, only="this")
print(headers.setdefault("b", "9"), headers.setdefault("C", "5"), headers)
print(headers.keys(), headers.values(), headers.items())
del headers["CONTENT-disposition"], headers["nothing"]
print(repr(str(headers)), bytes(headers), str(Headers()) == "\r\n")
print(_formatparam("a"), _formatparam("a", "b"), _formatparam("a", "b", 0), _formatparam("a", "b c", 0))
for fail in (lambda: Headers(()), lambda: Headers([("a", 1)]), lambda: headers.__setitem__("a", b"x"), lambda: headers.__getitem__(1),
             lambda: headers.add_header("a", "b", c=1), lambda: headers.get_all(b"a"), lambda: bytes(Headers([("a", "\u20ac")]))):
  try:
    fail()
  except Exception as e:
    print(type(e).__name__, e)
