# A letter outside ASCII in bytes. (CPython counts the place in bytes, Coil in characters.)
x = b"é"
