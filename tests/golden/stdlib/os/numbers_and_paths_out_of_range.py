# Numbers that the system has no room for, times that are none, and paths with a NUL.
import os
import tempfile

file = tempfile.TemporaryFile()
for call in (lambda: os.lseek(file.fileno(), 2**70, 0), lambda: os.lseek(file.fileno(), -(2**70), 0), lambda: os.utime(".", ("a", 1)), lambda: os.utime(".", (1, None)),
             lambda: os.stat(b"\0"), lambda: os.stat("\0"), lambda: os.listdir(b"a\0"), lambda: os.utime(b"a\0"), lambda: os.getgrouplist("a\0b", 1),
             lambda: os.getgrouplist("nobodyatall", 2**40), lambda: os.getgrouplist("nobodyatall", -5), lambda: os.getgrouplist("nobodyatall", -1),
             lambda: os.getgrouplist("nobodyatall", 2**32 - 1)):
  try:
    print(call())
  except Exception as error:
    print(type(error).__name__, error)
with tempfile.NamedTemporaryFile() as named:
  print(named.name == named.file.name)
