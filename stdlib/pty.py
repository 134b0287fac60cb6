"""Pseudo terminals: what a program writes to one end, another reads from the other end as from a terminal.

    pty.spawn(["/bin/sh"])  # A shell that believes to be on a terminal of its own.
"""

import os
import sys
import tty
from os import close, waitpid
from select import select
from tty import setraw, tcgetattr, tcsetattr

__all__ = ["openpty", "fork", "spawn"]

STDIN_FILENO = 0
STDOUT_FILENO = 1
STDERR_FILENO = 2
CHILD = 0
_HIGH_WATER = 4096  # So many bytes wait at most to be written.


def openpty():
  """The descriptors of the two ends of a new terminal: (master, slave)."""
  return os.openpty()


def master_open():
  """Deprecated: the descriptor of one end of a new terminal, and the name of the other."""
  master, slave = os.openpty()
  name = os.ttyname(slave)
  os.close(slave)
  return master, name


def slave_open(tty_name):
  """Deprecated: the descriptor of the end that has a name."""
  return os.open(tty_name, os.O_RDWR)


def fork():
  """A child process whose standard streams are a new terminal: (its id, the descriptor of the other end), and (0, -1) in the child."""
  pid, fd = os.forkpty()
  if pid == CHILD:
    try:
      os.setsid()
    except OSError:
      pass  # It leads a session already.
  return pid, fd


def _read(fd):
  return os.read(fd, 1024)


def _copy(master_fd, master_read=_read, stdin_read=_read):
  """Carry bytes from the standard input to the terminal and from there to the standard output, until the terminal is closed."""
  if not os.get_blocking(master_fd):
    _copy_unblocked(master_fd, master_read, stdin_read)
    return
  # A write of more than the terminal takes would block for ever.
  os.set_blocking(master_fd, False)
  try:
    _copy_unblocked(master_fd, master_read, stdin_read)
  finally:
    os.set_blocking(master_fd, True)


def _copy_unblocked(master_fd, master_read, stdin_read):
  has_input, has_output = master_fd != STDIN_FILENO, master_fd != STDOUT_FILENO
  to_master = to_output = b""
  while True:
    readers = [STDIN_FILENO] if has_input and len(to_master) < _HIGH_WATER else []
    if has_output and len(to_output) < _HIGH_WATER:
      readers.append(master_fd)
    writers = [STDOUT_FILENO] if has_output and to_output else []
    if to_master:
      writers.append(master_fd)
    readers, writers, _ = select(readers, writers, [])

    if STDOUT_FILENO in writers:
      try:
        to_output = to_output[os.write(STDOUT_FILENO, to_output):]
      except OSError:
        has_output = False
    if master_fd in readers:
      data = _read_master(master_fd, master_read)
      if not data:
        return
      to_output += data
    if master_fd in writers:
      to_master = to_master[os.write(master_fd, to_master):]
    if has_input and STDIN_FILENO in readers:
      data = stdin_read(STDIN_FILENO)
      has_input = bool(data)
      to_master += data


def _read_master(master_fd, master_read):
  """What the child wrote; nothing when it is gone, which is an error of the terminal."""
  try:
    return master_read(master_fd)
  except OSError:
    return b""


def spawn(argv, master_read=_read, stdin_read=_read):
  """Run a program on a new terminal that is connected to the standard streams, and return its status as os.waitpid() does. The
  functions read the bytes from the program and those for it; what is empty ends."""
  if isinstance(argv, str):
    argv = (argv,)
  sys.audit("pty.spawn", argv)
  pid, master_fd = fork()
  if pid == CHILD:
    os.execlp(argv[0], *argv)
  try:
    mode = tcgetattr(STDIN_FILENO)
    setraw(STDIN_FILENO)
  except tty.error:
    mode = None
  try:
    _copy(master_fd, master_read, stdin_read)
  finally:
    if mode is not None:
      tcsetattr(STDIN_FILENO, tty.TCSAFLUSH, mode)
  close(master_fd)
  return waitpid(pid, 0)[1]
