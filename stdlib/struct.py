"""Values as bytes in the layouts of C structs.

>>> pack('<hB', 1, 2)
b'\\x01\\x00\\x02'
>>> unpack('<hB', b'\\x01\\x00\\x02')
(1, 2)
"""
from _struct import Struct, _clearcache, calcsize, error, iter_unpack, pack, pack_into, unpack, unpack_from

__all__ = ['calcsize', 'pack', 'pack_into', 'unpack', 'unpack_from', 'iter_unpack', 'Struct', 'error']
