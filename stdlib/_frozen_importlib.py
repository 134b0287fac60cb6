"""The name under which classes of importlib.machinery are known."""

from importlib.machinery import BuiltinImporter, FrozenImporter, ModuleSpec
