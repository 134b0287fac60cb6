# Reading rows: quotes, escapes, blanks, line ends inside fields.
import csv
import io

def show(text, **kwargs):
  print(list(csv.reader(io.StringIO(text, newline=""), **kwargs)))

show('a,b,c\r\n1,"x, y",""\r\n')
show('"he said ""hi""",2\n\n"two\nlines",end\n')
show("a;b\tc", delimiter=";")
show("'a,b',c", quotechar="'")
show("a, b,  c", skipinitialspace=True)
show(r'a\,b,"c\"d"', escapechar="\\", doublequote=False)
show('1,"2",x', quoting=csv.QUOTE_NONE)
show('1,"two",3.5', quoting=csv.QUOTE_NONNUMERIC)
show('a,"b"c,d"e"\n"open', strict=False)
show("a\tb\n", dialect="excel-tab")
show("")
show("\n,\n")
r = csv.reader(["x,y", '"multi', 'line",z'])
print(next(r), r.line_num, next(r), r.line_num, r.dialect.delimiter, next(r, "end"))
for f in (lambda: list(csv.reader([b"a"])), lambda: list(csv.reader(['"a"b'], strict=True)), lambda: list(csv.reader(['"a'], strict=True)), lambda: list(csv.reader(["a\rb"])), lambda: csv.reader(["a"], delimiter=";;"), lambda: csv.reader([""], delimiter=5),
          lambda: csv.reader([""], quotechar="''"), lambda: csv.reader([""], quoting=9), lambda: csv.reader([""], quoting="x"), lambda: csv.reader([""], dialect="nope"), lambda: csv.reader(5), lambda: csv.reader([""], quotechar=None, quoting=csv.QUOTE_ALL)):
  try:
    print(f())
  except (csv.Error, TypeError, ValueError) as e:
    print(type(e).__name__, e)
old = csv.field_size_limit(5)
try:
  list(csv.reader(["abcdef"]))
except csv.Error as e:
  print(old, e)
