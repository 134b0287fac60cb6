"""The lines of several files, or of standard input, as if they were one file; maybe rewritten in place.

    for line in fileinput.input():
      print(fileinput.filelineno(), line, end="")
"""

import os
import sys
import types

__all__ = ["input", "close", "nextfile", "filename", "lineno", "filelineno", "fileno", "isfirstline", "isstdin", "FileInput", "hook_compressed",
           "hook_encoded"]

# What the functions of the module are about.
_state = None


def input(files=None, inplace=False, backup="", *, mode="r", openhook=None, encoding=None, errors=None):
  """A FileInput that the functions of the module are about from now on."""
  global _state
  if _state and _state._file:
    raise RuntimeError("input() already active")
  _state = FileInput(files, inplace, backup, mode=mode, openhook=openhook, encoding=encoding, errors=errors)
  return _state


def close():
  """Close the sequence of files."""
  global _state
  state, _state = _state, None
  if state:
    state.close()


def _active():
  if not _state:
    raise RuntimeError("no active input()")
  return _state


def nextfile():
  """Leave the file, without its other lines."""
  return _active().nextfile()


def filename():
  """The name of the file that was read last; None before the first line."""
  return _active().filename()


def lineno():
  """The number of the line that was read last, in all files."""
  return _active().lineno()


def filelineno():
  """The number of the line that was read last, in its file."""
  return _active().filelineno()


def fileno():
  """The descriptor of the file; -1 when none is open."""
  return _active().fileno()


def isfirstline():
  """Whether the line that was read last is the first one of its file."""
  return _active().isfirstline()


def isstdin():
  """Whether the line that was read last is from standard input."""
  return _active().isstdin()


class FileInput:
  """An iterator of the lines of files; "-" is standard input."""

  def __init__(self, files=None, inplace=False, backup="", *, mode="r", openhook=None, encoding=None, errors=None):
    if isinstance(files, (str, os.PathLike)):
      files = os.fspath(files),
    self._files = tuple((sys.argv[1:] if files is None else files) or ("-",))
    self._inplace = inplace
    self._backup = backup
    self._saved_stdout = self._output = self._file = self._filename = None
    self._lines_before = self._filelineno = 0
    self._isstdin = False
    self._backup_name = None
    self._encoding = encoding
    self._errors = errors
    if mode not in ("r", "rb"):
      raise ValueError("FileInput opening mode must be 'r' or 'rb'")
    self._mode = mode
    if openhook:
      if inplace:
        raise ValueError("FileInput cannot use an opening hook in inplace mode")
      if not callable(openhook):
        raise ValueError("FileInput openhook must be callable")
    self._openhook = openhook

  def __del__(self):
    if hasattr(self, "_files"):
      self.close()

  def close(self):
    """Close the file; there are no further lines."""
    try:
      self.nextfile()
    finally:
      self._files = ()

  def __enter__(self):
    return self

  def __exit__(self, type, value, traceback):
    self.close()

  def __iter__(self):
    return self

  def __next__(self):
    line = self.readline()
    if not line:
      raise StopIteration
    return line

  def nextfile(self):
    """Leave the file, without its other lines."""
    if self._saved_stdout:
      sys.stdout, self._saved_stdout = self._saved_stdout, None
    output, self._output = self._output, None
    file, self._file = self._file, None
    backup, self._backup_name = self._backup_name, None
    is_stdin, self._isstdin = self._isstdin, False
    try:
      if output:
        output.close()
    finally:
      try:
        if file and not is_stdin:
          file.close()
      finally:
        if backup and not self._backup:
          _remove(backup)

  def readline(self):
    """The next line, "" or b"" behind the last one."""
    while True:
      if self._file is None and not self._open_next():
        return b"" if "b" in self._mode else ""
      line = self._file.readline()
      if line:
        self._filelineno += 1
        return line
      self.nextfile()

  def _open_next(self):
    """Open the next file; whether there is one."""
    if not self._files:
      return False
    self._filename, *rest = self._files
    self._files = tuple(rest)
    self._lines_before = self.lineno()
    self._filelineno = 0
    encoding = None if "b" in self._mode else self._encoding or "locale"
    if self._filename == "-":
      self._filename = "<stdin>"
      self._file = getattr(sys.stdin, "buffer", sys.stdin) if "b" in self._mode else sys.stdin
      self._isstdin = True
    elif self._inplace:
      self._open_in_place(encoding)
    elif self._openhook is None:
      self._file = open(self._filename, self._mode, encoding=encoding, errors=self._errors)
    elif self._encoding is None:
      self._file = self._openhook(self._filename, self._mode)
    else:
      self._file = self._openhook(self._filename, self._mode, encoding=self._encoding, errors=self._errors)
    return True

  def _open_in_place(self, encoding):
    """Read from the renamed file; what is printed goes to a new one with its name and mode."""
    self._backup_name = os.fspath(self._filename) + (self._backup or ".bak")
    _remove(self._backup_name)
    os.rename(self._filename, self._backup_name)
    self._file = open(self._backup_name, self._mode, encoding=encoding, errors=self._errors)
    permissions = os.fstat(self._file.fileno()).st_mode
    descriptor = os.open(self._filename, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, permissions)
    self._output = os.fdopen(descriptor, self._mode.replace("r", "w"), encoding=encoding, errors=self._errors)
    try:
      os.chmod(self._filename, permissions)
    except OSError:
      pass
    self._saved_stdout = sys.stdout
    sys.stdout = self._output

  def filename(self):
    """The name of the file that was read last; None before the first line."""
    return self._filename

  def lineno(self):
    """The number of the line that was read last, in all files."""
    return self._lines_before + self._filelineno

  def filelineno(self):
    """The number of the line that was read last, in its file."""
    return self._filelineno

  def fileno(self):
    """The descriptor of the file; -1 when none is open."""
    try:
      return self._file.fileno() if self._file else -1
    except ValueError:
      return -1

  def isfirstline(self):
    """Whether the line that was read last is the first one of its file."""
    return self._filelineno == 1

  def isstdin(self):
    """Whether the line that was read last is from standard input."""
    return self._isstdin

  __class_getitem__ = classmethod(types.GenericAlias)


def _remove(name):
  try:
    os.unlink(name)
  except OSError:
    pass


def hook_compressed(filename, mode, *, encoding=None, errors=None):
  """Open a file, decompressing it if its name ends in ".gz"."""
  if encoding is None and "b" not in mode:
    encoding = "locale"
  ending = os.path.splitext(filename)[1]
  if ending == ".gz":
    import gzip
    stream = gzip.open(filename, mode)
  elif ending == ".bz2":
    import bz2
    stream = bz2.BZ2File(filename, mode)
  else:
    return open(filename, mode, encoding=encoding, errors=errors)
  if "b" in mode:
    return stream
  import io
  return io.TextIOWrapper(stream, encoding=encoding, errors=errors)


def hook_encoded(encoding, errors=None):
  """A hook that opens files in the encoding."""
  def openhook(filename, mode):
    return open(filename, mode, encoding=encoding, errors=errors)
  return openhook


if __name__ == "__main__":
  import _command_lines
  _command_lines.fileinput()
