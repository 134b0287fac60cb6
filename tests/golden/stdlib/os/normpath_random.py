# normpath() of many texts, and of the same as bytes.
import os.path
import random

r = random.Random(3)
for _ in range(200):
  path = "".join(r.choice(["/", "/", ".", "..", "a", "b c", "\u00e9", "\U0001f600", "./", "../"]) for _ in range(r.randrange(9)))
  normal = os.path.normpath(path)
  print(ascii(path), ascii(normal), os.fsdecode(os.path.normpath(os.fsencode(path))) == normal)
