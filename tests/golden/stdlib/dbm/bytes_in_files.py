# Databases of bytes in two files.
import dbm
import dbm.dumb
import os
import tempfile

folder = tempfile.TemporaryDirectory()
os.chdir(folder.name)
open("a.txt", "w").write("text of no database")
with dbm.open("db", "c") as db:
  db["k"] = "v"; db[b"q"] = b"\xff"
  print(db["k"], db.keys(), b"k" in db, "zz" in db, db.get("zz"), list(db.items()), len(db))
  for bad in (lambda: db.__setitem__(1, "a"), lambda: db.__setitem__("a", 1), lambda: db["zz"], lambda: db.__delitem__("zz")):
    try:
      print(bad())
    except Exception as e:
      print(type(e).__name__, e)
  del db["k"]
try:
  db["q"]
except Exception as e:
  print(type(e).__name__, e)
print(open("db.dir", "rb").read(), open("db.dat", "rb").read())
print(dbm.whichdb("db"), dbm.whichdb("a.txt"), dbm.whichdb("none"))
with dbm.dumb.open("db", "n") as db:
  print(len(db), list(db))
