"""Stands for pydoc, which some test files import; the tests that use it fail."""
