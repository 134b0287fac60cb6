"""Programs in child processes, with pipes to their standard streams.

>>> run(["echo", "hello"], capture_output=True, text=True).stdout
'hello\\n'
"""
import errno
import io
import os
import sys
import threading
import warnings
from time import monotonic as _time

import _posixsubprocess
import _signal

__all__ = ["Popen", "PIPE", "STDOUT", "call", "check_call", "getstatusoutput", "getoutput", "check_output", "run",
           "CalledProcessError", "DEVNULL", "SubprocessError", "TimeoutExpired", "CompletedProcess"]

PIPE = -1
STDOUT = -2
DEVNULL = -3

# Children whose Popen is gone before they ended; later calls reap them.
_active = []


class SubprocessError(Exception):
  """Base of this module's exceptions."""


class CalledProcessError(SubprocessError):
  """The program ended with an exit code that is not 0."""

  def __init__(self, returncode, cmd, output=None, stderr=None):
    self.returncode = returncode
    self.cmd = cmd
    self.output = output
    self.stderr = stderr

  def __str__(self):
    if self.returncode and self.returncode < 0:
      try:
        from signal import Signals
        return "Command '%s' died with %r." % (self.cmd, Signals(-self.returncode))
      except ValueError:
        return "Command '%s' died with unknown signal %d." % (self.cmd, -self.returncode)
    return "Command '%s' returned non-zero exit status %d." % (self.cmd, self.returncode)

  @property
  def stdout(self):
    """The same as output."""
    return self.output

  @stdout.setter
  def stdout(self, value):
    self.output = value


class TimeoutExpired(SubprocessError):
  """The program did not end in time."""

  def __init__(self, cmd, timeout, output=None, stderr=None):
    self.cmd = cmd
    self.timeout = timeout
    self.output = output
    self.stderr = stderr

  def __str__(self):
    return "Command '%s' timed out after %s seconds" % (self.cmd, self.timeout)

  @property
  def stdout(self):
    """The same as output."""
    return self.output

  @stdout.setter
  def stdout(self, value):
    self.output = value


class CompletedProcess:
  """What run() gives: args, returncode, and what was captured in stdout and stderr."""

  def __init__(self, args, returncode, stdout=None, stderr=None):
    self.args = args
    self.returncode = returncode
    self.stdout = stdout
    self.stderr = stderr

  def __repr__(self):
    parts = [f"args={self.args!r}", f"returncode={self.returncode!r}"]
    if self.stdout is not None:
      parts.append(f"stdout={self.stdout!r}")
    if self.stderr is not None:
      parts.append(f"stderr={self.stderr!r}")
    return f"{type(self).__name__}({', '.join(parts)})"

  def __class_getitem__(cls, item):
    from types import GenericAlias
    return GenericAlias(cls, item)

  def check_returncode(self):
    """Raise CalledProcessError when the exit code is not 0."""
    if self.returncode:
      raise CalledProcessError(self.returncode, self.args, self.stdout, self.stderr)


# -- functions

def call(*popenargs, timeout=None, **kwargs):
  """Run a program; its exit code."""
  with Popen(*popenargs, **kwargs) as process:
    try:
      return process.wait(timeout=timeout)
    except:
      process.kill()
      raise


def check_call(*popenargs, **kwargs):
  """Run a program; CalledProcessError when it fails."""
  returncode = call(*popenargs, **kwargs)
  if returncode:
    command = kwargs.get("args")
    raise CalledProcessError(returncode, popenargs[0] if command is None else command)
  return 0


def check_output(*popenargs, timeout=None, **kwargs):
  """Run a program; what it wrote to its standard output. CalledProcessError when it fails."""
  for name in ("stdout", "check"):
    if name in kwargs:
      raise ValueError(f"{name} argument not allowed, it will be overridden.")
  if "input" in kwargs and kwargs["input"] is None:
    # An input of None means an empty one, here.
    text = kwargs.get("text") or kwargs.get("universal_newlines") or kwargs.get("encoding") or kwargs.get("errors")
    kwargs["input"] = "" if text else b""
  return run(*popenargs, stdout=PIPE, timeout=timeout, check=True, **kwargs).stdout


