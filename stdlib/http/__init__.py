"""HTTP status codes and methods.

>>> HTTPStatus.NOT_FOUND, HTTPStatus(200).phrase
(<HTTPStatus.NOT_FOUND: 404>, 'OK')
"""
__all__ = ["HTTPStatus", "HTTPMethod"]


def __getattr__(name):
  if name not in __all__:
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
  # Those who import a module of the package may want neither.
  from http import _status
  globals().update(HTTPStatus=_status.HTTPStatus, HTTPMethod=_status.HTTPMethod)
  return globals()[name]


def __dir__():
  return sorted({*globals(), *__all__})
