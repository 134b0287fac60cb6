"""UTF-32, high bytes first."""
from encodings import _as_module, _native

globals().update(_as_module(_native('utf-32-be')))
