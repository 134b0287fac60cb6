# Refusals of fstatvfs(), walk(), getrandom(), putenv() and of open() for what is no path.
import os


def tried(function, *arguments):
  try:
    print(function.__name__, type(function(*arguments)).__name__)
  except (TypeError, OSError, ValueError) as error:
    print(function.__name__, type(error).__name__, error)


for arguments in ((9999,), ("x",), (), (0, 1)):
  tried(os.fstatvfs, *arguments)
for arguments in ((5,), (None,)):
  tried(os.walk, *arguments)
for arguments in ((3,), (3, 99), (-1,), ("x",), ()):
  tried(os.getrandom, *arguments)
for arguments in (("a", 5), (5, "a"), ("a=b", "c")):
  tried(os.putenv, *arguments)
for arguments in ((None, "qb"), ([], "q"), (1.5, "q"), ("/none", "q")):
  tried(open, *arguments)
print(os.DirEntry, len(os.getrandom(7)))
