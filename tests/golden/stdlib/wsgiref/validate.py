# The validator: each mistake of a server and of an application.
import io
import warnings
from wsgiref.types import StartResponse, WSGIEnvironment
from wsgiref.util import setup_testing_defaults
from wsgiref.validate import validator, PartialIteratorWrapper, WSGIWarning


def good_environ(**changes):
  environ = {"QUERY_STRING": ""}
  setup_testing_defaults(environ)
  for name, value in changes.items():
    name = name.replace("__", ".")
    if value is None:
      environ.pop(name, None)
    else:
      environ[name] = value
  return environ


def good(environ, start):
  start("200 OK", [("Content-Type", "text/plain")])
  return [b"fine"]


def start_response(status, headers, exc_info=None):
  return written.append


written = []


def attempt(label, application=good, environ=None, arguments=None, use=None):
  with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always", WSGIWarning)
    try:
      result = validator(application)(*(arguments or (environ or good_environ(), start_response)))
      try:
        print(label, "->", use(result) if use else list(result))
      finally:
        result.close()
    except Exception as e:
      print(label, "->", type(e).__name__, e)
  for warning in caught:
    print("  ", warning.category.__name__, warning.message)


attempt("good")
attempt("arguments", arguments=(1,))
for changes in ({"REQUEST_METHOD": None}, {"wsgi__errors": None}, {"HTTP_CONTENT_TYPE": "x"}, {"HTTP_CONTENT_LENGTH": "1"}, {"QUERY_STRING": None},
                {"OWN": 1}, {"own__key": 1}, {"wsgi__version": "1.0"}, {"wsgi__url_scheme": "ftp"}, {"REQUEST_METHOD": "FETCH"},
                {"SCRIPT_NAME": "x"}, {"PATH_INFO": "x"}, {"CONTENT_LENGTH": "-1"}, {"CONTENT_LENGTH": "x"}, {"SCRIPT_NAME": "/", },
                {"PATH_INFO": None}):
  attempt(changes, environ=good_environ(**changes))


class Bare:
  def __repr__(self):
    return "<bare>"


attempt("input", environ=good_environ(wsgi__input=Bare()))
attempt("errors", environ=good_environ(wsgi__errors=Bare()))
attempt("environ", environ=type("E", (dict,), {"__repr__": lambda self: "<E>"})(good_environ()))

typed = [("Content-Type", "a/b")]
for arguments in (("200 OK",), ("200 OK", typed, None, None), (200, typed), ("20 OK", typed), ("2000 OK", typed), ("abc OK", typed), ("099 OK", typed),
                  ("200", typed), ("200OK", typed), ("200  OK", typed), ("", typed), ("200 OK", tuple(typed)), ("200 OK", [["a", "b"]]),
                  ("200 OK", [("a", "b", "c")]), ("200 OK", [(b"a", "b")]), ("200 OK", [("a", 1)]), ("200 OK", [("Status", "1")]),
                  ("200 OK", [("a:b", "c")]), ("200 OK", [("a\nb", "c")]), ("200 OK", [("1a", "c")]), ("200 OK", [("a-", "c")]), ("200 OK", [("a_", "c")]),
                  ("200 OK", [("a", "b\nc")]), ("200 OK", []), ("204 None", typed), ("204 None", []), ("304 Same", [("X", "y")]),
                  ("200 OK", typed, "error"), ("200 OK", typed, (None, None, None))):
  def application(environ, start):
    start(*arguments)
    return [b"x"]
  attempt(arguments, application)


def with_keyword(environ, start):
  start("200 OK", headers=typed)
  return []


def returning(value, started=True):
  def application(environ, start):
    if started:
      start("200 OK", typed)
    return value
  return application


attempt("keyword", with_keyword)
for value in (None, False, "text", b"bytes", [], ["text"], [b"a", b"b"], (b"t",), iter([b"i"])):
  attempt(repr(value).split(" object")[0], returning(value))
attempt("not started", returning([b"x"], False))


def use_files(environ, start):
  write = start("200 OK", typed)
  file, errors = environ["wsgi.input"], environ["wsgi.errors"]
  print(file.read(1), file.readline(), file.readline(2), file.readlines(), list(file))
  errors.write("one\n")
  errors.writelines(["two", "\n"])
  errors.flush()
  for call in (lambda: file.read(), lambda: file.readline(1, 2), lambda: file.close(), lambda: errors.close(), lambda: errors.write(b""),
               lambda: write("text"), lambda: write(b"good")):
    try:
      print("  ", call())
    except AssertionError as e:
      print("  ", repr(e))
  return [b"x"]


environ = good_environ(wsgi__input=io.BytesIO(b"first line\nsecond\nthird\n"))
errors = environ["wsgi.errors"]
attempt("files", use_files, environ)
print(written, repr(errors.getvalue()))


class Source(list):
  def close(self):
    print("  closed")


def read_after_close(result):
  result.close()
  return next(result)


attempt("closed twice", returning(Source([b"x"])))
attempt("read after close", returning(Source([b"x"])), use=read_after_close)
inner = iter(PartialIteratorWrapper([b"p"]))
print(list(inner))
inner.close()
print(StartResponse.__name__, WSGIEnvironment)
