# DictReader, DictWriter, registered dialects and the sniffer.
import csv
import io

r = csv.DictReader(["name,age", "Ann,30", "Bob", "Cy,40,extra", "", "D,1"], restkey="rest", restval="?")
print(r.fieldnames, list(r), r.line_num)
print(list(csv.DictReader(["1,2"], fieldnames=["a", "b"])))
out = io.StringIO()
w = csv.DictWriter(out, ["a", "b"], restval="-", lineterminator="\n")
w.writeheader()
w.writerow({"a": 1})
w.writerows([{"b": 2, "a": 3}])
print(repr(out.getvalue()))
try:
  w.writerow({"c": 1})
except ValueError as e:
  print(e)
csv.DictWriter(out, ["a"], extrasaction="ignore").writerow({"a": 1, "z": 2})
csv.register_dialect("pipes", delimiter="|", quoting=csv.QUOTE_NONE)
print(sorted(csv.list_dialects()), next(csv.reader(["a|b"], "pipes")), csv.get_dialect("pipes").delimiter)
csv.unregister_dialect("pipes")
for f in (lambda: csv.get_dialect("pipes"), lambda: csv.unregister_dialect("pipes"), lambda: csv.register_dialect(5)):
  try:
    f()
  except (csv.Error, TypeError) as e:
    print(type(e).__name__, e)

class semicolons(csv.excel):
  delimiter = ";"

print(next(csv.reader(["a;b"], semicolons)), next(csv.reader(["a;b"], semicolons())))
d = csv.Sniffer().sniff('name;"age"\n"Ann";30\n"B;b";4\n')
print(d.delimiter, d.quotechar, d.doublequote, csv.Sniffer().sniff("a,b,c\n1,2,3\n4,5,6\n").delimiter, csv.Sniffer().has_header("name,age\nAnn,30\nBob,25\n"), csv.Sniffer().has_header("1,2\n3,4\n"))

# Wrong numbers of arguments.
for call in (lambda: csv.reader(), lambda: csv.writer(), lambda: csv.writer(out, "excel", 3), lambda: csv.register_dialect(),
             lambda: csv.register_dialect("a", "b", "c"), lambda: csv.field_size_limit(1, 2), lambda: csv.reader([], dialect="unknown")):
  try:
    call()
  except (csv.Error, TypeError) as e:
    print(type(e).__name__, repr(str(e)))
