"""Child processes of the loop: the transport, and loop.subprocess_exec() and subprocess_shell().

The end of a child makes its process descriptor (pidfd) readable, which the loop polls like any other: the child is
reaped once, by whoever started it, and its number cannot meanwhile belong to another process.

The functions are methods of BaseEventLoop; base_events loads them when one is first used.
"""
import os
import subprocess
import warnings

from . import events, protocols, transports, unix_events
from .log import lazy_logger as logger


async def subprocess_shell(self, protocol_factory, cmd, *, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                           stderr=subprocess.PIPE, universal_newlines=False, shell=True, bufsize=0, encoding=None,
                           errors=None, text=None, **kwargs):
  """Run a command in a shell: (transport, protocol)."""
  if not isinstance(cmd, (bytes, str)):
    raise ValueError("cmd must be a string")
  _check_options(universal_newlines, bufsize, encoding, errors, text)
  if not shell:
    raise ValueError("shell must be True")
  return await _start(self, protocol_factory, cmd, True, stdin, stdout, stderr, bufsize, kwargs,
                      f"run shell command {cmd!r}")


async def subprocess_exec(self, protocol_factory, program, *args, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE, universal_newlines=False, shell=False, bufsize=0, encoding=None,
                          errors=None, text=None, **kwargs):
  """Run a program: (transport, protocol)."""
  _check_options(universal_newlines, bufsize, encoding, errors, text)
  if shell:
    raise ValueError("shell must be False")
  return await _start(self, protocol_factory, (program, *args), False, stdin, stdout, stderr, bufsize, kwargs,
                      f"execute program {program!r}")


def _check_options(universal_newlines, bufsize, encoding, errors, text):
  if universal_newlines:
    raise ValueError("universal_newlines must be False")
  if bufsize != 0:
    raise ValueError("bufsize must be 0")
  if text:
    raise ValueError("text must be False")
  if encoding is not None:
    raise ValueError("encoding must be None")
  if errors is not None:
    raise ValueError("errors must be None")


async def _start(loop, protocol_factory, args, shell, stdin, stdout, stderr, bufsize, kwargs, message):
  protocol = protocol_factory()
  debug = loop.get_debug()
  if debug:
    logger.debug(message + _streams_text(stdin, stdout, stderr))
  transport = await loop._make_subprocess_transport(protocol, args, shell, stdin, stdout, stderr, bufsize, **kwargs)
  if debug:
    logger.info("%s: %r", message, transport)
  return transport, protocol


def _streams_text(stdin, stdout, stderr):
  streams = {"stdin": stdin, "stdout": stdout, "stderr": stderr}
  if stdout is not None and stderr == subprocess.STDOUT:
    streams = {"stdin": stdin, "stdout=stderr": stdout}
  names = {subprocess.PIPE: "<pipe>", subprocess.STDOUT: "<stdout>"}
  return "".join([f" {name}={names.get(stream, repr(stream))}" for name, stream in streams.items() if stream is not None])


async def _make_subprocess_transport(self, protocol, args, shell, stdin, stdout, stderr, bufsize, extra=None, **kwargs):
  waiter = self.create_future()
  chosen = _chosen_watcher()
  if chosen is None:
    transport = _UnixSubprocessTransport(self, protocol, args, shell, stdin, stdout, stderr, bufsize, waiter=waiter,
                                         extra=extra, **kwargs)
    transport._watch_child()
  else:
    with chosen as watcher:
      if not watcher.is_active():
        raise RuntimeError("asyncio.get_child_watcher() is not activated, subprocess support is not installed.")
      transport = _UnixSubprocessTransport(self, protocol, args, shell, stdin, stdout, stderr, bufsize, waiter=waiter,
                                           extra=extra, **kwargs)
      watcher.add_child_handler(transport.get_pid(), self._child_watcher_callback, transport)
  try:
    await waiter
  except (SystemExit, KeyboardInterrupt):
    raise
  except BaseException:
    transport.close()
    await transport._wait()
    raise
  return transport


def _child_watcher_callback(self, pid, returncode, transport):
  self.call_soon_threadsafe(transport._process_exited, returncode)


def _chosen_watcher():
  """The child watcher that the program set, or that its own policy has; None: the loop itself waits."""
  policy = events.get_event_loop_policy()
  method = type(policy).get_child_watcher
  if method is events.AbstractEventLoopPolicy.get_child_watcher:
    return None
  if method is unix_events._UnixDefaultEventLoopPolicy.get_child_watcher:
    return policy._watcher if policy._watcher_chosen else None
  return policy.get_child_watcher()


