"""Modes of terminals: raw, and character by character."""

from termios import *

__all__ = ["setraw", "setcbreak"]

# Places in the list of tcgetattr().
IFLAG, OFLAG, CFLAG, LFLAG, ISPEED, OSPEED, CC = range(7)


def _without_line_editing(fd):
  mode = tcgetattr(fd)
  mode[CC][VMIN] = 1
  mode[CC][VTIME] = 0
  return mode


def setraw(fd, when=TCSAFLUSH):
  """Every byte as it is, both ways; no signals of keys, no echo."""
  mode = _without_line_editing(fd)
  mode[IFLAG] &= ~(BRKINT | ICRNL | INPCK | ISTRIP | IXON)
  mode[OFLAG] &= ~OPOST
  mode[CFLAG] = mode[CFLAG] & ~(CSIZE | PARENB) | CS8
  mode[LFLAG] &= ~(ECHO | ICANON | IEXTEN | ISIG)
  tcsetattr(fd, when, mode)


def setcbreak(fd, when=TCSAFLUSH):
  """Keys one by one, without echo; signals of keys and output as before."""
  mode = _without_line_editing(fd)
  mode[LFLAG] &= ~(ECHO | ICANON)
  tcsetattr(fd, when, mode)
