# Lines of several files as one, files that are rewritten in place, hooks, mistakes.
import fileinput
import os
import sys
import tempfile

folder = tempfile.TemporaryDirectory()
os.chdir(folder.name)
for n, t in (("a.txt", "one\ntwo\n"), ("b.txt", "three\nfour"), ("e.txt", "")):
  open(n, "w").write(t)
with fileinput.input(files=("a.txt", "e.txt", "b.txt"), encoding="utf-8") as f:
  print(f.filename(), f.lineno(), f.fileno(), f.isfirstline())
  for line in f:
    print(fileinput.filename(), fileinput.lineno(), fileinput.filelineno(), fileinput.isfirstline(), fileinput.isstdin(), fileinput.fileno() > 2, repr(line))
  print(f.lineno(), f.filename())
for line in fileinput.input("a.txt", inplace=True, backup=".orig"):
  print(fileinput.filelineno(), line.upper(), end="")
print(sorted(os.listdir()), open("a.txt").read(), open("a.txt.orig").read())
for line in fileinput.FileInput(["a.txt", "b.txt"], inplace=True):
  sys.stdout.write(line.replace("T", "+"))
print(sorted(os.listdir()), open("a.txt").read())
with fileinput.input(["a.txt", "b.txt"], mode="rb") as f:
  print(next(f))
  f.nextfile()
  print(f.readline(), f.lineno())
  print(f.readline(), f.readline())
with fileinput.input(["a.txt"], openhook=fileinput.hook_encoded("utf-8")) as f:
  print(list(f))
for bad in (lambda: fileinput.lineno(), lambda: fileinput.FileInput(inplace=1, openhook=open), lambda: fileinput.FileInput(openhook=3), lambda: list(fileinput.input(["missing"])), lambda: fileinput.input("a.txt") and None, lambda: list(fileinput.FileInput("missing"))):
  try:
    print(bad())
  except Exception as e:
    print(type(e).__name__, e)
fileinput.close()
print(list(fileinput.input(["-", "a.txt"])), fileinput.FileInput[int])
