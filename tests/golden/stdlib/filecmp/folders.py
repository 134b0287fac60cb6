# Files and folders compared.
import filecmp
import os
import tempfile

folder = tempfile.TemporaryDirectory()
os.chdir(folder.name)
os.makedirs("l/s")
os.makedirs("r/s")
os.makedirs("l/f")
for n, t in (("l/x", "a"), ("r/x", "a"), ("l/y", "a"), ("r/y", "bb"), ("l/only", ""), ("r/f", ""), ("l/s/q", "1"), ("r/s/q", "2"), ("r/new", "n"), ("l/tags", "")):
  open(n, "w").write(t)
  os.utime(n, (1, 1))
c = filecmp.dircmp("l", "r")
c.report()
print()
c.report_full_closure()
print()
c.report_partial_closure()
print(c.common, c.left_only, c.right_only, c.common_funny, c.subdirs.keys(), c.same_files, c.diff_files, c.funny_files, c.left_list)
print(filecmp.cmp("l/s/q", "r/s/q"), filecmp.cmp("l/s/q", "r/s/q", shallow=False), filecmp.cmpfiles("l", "r", ["x", "y", "only", "f"]))
for bad in (lambda: c.other, lambda: filecmp.cmp("l/x", "none"), lambda: filecmp.dircmp("l", "none").common, lambda: filecmp.dircmp("l", "r", hide="x").left_list):
  try:
    print(bad())
  except Exception as e:
    print(type(e).__name__, e)
filecmp.clear_cache()
