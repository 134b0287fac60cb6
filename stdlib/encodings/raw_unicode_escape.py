"""Text as the inside of a raw literal, with escapes for characters beyond Latin-1."""
from encodings import _as_module, _raw_unicode_escape

globals().update(_as_module(_raw_unicode_escape()))