def run(*popenargs, input=None, capture_output=False, timeout=None, check=False, **kwargs):
  """Run a program to its end; a CompletedProcess."""
  if input is not None:
    if kwargs.get("stdin") is not None:
      raise ValueError("stdin and input arguments may not both be used.")
    kwargs["stdin"] = PIPE
  if capture_output:
    if kwargs.get("stdout") is not None or kwargs.get("stderr") is not None:
      raise ValueError("stdout and stderr arguments may not be used with capture_output.")
    kwargs["stdout"] = PIPE
    kwargs["stderr"] = PIPE
  with Popen(*popenargs, **kwargs) as process:
    try:
      stdout, stderr = process.communicate(input, timeout=timeout)
    except TimeoutExpired:
      process.kill()
      process.wait()
      raise
    except:
      process.kill()
      raise
    returncode = process.poll()
    if check and returncode:
      raise CalledProcessError(returncode, process.args, output=stdout, stderr=stderr)
  return CompletedProcess(process.args, returncode, stdout, stderr)


def getstatusoutput(cmd, *, encoding=None, errors=None):
  """(exit code, output and errors without the last newline) of a shell command."""
  try:
    data = check_output(cmd, shell=True, text=True, stderr=STDOUT, encoding=encoding, errors=errors)
    code = 0
  except CalledProcessError as error:
    data = error.output
    code = error.returncode
  return code, data.removesuffix("\n")


def getoutput(cmd, *, encoding=None, errors=None):
  """Output and errors of a shell command, without the last newline."""
  return getstatusoutput(cmd, encoding=encoding, errors=errors)[1]


def list2cmdline(seq):
  """The arguments as one line, quoted as programs of MS Windows expect it."""
  parts = []
  for argument in map(os.fsdecode, seq):
    if argument and not any(c in " \t" for c in argument):
      quoted = False
    else:
      quoted = True
    out = []
    backslashes = 0
    for c in argument:
      if c == "\\":
        backslashes += 1
        continue
      out.append("\\" * (backslashes * 2 + 1 if c == '"' else backslashes) + c)
      backslashes = 0
    out.append("\\" * (backslashes * 2 if quoted else backslashes))
    text = "".join(out)
    parts.append(f'"{text}"' if quoted else text)
  return " ".join(parts)


def _cleanup():
  """Reap children that nobody waits for any more."""
  for process in _active[:]:
    if process._poll_quietly() is not None:
      try:
        _active.remove(process)
      except ValueError:
        pass  # another thread was here


class _Wanted:
  """The six ends of the pipes between parent and child; -1 where there is none. On failure all are closed."""

  def __init__(self):
    self.child = [-1, -1, -1]
    self.parent = [-1, -1, -1]
    self.to_close = []

  def close_child_ends(self):
    for descriptor in self.to_close:
      os.close(descriptor)
    self.to_close = []

  def close_all(self):
    for descriptor in self.to_close + [end for end in self.parent if end != -1]:
      try:
        os.close(descriptor)
      except OSError:
        pass