class BaseSubprocessTransport(transports.SubprocessTransport):
  """A child process and the transports of its pipes."""

  def __init__(self, loop, protocol, args, shell, stdin, stdout, stderr, bufsize, waiter=None, extra=None, **kwargs):
    super().__init__(extra)
    self._closed = False
    self._protocol = protocol
    self._loop = loop
    self._proc = None
    self._pid = None
    self._returncode = None
    self._exit_waiters = []
    self._pending_calls = []  # until the protocol knows of the connection
    self._pipes = {}
    self._finished = False
    self._process_descriptor = -1
    for number, stream in enumerate((stdin, stdout, stderr)):
      if stream == subprocess.PIPE:
        self._pipes[number] = None
    try:
      self._start(args=args, shell=shell, stdin=stdin, stdout=stdout, stderr=stderr, bufsize=bufsize, **kwargs)
    except:
      self.close()
      raise
    self._pid = self._proc.pid
    self._extra["subprocess"] = self._proc
    if loop.get_debug():
      program = args if isinstance(args, (bytes, str)) else args[0]
      logger.debug("process %r created: pid %s", program, self._pid)
    loop.create_task(self._connect_pipes(waiter))

  def _start(self, args, shell, stdin, stdout, stderr, bufsize, **kwargs):
    raise NotImplementedError

  def __repr__(self):
    info = [type(self).__name__]
    if self._closed:
      info.append("closed")
    if self._pid is not None:
      info.append(f"pid={self._pid}")
    if self._returncode is not None:
      info.append(f"returncode={self._returncode}")
    elif self._pid is not None:
      info.append("running")
    else:
      info.append("not started")
    stdin, stdout, stderr = (self._pipes.get(number) for number in range(3))
    if stdin is not None:
      info.append(f"stdin={stdin.pipe}")
    if stdout is not None and stderr is stdout:
      info.append(f"stdout=stderr={stdout.pipe}")
    else:
      if stdout is not None:
        info.append(f"stdout={stdout.pipe}")
      if stderr is not None:
        info.append(f"stderr={stderr.pipe}")
    return "<{}>".format(" ".join(info))

  def set_protocol(self, protocol):
    self._protocol = protocol

  def get_protocol(self):
    return self._protocol

  def is_closing(self):
    return self._closed

  def close(self):
    """Close the pipes, and kill the child if it runs."""
    if self._closed:
      return
    self._closed = True
    for pipe in self._pipes.values():
      if pipe is not None:
        pipe.pipe.close()
    if self._proc is not None and self._returncode is None and self._proc.returncode is None:
      if self._loop.get_debug():
        logger.warning("Close running child process: kill %r", self)
      try:
        self._proc.kill()
      except ProcessLookupError:
        pass

  def __del__(self, _warn=warnings.warn):
    if not self._closed:
      _warn(f"unclosed transport {self!r}", ResourceWarning, source=self)
      if self._loop is not None and not self._loop.is_closed():
        events.call_from_finalizer(self._loop, self.close)
    if self._process_descriptor != -1 and (self._loop is None or self._loop.is_closed()):
      os.close(self._process_descriptor)

  def get_pid(self):
    return self._pid

  def get_returncode(self):
    return self._returncode

  def get_pipe_transport(self, fd):
    return self._pipes[fd].pipe if fd in self._pipes else None

  def _check_proc(self):
    if self._proc is None:
      raise ProcessLookupError()

  def send_signal(self, signal):
    self._check_proc()
    self._proc.send_signal(signal)

  def terminate(self):
    self._check_proc()
    self._proc.terminate()

  def kill(self):
    self._check_proc()
    self._proc.kill()

  # -- the pipes

  async def _connect_pipes(self, waiter):
    try:
      process = self._proc
      loop = self._loop
      if process.stdin is not None:
        _, self._pipes[0] = await loop.connect_write_pipe(lambda: WriteSubprocessPipeProto(self, 0), process.stdin)
      if process.stdout is not None:
        _, self._pipes[1] = await loop.connect_read_pipe(lambda: ReadSubprocessPipeProto(self, 1), process.stdout)
      if process.stderr is not None:
        _, self._pipes[2] = await loop.connect_read_pipe(lambda: ReadSubprocessPipeProto(self, 2), process.stderr)
      assert self._pending_calls is not None
      loop.call_soon(self._protocol.connection_made, self)
      for callback, data in self._pending_calls:
        loop.call_soon(callback, *data)
      self._pending_calls = None
    except (SystemExit, KeyboardInterrupt):
      raise
    except BaseException as error:
      if waiter is not None and not waiter.cancelled():
        waiter.set_exception(error)
    else:
      if waiter is not None and not waiter.cancelled():
        waiter.set_result(None)

  def _call(self, callback, *data):
    if self._pending_calls is not None:
      self._pending_calls.append((callback, data))
    else:
      self._loop.call_soon(callback, *data)

  def _pipe_connection_lost(self, fd, exc):
    self._call(self._protocol.pipe_connection_lost, fd, exc)
    self._try_finish()

  def _pipe_data_received(self, fd, data):
    self._call(self._protocol.pipe_data_received, fd, data)

  # -- the end of the child

  def _watch_child(self):
    try:
      self._process_descriptor = os.pidfd_open(self._pid)
    except OSError:
      self._watch_in_thread()  # no descriptor is left
    else:
      self._loop._add_reader(self._process_descriptor, self._child_ended)

  def _watch_in_thread(self):
    import threading

    def wait_for_child(loop, pid):
      code = _reap(pid)
      try:
        loop.call_soon_threadsafe(self._process_exited, code)
      except RuntimeError:
        logger.warning("Loop %r that handles pid %r is closed", loop, pid)

    threading.Thread(target=wait_for_child, args=(self._loop, self._pid), daemon=True,
                     name=f"waitpid-{self._pid}").start()

  def _child_ended(self):
    descriptor, self._process_descriptor = self._process_descriptor, -1
    self._loop._remove_reader(descriptor)
    os.close(descriptor)
    returncode = _reap(self._pid) if self._proc.returncode is None else self._proc.returncode
    if self._loop.get_debug():
      logger.debug("process %s exited with returncode %s", self._pid, returncode)
    self._tell_end(returncode)

  def _tell_end(self, returncode, turns=3):
    """The pipes of a child end before it does: those that the loop finds ended together with the child are told first."""
    if turns:
      self._loop.call_soon(self._tell_end, returncode, turns - 1)
    else:
      self._process_exited(returncode)

  def _process_exited(self, returncode):
    assert returncode is not None, returncode
    assert self._returncode is None, self._returncode
    if self._loop.get_debug():
      logger.info("%r exited with return code %r", self, returncode)
    self._returncode = returncode
    if self._proc.returncode is None:
      # Popen has nothing left to wait for.
      self._proc.returncode = returncode
    self._call(self._protocol.process_exited)
    self._try_finish()

  async def _wait(self):
    """Wait until the process and its pipes have ended; its exit code."""
    if self._returncode is not None:
      return self._returncode
    waiter = self._loop.create_future()
    self._exit_waiters.append(waiter)
    return await waiter

  def _try_finish(self):
    assert not self._finished
    if self._returncode is None:
      return
    if all(pipe is not None and pipe.disconnected for pipe in self._pipes.values()):
      self._finished = True
      self._call(self._call_connection_lost, None)

  def _call_connection_lost(self, exc):
    try:
      self._protocol.connection_lost(exc)
    finally:
      for waiter in self._exit_waiters:
        if not waiter.cancelled():
          waiter.set_result(self._returncode)
      self._exit_waiters = None
      self._loop = None
      self._proc = None
      self._protocol = None


