# Rows of random texts in random dialects, read by lines and as one line.
import csv
import random

r = random.Random(5)
PIECES = ["a", "b", "\u00e9", "\U0001f600", ",", ",", ",", '"', '"', "\n", "\r", "\r\n", " ", "'", "\\", ";", "1.5"]
for _ in range(500):
  text = "".join(r.choice(PIECES) for _ in range(r.randrange(14)))
  options = {}
  if r.random() < 0.3:
    options["quoting"] = r.choice([csv.QUOTE_MINIMAL, csv.QUOTE_ALL, csv.QUOTE_NONNUMERIC, csv.QUOTE_NONE])
  if r.random() < 0.3:
    options["escapechar"] = "\\"
  if r.random() < 0.3:
    options["skipinitialspace"] = True
  if r.random() < 0.3:
    options["delimiter"] = r.choice(";| a")
  if r.random() < 0.2:
    options["doublequote"] = False
  if r.random() < 0.2:
    options["strict"] = True
  lines = text.splitlines(True) if r.random() < 0.7 else [text]
  rows = []
  try:
    reader = csv.reader(lines, **options)
    for row in reader:
      rows.append(row)
    print(ascii(text), options, ascii(rows), reader.line_num)
  except (csv.Error, ValueError) as e:
    print(ascii(text), options, ascii(rows), type(e).__name__, ascii(str(e)))

csv.field_size_limit(3)
for text in ("abcd,e", "abc,defg", '"abcd"', "abc,def\n"):
  try:
    print(list(csv.reader([text])))
  except csv.Error as e:
    print(e)
