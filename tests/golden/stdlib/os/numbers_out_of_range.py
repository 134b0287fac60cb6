# Numbers that do not fit what the system takes: processes, signals, descriptors, users, positions, devices.
import os
import signal


def tried(function, *arguments):
  try:
    print(function.__name__, function(*arguments))
  except (OverflowError, ValueError, TypeError, OSError) as error:
    print(function.__name__, type(error).__name__, error)


for number in (2**70, -2**70, 2**32, -2**31 - 1, 2**63):
  print(number)
  for function in (signal.getsignal, signal.strsignal, signal.raise_signal, signal.set_wakeup_fd, os.getpgid, os.getsid, os.sched_getaffinity, os.isatty,
                   os.dup, os.fsync, os.WIFEXITED, os.waitstatus_to_exitcode, os.get_blocking, os.sysconf):
    if number != -2**31 - 1 or function is not os.fsync:
      tried(function, number)
  tried(os.sched_setaffinity, number, [0])
  tried(os.sched_setaffinity, 0, [number])
  tried(signal.signal, number, signal.SIG_IGN)
  tried(signal.pthread_sigmask, signal.SIG_BLOCK, [number])
  tried(os.kill, number, 0)
  tried(os.setgid, number)
  tried(os.makedev, number, 0)
for number in (2**70, -2**70, 2**63):
  tried(os.pread, 0, 1, number)
  tried(os.pwrite, 1, b"", number)
  tried(os.read, 0, number)
for number in (2**64, -1, 2**64 - 1, 0x12345678, "x"):
  tried(os.major, number)
  tried(os.minor, number)
tried(os.makedev, 8, 17)
tried(signal.signal, "no number", signal.SIG_DFL)
tried(signal.signal, 64.9, signal.SIG_DFL)
