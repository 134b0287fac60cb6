"""UTF-16, low bytes first."""
from encodings import _as_module, _native

globals().update(_as_module(_native('utf-16-le')))
