# Objects in a file by name; what was changed inside of them; shelves that are not closed.
import dbm
import os
import shelve
import tempfile

folder = tempfile.TemporaryDirectory()
os.chdir(folder.name)
open("a.txt", "w").close()
with shelve.open("sh") as s:
  s["a"] = [1, 2]
  s["ü"] = {"x": {1}}
  s["a"].append(3)
  print(sorted(s), s["a"], len(s), "a" in s, s.get("q", 5), s.pop("ü"))
print(sorted(n for n in os.listdir() if n.startswith("sh")), open("sh.dir").read())
def run():
  s = shelve.open("sh", writeback=True)
  s.setdefault("n", []).append(1)
  s["a"].append(9)
run()
def run2():
  s = shelve.open("sh")
  print(s["n"], s["a"])
  s["n"] = list(range(900))
  s["k"] = 1
run2()
with shelve.open("sh", "r") as s:
  print(len(s["n"]), dict(s).keys())
  try:
    s["x"] = 1
  except Exception as e:
    print(type(e).__name__, e)
for bad in (lambda: s["a"], lambda: shelve.open("none", "r"), lambda: shelve.open("sh", "q"), lambda: dbm.open("none", "w"), lambda: dbm.open("a.txt"), lambda: shelve.open("sh")[3], lambda: shelve.open("sh")["zz"], lambda: shelve.open("sh").__setitem__("f", lambda: 1)):
  try:
    print(bad())
  except dbm.error as e:
    print("dbm.error", type(e), e)
  except Exception as e:
    print(type(e).__name__, e)
print(repr(s.dict))
m = shelve.Shelf({}, protocol=2)
m["x"] = (1, 2)
print(m.dict)
m.close()
print(m.dict)
