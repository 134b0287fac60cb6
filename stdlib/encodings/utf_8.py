"""UTF-8."""
from encodings import _as_module, _native

globals().update(_as_module(_native('utf-8')))
