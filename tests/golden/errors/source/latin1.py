# coding: latin-1
# A source file in Latin-1, as its first line says.
x = "café"
print(x, len(x))
