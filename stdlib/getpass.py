"""Passwords from the terminal, without showing them."""

import os
import sys

__all__ = ["getpass", "getuser", "GetPassWarning"]


class GetPassWarning(UserWarning):
  """The password may be shown while it is typed."""


def unix_getpass(prompt="Password: ", stream=None):
  """Asks for a password on the terminal."""
  try:
    import termios
    terminal = open("/dev/tty", "r+b", buffering=0)
  except (ImportError, OSError):
    return _from_stdin(prompt, stream)
  with terminal:
    fd = terminal.fileno()
    try:
      old = termios.tcgetattr(fd)
      new = old[:]
      new[3] &= ~termios.ECHO
      termios.tcsetattr(fd, termios.TCSAFLUSH, new)
    except termios.error:
      return _from_stdin(prompt, stream)
    try:
      _write(terminal, stream, prompt)
      line = b""
      while not line.endswith(b"\n"):
        byte = terminal.read(1)
        if not byte:
          break
        line += byte
      if not line:
        raise EOFError
    finally:
      termios.tcsetattr(fd, termios.TCSAFLUSH, old)
    _write(terminal, stream, "\n")
    return line.decode(errors="surrogateescape").rstrip("\n")


def _write(terminal, stream, text):
  if stream is None:
    terminal.write(text.encode())
  else:
    stream.write(text)
    stream.flush()


def fallback_getpass(prompt="Password: ", stream=None):
  """Asks for a password without hiding it, and warns of that."""
  import warnings
  warnings.warn("Can not control echo on the terminal.", GetPassWarning, stacklevel=2)
  stream = stream or sys.stderr
  print("Warning: Password input may be echoed.", file=stream)
  return _read_line(prompt, stream)


def _from_stdin(prompt, stream):
  """Reads from standard input; without a terminal nothing is hidden."""
  stream = stream or sys.stderr
  if not stream:
    raise ValueError("No file to write the prompt to")
  try:
    import termios
    fd = sys.stdin.fileno()
    old = termios.tcgetattr(fd)
  except Exception:
    line = fallback_getpass(prompt, stream)
    stream.write("\n")
    return line
  new = old[:]
  new[3] &= ~termios.ECHO
  try:
    termios.tcsetattr(fd, termios.TCSAFLUSH, new)
    line = _read_line(prompt, stream)
  finally:
    termios.tcsetattr(fd, termios.TCSAFLUSH, old)
  stream.write("\n")
  return line


def _read_line(prompt, stream):
  stream.write(str(prompt))
  stream.flush()
  line = sys.stdin.readline()
  if not line:
    raise EOFError
  return line.rstrip("\n")


def getuser():
  """The name of the user."""
  for name in ("LOGNAME", "USER", "LNAME", "USERNAME"):
    user = os.environ.get(name)
    if user:
      return user
  with open("/etc/passwd") as lines:
    for line in lines:
      fields = line.split(":")
      if fields[2] == str(os.getuid()):
        return fields[0]
  raise KeyError(f"getpwuid(): uid not found: {os.getuid()}")


getpass = unix_getpass
