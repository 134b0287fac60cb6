# Handlers: responses of all shapes, errors before and after headers, CGI.
import io
import os
import re
import sys
import warnings
from wsgiref import handlers
from wsgiref.handlers import BaseCGIHandler, BaseHandler, CGIHandler, IISCGIHandler, SimpleHandler
from wsgiref.util import FileWrapper, setup_testing_defaults


def shown(data):
  return re.sub(rb"Date: [^\r]*", b"Date: now", data)


def run(application, kind=SimpleHandler, **changes):
  environ = {}
  setup_testing_defaults(environ)
  environ.update(changes)
  out, err = io.BytesIO(), io.StringIO()
  handler = kind(io.BytesIO(b"body"), out, err, environ)
  handler.os_environ = {}
  handler.run(application)
  print(application.__name__, kind.__name__, shown(out.getvalue()))
  text = err.getvalue()
  if text:
    print("  reported:", text.splitlines()[0], text.splitlines()[-1])
  print("  after:", handler.status, repr(handler.headers), type(handler.result), handler.environ is None, handler.headers_sent, handler.bytes_sent)


class Closing(list):
  def close(self):
    print("  closed")


def one_block(environ, start):
  start("200 OK", [("Content-Type", "text/plain")])
  return Closing([environ["wsgi.input"].read()])


def blocks(environ, start):
  start("200 OK", [("Content-Type", "text/plain"), ("Date", "fixed")])
  return [b"one", b"two"]


def generator(environ, start):
  start("201 Made", [("X", "y")])
  yield b"first"
  yield b""
  yield b"second"


def nothing(environ, start):
  start("204 No Content", [])
  return Closing()


def by_write(environ, start):
  write = start("200 OK", [("A", "b")])
  write(b"written ")
  return [b"returned"]


def file(environ, start):
  start("200 OK", [])
  return environ["wsgi.file_wrapper"](io.BytesIO(b"x" * 10), 4)


def fails_early(environ, start):
  raise KeyError("early")


def fails_late(environ, start):
  start("200 OK", [])
  yield b"some"
  raise ValueError("late")


def own_error(environ, start):
  start("200 OK", [("A", "first")])
  try:
    raise ZeroDivisionError("own")
  except ZeroDivisionError:
    start("400 Own", [("A", "second")], sys.exc_info())
  return [b"mended"]


def error_after_headers(environ, start):
  start("200 OK", [])(b"sent ")
  try:
    raise ZeroDivisionError("too late")
  except ZeroDivisionError:
    start("400 Own", [], sys.exc_info())
  return [b"never"]


def twice(environ, start):
  start("200 OK", [])
  start("200 OK", [])
  return []


def gone(environ, start):
  start("200 OK", [])
  raise BrokenPipeError("client")


for application in (one_block, blocks, generator, nothing, by_write, file, fails_early, fails_late, own_error, error_after_headers, twice, gone):
  run(application)
run(one_block, BaseCGIHandler)
run(fails_early, BaseCGIHandler)
run(blocks, SERVER_PROTOCOL="HTTP/0.9")


def starting(*arguments):
  def bad_start(environ, start):
    start(*arguments)
    return [b"x"]
  return bad_start


for arguments in ((200, []), ("200", []), ("2xx OK", []), ("200-OK", []), ("200 OK", [("Connection", "close")]), ("200 OK", [("a", 1)]),
                  ("200 OK", ()), ("200 OK", [(b"a", "b")])):
  run(starting(*arguments))


def text_block(environ, start):
  start("200 OK", [])
  return ["text"]


def without_start(environ, start):
  return [b"x"]


run(text_block)
run(without_start)


class Server(SimpleHandler):
  server_software = "Tests/1"
  http_version = "1.1"
  error_body = b"own words"
  error_headers = [("Content-Type", "text/own")]
  traceback_limit = 0

  def sendfile(self):
    self.send_headers()
    self._write(b"<sent otherwise>")
    return True


run(file, Server)
run(fails_early, Server)
run(nothing, Server)


class Partial(io.BytesIO):
  def write(self, data):
    return super().write(data[:7])


environ = {}
setup_testing_defaults(environ)
out = Partial()
with warnings.catch_warnings(record=True) as caught:
  warnings.simplefilter("always")
  handler = SimpleHandler(io.BytesIO(), out, io.StringIO(), environ)
  handler.run(blocks)
print(shown(out.getvalue()), {str(warning.message) for warning in caught}, caught[0].category.__name__)

for name in ("_write", "_flush", "get_stdin", "get_stderr", "add_cgi_vars"):
  try:
    getattr(BaseHandler(), name)(*[b""] * (name == "_write"))
  except NotImplementedError as e:
    print(name, repr(e))

os.environ.clear()
os.environ.update(REQUEST_METHOD="GET", PATH_INFO="/s/\u20ac", SCRIPT_NAME="/s", HTTP_X="\xe9", REDIRECT_REDIRECT_HTTPS="\xe9", OTHER="\xe9", SERVER_NAME="n",
                  SERVER_PORT="1", SERVER_PROTOCOL="HTTP/1.0")
print(handlers.read_environ())
print([handlers.format_date_time(at) for at in (0, 1e9, 1234567890.9)])


class Files:
  def __init__(self, buffer):
    self.buffer = buffer

  def write(self, text):
    pass


def cgi(environ, start):
  start("200 OK", [("Content-Type", "text/plain")])
  return [repr((environ["PATH_INFO"], environ["wsgi.run_once"], environ["wsgi.multithread"], environ["wsgi.multiprocess"])).encode()]


stdin, stdout = sys.stdin, sys.stdout
for kind in (CGIHandler, IISCGIHandler):
  sys.stdin, sys.stdout = Files(io.BytesIO()), Files(io.BytesIO())
  try:
    kind().run(cgi)
    sent = sys.stdout.buffer.getvalue()
  finally:
    sys.stdin, sys.stdout = stdin, stdout
  print(kind.__name__, sent)
