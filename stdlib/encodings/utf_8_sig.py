"""UTF-8 that may begin with a mark."""
from encodings import _as_module, _native

globals().update(_as_module(_native('utf-8-sig')))
