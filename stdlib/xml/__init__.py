"""XML: parsers, trees of elements, and events."""

__all__ = ["etree", "parsers", "sax"]
