# Terminals of a program's own: both ends of one, a child on one, and a program that is run on one.
import functools
import os
import pty
import termios
import tty

print = functools.partial(print, flush=True)


def read_all(fd):
  data = b""
  try:
    while piece := os.read(fd, 1024):
      data += piece
  except OSError:
    pass  # The other end is closed.
  return data


master, slave = pty.openpty()
print(os.isatty(master), os.isatty(slave), os.ttyname(slave).startswith("/dev/pts/"))
os.write(slave, b"one line\n")
print(os.read(master, 100))
os.write(master, b"typed\n")
print(os.read(slave, 100), os.read(master, 100))
tty.setraw(slave)
os.write(master, b"a\x03b")
print(os.read(slave, 100))
termios.tcsetwinsize(slave, (30, 90))
print(os.get_terminal_size(slave), termios.tcgetwinsize(master))
os.close(slave)
os.close(master)

pid, fd = pty.fork()
if pid == pty.CHILD:
  print("child", os.isatty(0), os.isatty(1), os.getpid() == os.getsid(0), fd, flush=True)
  os._exit(3)
print(read_all(fd), os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
os.close(fd)

heard = []


def listen(fd):
  data = os.read(fd, 1024)
  heard.append(data)
  return data


status = pty.spawn(["sh", "-c", "test -t 0 && test -t 1 && echo on a terminal; exit 5"], listen, lambda fd: b"")
print(os.waitstatus_to_exitcode(status), b"".join(heard))
print(pty.spawn("true"), pty.__all__, pty.STDIN_FILENO, pty.STDOUT_FILENO, pty.STDERR_FILENO)
name = pty.master_open()
with os.fdopen(pty.slave_open(name[1]), "wb", 0) as slave:
  print(slave.isatty())
os.close(name[0])
print(tty.error is termios.error, tty.TCSAFLUSH)
