# A letter outside ASCII in bytes.
x = b"é"
