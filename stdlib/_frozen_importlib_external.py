"""The name under which classes of importlib.machinery are known."""

from _namespace_path import _NamespacePath
from importlib.machinery import (BYTECODE_SUFFIXES, EXTENSION_SUFFIXES, SOURCE_SUFFIXES, ExtensionFileLoader, FileFinder, NamespaceLoader, PathFinder,
                                 SourceFileLoader, SourcelessFileLoader)
