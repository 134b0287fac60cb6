"""XML: parsers, trees of elements, and events."""

__all__ = ["dom", "etree", "parsers", "sax"]