class Popen:
  """A program that runs in a child process."""

  _child_created = False

  def __init__(self, args, bufsize=-1, executable=None, stdin=None, stdout=None, stderr=None, preexec_fn=None,
               close_fds=True, shell=False, cwd=None, env=None, universal_newlines=None, startupinfo=None,
               creationflags=0, restore_signals=True, start_new_session=False, pass_fds=(), *, user=None, group=None,
               extra_groups=None, encoding=None, errors=None, text=None, umask=-1, pipesize=-1, process_group=None):
    _cleanup()
    self._waitpid_lock = threading.Lock()
    self._input = None
    self._input_offset = 0
    self._communication_started = False
    if bufsize is None:
      bufsize = -1
    if not isinstance(bufsize, int):
      raise TypeError("bufsize must be an integer")
    if pipesize is None:
      pipesize = -1
    if not isinstance(pipesize, int):
      raise TypeError("pipesize must be an integer")
    if pass_fds and not close_fds:
      warnings.warn("pass_fds overriding close_fds.", RuntimeWarning)
      close_fds = True
    if startupinfo is not None:
      raise ValueError("startupinfo is only supported on Windows platforms")
    if creationflags != 0:
      raise ValueError("creationflags is only supported on Windows platforms")
    if text is not None and universal_newlines is not None and bool(universal_newlines) != bool(text):
      raise SubprocessError("Cannot disambiguate when both text and universal_newlines are supplied but different. "
                            "Pass one or the other.")
    self.args = args
    self.stdin = None
    self.stdout = None
    self.stderr = None
    self.pid = None
    self.returncode = None
    self.encoding = encoding
    self.errors = errors
    self.pipesize = pipesize
    self.text_mode = encoding or errors or text or universal_newlines
    if process_group is None:
      process_group = -1
    groups = _group_numbers(extra_groups) if extra_groups is not None else None
    uid = _user_number(user)
    gid = _group_number(group, "group")
    if self.text_mode and bufsize == 1:
      bufsize = -1
      line_buffering = True
    else:
      line_buffering = False

    wanted = _Wanted()
    try:
      self._prepare_streams(wanted, stdin, stdout, stderr)
      self._open_streams(wanted, bufsize, line_buffering)
      self._start(args, executable, preexec_fn, close_fds, pass_fds, cwd, env, wanted.child, shell, restore_signals,
                  start_new_session, process_group, gid, groups, uid, umask)
    except:
      for stream in filter(None, (self.stdin, self.stdout, self.stderr)):
        try:
          stream.close()
        except OSError:
          pass
      wanted.close_all()
      raise
    wanted.close_child_ends()

  # -- starting

  def _prepare_streams(self, wanted, *given):
    for number, stream in enumerate(given):
      if stream is None:
        continue
      if stream == PIPE:
        ends = os.pipe()
        if self.pipesize > 0:
          import fcntl
          fcntl.fcntl(ends[0], fcntl.F_SETPIPE_SZ, self.pipesize)
        wanted.child[number], wanted.parent[number] = ends if number == 0 else ends[::-1]
        wanted.to_close.append(wanted.child[number])
      elif stream == DEVNULL:
        wanted.child[number] = os.open(os.devnull, os.O_RDWR)
        wanted.to_close.append(wanted.child[number])
      elif stream == STDOUT and number == 2:
        wanted.child[2] = wanted.child[1] if wanted.child[1] != -1 else sys.__stdout__.fileno()
      elif isinstance(stream, int):
        wanted.child[number] = stream
      else:
        wanted.child[number] = stream.fileno()

  def _open_streams(self, wanted, bufsize, line_buffering):
    for number, name in enumerate(("stdin", "stdout", "stderr")):
      descriptor = wanted.parent[number]
      if descriptor == -1:
        continue
      mode = "w" if number == 0 else "r"
      if self.text_mode:
        # Text needs a buffer, whatever bufsize says.
        stream = io.open(descriptor, mode, 1 if line_buffering and number == 0 else -1, encoding=self.encoding,
                         errors=self.errors)
      else:
        stream = io.open(descriptor, mode + "b", bufsize)
      wanted.parent[number] = -1  # the stream owns it
      setattr(self, name, stream)

  def _start(self, args, executable, preexec_fn, close_fds, pass_fds, cwd, env, streams, shell, restore_signals,
             start_new_session, process_group, gid, groups, uid, umask):
    if isinstance(args, (str, bytes)):
      args = [args]
    elif isinstance(args, os.PathLike):
      if shell:
        raise TypeError("path-like args is not allowed when shell is true")
      args = [args]
    else:
      args = list(args)
    if shell:
      args = ["/bin/sh", "-c"] + args
      if executable:
        args[0] = executable
    if executable is None:
      executable = args[0]
    variables = None
    if env is not None:
      variables = []
      for name, value in env.items():
        name = os.fsencode(name)
        if b"=" in name:
          raise ValueError("illegal environment variable name")
        variables.append(name + b"=" + os.fsencode(value))
    program = os.fsencode(executable)
    if os.path.dirname(program):
      programs = (program,)
    else:
      programs = [os.path.join(os.fsencode(folder), program) for folder in os.get_exec_path(env)]
    self.pid, code, step = _posixsubprocess.fork_exec(
      args, programs, close_fds, tuple(sorted(map(int, pass_fds))), cwd, variables, *streams, restore_signals,
      start_new_session, process_group, gid, groups, uid, umask, preexec_fn)
    if not code and step != 5:
      self._child_created = True
      return
    self.pid = None
    if step == 5:
      raise SubprocessError("Exception occurred in preexec_fn.")
    filename = cwd if step == 2 else executable if step == 4 else None
    if filename is None:
      raise OSError(code, os.strerror(code))
    raise OSError(code, os.strerror(code), filename)

  # -- the end

  def poll(self):
    """The exit code if the program has ended, else None."""
    return self._poll_quietly()

  def _poll_quietly(self):
    if self.returncode is None and self._waitpid_lock.acquire(False):
      try:
        if self.returncode is None:
          self._reap(os.WNOHANG)
      finally:
        self._waitpid_lock.release()
    return self.returncode

  def _reap(self, options):
    """With _waitpid_lock held. Nobody else waits for this child, so its number cannot belong to another process."""
    try:
      pid, status = os.waitpid(self.pid, options)
    except ChildProcessError:
      # Something else has reaped it, or SIGCHLD is ignored: how it ended is unknown.
      self.returncode = 0
      return
    if pid == self.pid:
      self.returncode = os.waitstatus_to_exitcode(status)

  def wait(self, timeout=None):
    """Wait for the program to end; its exit code."""
    if timeout is not None:
      deadline = _time() + timeout
    try:
      return self._wait(timeout)
    except KeyboardInterrupt:
      # The program got the signal too: it has a moment to end.
      left = 0.25
      if timeout is not None:
        left = min(left, max(0, deadline - _time()))
      try:
        self._wait(left)
      except TimeoutExpired:
        pass
      raise

  def _wait(self, timeout):
    if self.returncode is not None:
      return self.returncode
    if timeout is not None:
      deadline = _time() + timeout
      if not self._ended_in_time(timeout):
        raise TimeoutExpired(self.args, timeout)
      if not self._waitpid_lock.acquire(True, max(0, deadline - _time())):
        raise TimeoutExpired(self.args, timeout)
      self._waitpid_lock.release()
    while self.returncode is None:
      with self._waitpid_lock:
        if self.returncode is None:
          self._reap(0)
    return self.returncode

  def _ended_in_time(self, timeout):
    """Whether the child ends within so many seconds: its descriptor becomes readable then."""
    if self.poll() is not None:
      return True
    try:
      descriptor = os.pidfd_open(self.pid)
    except OSError:
      return self._ends_while_asking(timeout)
    try:
      return _posixsubprocess.ready(descriptor, timeout)
    finally:
      os.close(descriptor)

  def _ends_while_asking(self, timeout):
    from time import sleep
    deadline = _time() + timeout
    delay = 0.0005
    while self.poll() is None:
      left = deadline - _time()
      if left <= 0:
        return False
      delay = min(delay * 2, left, 0.05)
      sleep(delay)
    return True

  def send_signal(self, sig):
    """Send a signal to the program, if it has not ended."""
    self.poll()
    if self.returncode is not None:
      return
    try:
      os.kill(self.pid, sig)
    except ProcessLookupError:
      pass

  def terminate(self):
    """Ask the program to end (SIGTERM)."""
    self.send_signal(_signal.SIGTERM)

  def kill(self):
    """End the program (SIGKILL)."""
    self.send_signal(_signal.SIGKILL)

  # -- communicating

  def communicate(self, input=None, timeout=None):
    """Send input, read what the program writes until it ends: (stdout, stderr), None for what is no pipe."""
    if self._communication_started and input:
      raise ValueError("Cannot send input after starting communication")
    if timeout is None and not self._communication_started and \
        [self.stdin, self.stdout, self.stderr].count(None) >= 2:
      # One pipe alone cannot block another.
      stdout = stderr = None
      if self.stdin:
        self._write_stdin(input)
      elif self.stdout:
        stdout = self.stdout.read()
        self.stdout.close()
      elif self.stderr:
        stderr = self.stderr.read()
        self.stderr.close()
      self.wait()
      return stdout, stderr
    deadline = None if timeout is None else _time() + timeout
    try:
      stdout, stderr = self._communicate(input, deadline, timeout)
    except KeyboardInterrupt:
      left = 0.25 if timeout is None else min(0.25, max(0, deadline - _time()))
      try:
        self._wait(left)
      except TimeoutExpired:
        pass
      raise
    finally:
      self._communication_started = True
    self.wait(None if deadline is None else max(0, deadline - _time()))
    return stdout, stderr

  def _write_stdin(self, input):
    if input:
      try:
        self.stdin.write(input)
      except BrokenPipeError:
        pass  # the program does not want it
      except OSError as error:
        if error.errno != errno.EINVAL:
          raise
    try:
      self.stdin.close()
    except BrokenPipeError:
      pass
    except OSError as error:
      if error.errno != errno.EINVAL:
        raise

  def _communicate(self, input, deadline, timeout):
    if self.stdin and not self._communication_started:
      try:
        self.stdin.flush()
      except BrokenPipeError:
        pass
      if not input:
        try:
          self.stdin.close()
        except BrokenPipeError:
          pass
    if not self._communication_started:
      self._pieces = {stream: [] for stream in (self.stdout, self.stderr) if stream}
    if self.stdin and self._input is None:
      self._input = input
      if input is not None and self.text_mode:
        self._input = input.encode(self.stdin.encoding, self.stdin.errors)
    data = memoryview(self._input).cast("B") if self._input else b""
    while True:
      reading = [stream for stream in self._pieces if not stream.closed]
      writing = self.stdin and not self.stdin.closed and len(data) > 0
      if not reading and not writing:
        break
      left = None
      if deadline is not None:
        left = deadline - _time()
        if left < 0:
          self._raise_timeout(timeout)
      moved = _posixsubprocess.transfer(self.stdin.fileno() if writing else -1, data, self._input_offset,
                                        [stream.fileno() for stream in reading], left)
      if moved is None:
        self._raise_timeout(timeout)
      position, pieces = moved
      if writing:
        if position == -1 or position >= len(data):
          try:
            self.stdin.close()
          except BrokenPipeError:
            pass
        else:
          self._input_offset = position
      for stream, piece in zip(reading, pieces):
        if piece:
          self._pieces[stream].append(piece)
        elif piece is not None:
          stream.close()
    self.wait(None if deadline is None else max(0, deadline - _time()))
    return [None if stream is None else self._translated(stream, b"".join(self._pieces[stream]))
            for stream in (self.stdout, self.stderr)]

  def _translated(self, stream, data):
    if not self.text_mode:
      return data
    text = data.decode(stream.encoding, stream.errors)
    return text.replace("\r\n", "\n").replace("\r", "\n")

  def _raise_timeout(self, timeout):
    captured = [b"".join(self._pieces.get(stream, ())) or None if stream else None
                for stream in (self.stdout, self.stderr)]
    raise TimeoutExpired(self.args, timeout, output=captured[0], stderr=captured[1])

  # -- the object

  @property
  def universal_newlines(self):
    """The older name of text_mode."""
    return self.text_mode

  @universal_newlines.setter
  def universal_newlines(self, value):
    self.text_mode = bool(value)

  def __repr__(self):
    text = f"<{type(self).__name__}: returncode: {self.returncode} args: {self.args!r}>"
    return text[:76] + "...>" if len(text) > 80 else text

  def __class_getitem__(cls, item):
    from types import GenericAlias
    return GenericAlias(cls, item)

  def __enter__(self):
    return self

  def __exit__(self, exc_type, value, traceback):
    if self.stdout:
      self.stdout.close()
    if self.stderr:
      self.stderr.close()
    try:
      if self.stdin:
        self.stdin.close()
    finally:
      if exc_type is KeyboardInterrupt:
        try:
          self._wait(0.25)
        except TimeoutExpired:
          pass
        return
      self.wait()

  def __del__(self):
    if not self._child_created or self.returncode is not None:
      return
    if self._poll_quietly() is None:
      _active.append(self)


