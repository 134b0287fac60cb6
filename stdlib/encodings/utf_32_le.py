"""UTF-32, low bytes first."""
from encodings import _as_module, _native

globals().update(_as_module(_native('utf-32-le')))
