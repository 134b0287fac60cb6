"""Sequences of numbers or characters of one machine type, stored side by side.

>>> array('h', [1, 2, 3]).tobytes()
b'\\x01\\x00\\x02\\x00\\x03\\x00'
"""
import sys as _sys

from _array import _array_reconstructor, array

ArrayType = array
typecodes = 'bBuhHiIlLqQfd'
if "_collections_abc" in _sys.modules:
  _sys.modules["_collections_abc"].MutableSequence.register(array)
