# Kinds of files and permission letters.
import stat

for mode in (0o100644, 0o040755, 0o120777, 0o010600, 0o140700, 0o060660, 0o020666, 0o104755, 0o042711, 0o041777, 0o107000, 0):
  print(oct(mode), stat.filemode(mode), oct(stat.S_IMODE(mode)), oct(stat.S_IFMT(mode)), stat.S_ISREG(mode), stat.S_ISDIR(mode),
        stat.S_ISLNK(mode), stat.S_ISFIFO(mode), stat.S_ISSOCK(mode), stat.S_ISBLK(mode), stat.S_ISCHR(mode))
print(stat.S_IRUSR | stat.S_IWGRP | stat.S_IXOTH, stat.ST_SIZE, stat.S_ISDOOR(0), stat.S_ISPORT(0), stat.S_ISWHT(0))
for mode in ("x", None, 1.5, -1, 2**40):
  try:
    print(stat.filemode(mode))
  except (TypeError, OverflowError) as error:
    print(type(error).__name__, error)

# The tests take what fits the machine's type of modes.
for function in (stat.S_IMODE, stat.S_IFMT, stat.S_ISLNK, stat.S_ISDOOR, stat.filemode):
  for mode in (True, -1, 2**32 - 1, 2**40, 2**70, "x"):
    try:
      print(function.__name__, mode, function(mode))
    except (TypeError, OverflowError) as error:
      print(function.__name__, mode, type(error).__name__, error)
