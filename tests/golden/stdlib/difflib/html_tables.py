# HtmlDiff of module difflib: tables of two texts side by side, whole pages, context, wrapped lines, tabs, and texts without lines or differences.
import difflib
import random

old = ["tea\n", "two cups\n", "milk & <sugar>\n", "\ttab\n", "gone\n", "gone too\n", "same\n", "\n", "end"]
new = ["tea\n", "three cups\n", "milk & <honey>\n", "    tab\n", "same\n", "\n", "new\n", "end"]
table = difflib.HtmlDiff().make_table(old, new, "before", "after")
print(table)
print(difflib.HtmlDiff(tabsize=4, wrapcolumn=6).make_table(old, new))
print(difflib.HtmlDiff(charjunk=None).make_file(["ä\n"], ["ö\n"], "größer", charset="ascii"))
print(difflib.HtmlDiff().make_table([], [], context=False))
print(difflib.HtmlDiff().make_table(["a\n"], ["a\n"], context=True))

numbers = [f"{number}\n" for number in range(40)]
changed = numbers.copy()
changed[3:4] = ["three\n", "and more\n"]
del changed[20]
changed[35] = "x\n"
for lines in (0, 2):
  print(difflib.HtmlDiff().make_table(numbers, changed, context=True, numlines=lines))


class Short(difflib.HtmlDiff):
  _table_template = "%(prefix)s|%(header_row)s\n%(data_rows)s"


rng = random.Random(4)
for _ in range(30):
  left = ["".join(rng.choices("abc d", k=rng.randint(0, 9))) + "\n" for _ in range(rng.randint(0, 9))]
  right = [line if rng.random() < 0.5 else line[:3] + "x" + line[4:] for line in left if rng.random() < 0.8] + ["new\n"] * rng.randint(0, 2)
  print(Short(wrapcolumn=rng.choice((None, 4))).make_table(left, right, context=rng.random() < 0.5, numlines=rng.randint(0, 2)))
