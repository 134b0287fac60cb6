"""UTF-16 with a mark of its byte order."""
from encodings import _as_module, _native

globals().update(_as_module(_native('utf-16')))
