# print with sep, end, file, flush and odd values.
import sys
print(); print(1, "a", None, [1], sep="-"); print("x", end="!\n"); print(1, 2, sep=""); print("a", "b", sep="\n")
print("to stdout", file=sys.stdout, flush=True); print(*[], sep="x"); print("None sep", 1, sep=None, end=None)
class W:
  def write(self, s): parts.append(s)
parts = []
print("a", 1, file=W(), end="."); print(parts)
for f in (lambda: print(1, sep=5), lambda: print(1, end=5), lambda: print(1, foo=2), lambda: print(1, file=5)):
  try: f()
  except Exception as e: print(type(e).__name__, e)
print(sys.stdout.write("written\n"))


# Separators are written as str() gives them.
class Shown(str):
  def __str__(self):
    return "<shown>"


print(1, 2, sep=Shown("::"), end=Shown("--"))
print()
