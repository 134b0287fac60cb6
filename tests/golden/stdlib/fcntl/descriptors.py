# Flags and locks of descriptors.
import fcntl
import os
import tempfile

reader, writer = os.pipe()
print(fcntl.fcntl(reader, fcntl.F_GETFD), fcntl.fcntl(reader, fcntl.F_GETFL) & os.O_ACCMODE, fcntl.fcntl(writer, fcntl.F_GETFL) & os.O_ACCMODE)
flags = fcntl.fcntl(reader, fcntl.F_GETFL)
fcntl.fcntl(reader, fcntl.F_SETFL, flags | os.O_NONBLOCK)
print(os.get_blocking(reader), fcntl.fcntl(reader, fcntl.F_SETFD, 0), fcntl.fcntl(reader, fcntl.F_GETFD))
try:
  os.read(reader, 1)
except BlockingIOError as error:
  print(error)
copy = fcntl.fcntl(reader, fcntl.F_DUPFD, 100)
print(copy >= 100, fcntl.fcntl(copy, fcntl.F_GETFL) == fcntl.fcntl(reader, fcntl.F_GETFL))
with tempfile.TemporaryFile() as file:
  print(fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB), fcntl.flock(file.fileno(), fcntl.LOCK_UN))
  print(fcntl.lockf(file, fcntl.LOCK_EX, 10, 5), fcntl.lockf(file, fcntl.LOCK_UN), fcntl.lockf(file, fcntl.LOCK_SH | fcntl.LOCK_NB))
with tempfile.NamedTemporaryFile() as file, open(file.name) as other:
  fcntl.flock(file, fcntl.LOCK_EX)
  try:
    fcntl.flock(other, fcntl.LOCK_EX | fcntl.LOCK_NB)
  except BlockingIOError as error:
    print(error)
for arguments in ((99999, fcntl.F_GETFD), ("a", 1), (-1, 1), (reader, fcntl.F_GETFD, "x", 5)):
  try:
    fcntl.fcntl(*arguments)
  except (OSError, TypeError, ValueError) as error:
    print(f"{type(error).__name__}: {error}")
try:
  fcntl.lockf(writer, 0)
except ValueError as error:
  print(error)
