"""Processes that work together: start them, send them values, share memory and locks with them.

Children are made by fork() and begin with everything their parent has; the method 'spawn' starts them from nothing and
imports the program's file under the name __mp_main__.
"""
import sys

from . import context

__all__ = [name for name in dir(context._default_context) if not name.startswith("_")]
globals().update((name, getattr(context._default_context, name)) for name in __all__)

SUBDEBUG = 5
SUBWARNING = 25

# What children of the method 'spawn' pickle as __mp_main__.X is found here.
if "__main__" in sys.modules:
  sys.modules["__mp_main__"] = sys.modules["__main__"]
