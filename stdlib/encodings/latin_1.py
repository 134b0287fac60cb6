"""Latin-1."""
from encodings import _as_module, _native

globals().update(_as_module(_native('iso8859-1')))
