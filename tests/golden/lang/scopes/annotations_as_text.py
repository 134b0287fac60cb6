# Annotations as text keep the brackets that the grammar needs and no others.
from __future__ import annotations

a: x or y and z
b: (x or y) and z
c: x or (y or z)
d: (x and y) or z
e: x and y and z
f: not (x and y)
g: not x and y
h: (x if y else z) or w
i: x if (y or z) else w
for name, text in __annotations__.items():
    print(name, text)
