"""The encoding of Windows in the west."""
from encodings import _as_module, _native

globals().update(_as_module(_native('cp1252')))
