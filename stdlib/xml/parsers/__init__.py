"""Parsers of XML; expat is the one that there is."""
