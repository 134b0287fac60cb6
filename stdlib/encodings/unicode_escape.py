"""Text as the inside of a literal."""
from encodings import _as_module, _unicode_escape

globals().update(_as_module(_unicode_escape()))