# -- names of users and groups

_LARGEST_ID = 0xffffffff


def _user_number(user):
  if user is None:
    return -1
  if isinstance(user, str):
    import pwd
    return pwd.getpwnam(user).pw_uid
  if not isinstance(user, int):
    raise TypeError("User must be a string or an integer")
  if user < 0:
    raise ValueError(f"User ID cannot be negative, got {user}")
  if user > _LARGEST_ID:
    raise OverflowError("uid is greater than maximum")
  return user


def _group_number(group, what):
  if group is None:
    return -1
  if isinstance(group, str):
    import grp
    return grp.getgrnam(group).gr_gid
  if not isinstance(group, int):
    where = "Group" if what == "group" else "Items in extra_groups"
    raise TypeError(f"{where} must be a string or an integer, not {type(group)}" if what == "group"
                    else f"{where} must be a string or integer, not {type(group)}")
  if group < 0:
    raise ValueError(f"Group ID cannot be negative, got {group}")
  if group > _LARGEST_ID:
    raise OverflowError("gid is greater than maximum") if what == "group" else ValueError("invalid group id")
  return group


def _group_numbers(groups):
  if isinstance(groups, str):
    raise ValueError("Groups must be a list, not a string")
  return [_group_number(group, "extra_groups") for group in groups]