class _UnixSubprocessTransport(BaseSubprocessTransport):
  """Starts the child with module subprocess."""

  def _start(self, args, shell, stdin, stdout, stderr, bufsize, **kwargs):
    self._proc = subprocess.Popen(args, shell=shell, stdin=stdin, stdout=stdout, stderr=stderr,
                                  universal_newlines=False, bufsize=bufsize, **kwargs)


def _reap(pid, flags=0, unknown="Unknown child process pid %d, will report returncode 255"):
  """The exit code of a child; with os.WNOHANG None while it runs. `unknown`: what is said of a child that somebody else has reaped."""
  try:
    ended, status = os.waitpid(pid, flags)
  except ChildProcessError:
    logger.warning(unknown, pid)
    return 255
  return os.waitstatus_to_exitcode(status) if ended else None


class WriteSubprocessPipeProto(protocols.BaseProtocol):
  """Tells the process's transport about its standard input."""

  def __init__(self, proc, fd):
    self.proc = proc
    self.fd = fd
    self.pipe = None
    self.disconnected = False

  def connection_made(self, transport):
    self.pipe = transport

  def __repr__(self):
    return f"<{type(self).__name__} fd={self.fd} pipe={self.pipe!r}>"

  def connection_lost(self, exc):
    self.disconnected = True
    self.proc._pipe_connection_lost(self.fd, exc)
    self.proc = None

  def pause_writing(self):
    self.proc._protocol.pause_writing()

  def resume_writing(self):
    self.proc._protocol.resume_writing()


class ReadSubprocessPipeProto(WriteSubprocessPipeProto, protocols.Protocol):
  """Tells the process's transport about its standard output or error output."""

  def data_received(self, data):
    self.proc._pipe_data_received(self.fd, data)
