"""Sequences of numbers or characters of one machine type, stored side by side.

>>> array('h', [1, 2, 3]).tobytes()
b'\\x01\\x00\\x02\\x00\\x03\\x00'
"""
from _array import _array_reconstructor, array
from collections.abc import MutableSequence as _MutableSequence

ArrayType = array
typecodes = 'bBuhHiIlLqQfd'
_MutableSequence.register(array)
