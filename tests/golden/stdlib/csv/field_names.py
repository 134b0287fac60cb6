# Field names that are no sequence are only looked at when a row comes.
import csv

for names in (iter(["a", "b"]), 5, "ab", ("a", "b", "c")):
  reader = csv.DictReader(["1,2", "3,4"], names)
  try:
    print(list(reader))
  except TypeError as error:
    print(error)
