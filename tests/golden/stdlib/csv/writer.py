# Writing rows: what is quoted, and how.
import csv
import io

def show(rows, **kwargs):
  out = io.StringIO()
  w = csv.writer(out, **kwargs)
  try:
    for row in rows:
      w.writerow(row)
  except csv.Error as e:
    print("Error", e)
  print(repr(out.getvalue()))

rows = [[1, "a,b", 'say "x"', None, 2.5, "", "line\nend", True], ["plain"], [""], []]
show(rows)
show(rows, quoting=csv.QUOTE_ALL)
show(rows, quoting=csv.QUOTE_NONNUMERIC)
show([["a,b"]], quoting=csv.QUOTE_NONE)
show([["a,b", 'q"', "e\\"]], quoting=csv.QUOTE_NONE, escapechar="\\")
show([['q"x']], doublequote=False, escapechar="\\")
show([[1, "x y"]], delimiter=" ", lineterminator="\n", quotechar="'")
show([["a", 1]], dialect="unix")
show([5])
show([[""]], quoting=csv.QUOTE_NONE)
out = io.StringIO()
w = csv.writer(out)
print(w.writerow(["x", 1]), w.writerows([[1, 2], (3, 4), "ab"]), repr(out.getvalue()), w.dialect.lineterminator)
try:
  csv.writer(5)
except TypeError as e:
  print(e)
