"""Child processes whose standard streams are asynchronous."""
import subprocess

from . import protocols, streams
from .events import get_running_loop
from .log import lazy_logger as logger
from .tasks import gather

__all__ = ("create_subprocess_exec", "create_subprocess_shell")

PIPE = subprocess.PIPE
STDOUT = subprocess.STDOUT
DEVNULL = subprocess.DEVNULL


class SubprocessStreamProtocol(streams.FlowControlMixin, protocols.SubprocessProtocol):
  """Makes streams of the pipes of a child."""

  def __init__(self, limit, loop):
    super().__init__(loop=loop)
    self._limit = limit
    self.stdin = self.stdout = self.stderr = None
    self._transport = None
    self._process_exited = False
    self._pipe_fds = []
    self._stdin_closed = self._loop.create_future()

  def __repr__(self):
    info = [type(self).__name__]
    for name in ("stdin", "stdout", "stderr"):
      stream = getattr(self, name)
      if stream is not None:
        info.append(f"{name}={stream!r}")
    return "<{}>".format(" ".join(info))

  def connection_made(self, transport):
    self._transport = transport
    self.stdout = self._reader_of(1)
    self.stderr = self._reader_of(2)
    stdin = transport.get_pipe_transport(0)
    if stdin is not None:
      self.stdin = streams.StreamWriter(stdin, protocol=self, reader=None, loop=self._loop)

  def _reader_of(self, fd):
    transport = self._transport.get_pipe_transport(fd)
    if transport is None:
      return None
    reader = streams.StreamReader(limit=self._limit, loop=self._loop)
    reader.set_transport(transport)
    self._pipe_fds.append(fd)
    return reader

  def _reader(self, fd):
    return self.stdout if fd == 1 else self.stderr if fd == 2 else None

  def pipe_data_received(self, fd, data):
    reader = self._reader(fd)
    if reader is not None:
      reader.feed_data(data)

  def pipe_connection_lost(self, fd, exc):
    if fd == 0:
      if self.stdin is not None:
        self.stdin.close()
      self.connection_lost(exc)
      if exc is None:
        self._stdin_closed.set_result(None)
      else:
        self._stdin_closed.set_exception(exc)
        self._stdin_closed._log_traceback = False  # wait_closed() is not obligatory
      return
    reader = self._reader(fd)
    if reader is not None:
      if exc is None:
        reader.feed_eof()
      else:
        reader.set_exception(exc)
    if fd in self._pipe_fds:
      self._pipe_fds.remove(fd)
    self._maybe_close_transport()

  def process_exited(self):
    self._process_exited = True
    self._maybe_close_transport()

  def _maybe_close_transport(self):
    if not self._pipe_fds and self._process_exited:
      self._transport.close()
      self._transport = None

  def _get_close_waiter(self, stream):
    if stream is self.stdin:
      return self._stdin_closed


class Process:
  """A child process; its standard streams are in stdin, stdout and stderr where they are pipes."""

  def __init__(self, transport, protocol, loop):
    self._transport = transport
    self._protocol = protocol
    self._loop = loop
    self.stdin = protocol.stdin
    self.stdout = protocol.stdout
    self.stderr = protocol.stderr
    self.pid = transport.get_pid()

  def __repr__(self):
    return f"<{type(self).__name__} {self.pid}>"

  @property
  def returncode(self):
    """The exit code, or None while the process runs."""
    return self._transport.get_returncode()

  async def wait(self):
    """Wait for the process to end; its exit code."""
    return await self._transport._wait()

  def send_signal(self, signal):
    """Send a signal; ProcessLookupError when the process has ended."""
    self._transport.send_signal(signal)

  def terminate(self):
    """Ask the process to end (SIGTERM)."""
    self._transport.terminate()

  def kill(self):
    """End the process (SIGKILL)."""
    self._transport.kill()

  async def _feed_stdin(self, input):
    debug = self._loop.get_debug()
    try:
      self.stdin.write(input)
      if debug:
        logger.debug("%r communicate: feed stdin (%s bytes)", self, len(input))
      await self.stdin.drain()
    except (BrokenPipeError, ConnectionResetError) as error:
      # The process does not want it.
      if debug:
        logger.debug("%r communicate: stdin got %r", self, error)
    if debug:
      logger.debug("%r communicate: close stdin", self)
    self.stdin.close()

  async def _noop(self):
    return None

  async def _read_stream(self, fd):
    transport = self._transport.get_pipe_transport(fd)
    stream = self.stdout if fd == 1 else self.stderr
    if self._loop.get_debug():
      logger.debug("%r communicate: read %s", self, "stdout" if fd == 1 else "stderr")
    output = await stream.read()
    if self._loop.get_debug():
      logger.debug("%r communicate: close %s", self, "stdout" if fd == 1 else "stderr")
    transport.close()
    return output

  async def communicate(self, input=None):
    """Send input, read until the end of both outputs, wait for the process: (stdout, stderr)."""
    stdin = self._feed_stdin(input) if input is not None else self._noop()
    stdout = self._read_stream(1) if self.stdout is not None else self._noop()
    stderr = self._read_stream(2) if self.stderr is not None else self._noop()
    stdin, stdout, stderr = await gather(stdin, stdout, stderr)
    await self.wait()
    return stdout, stderr


async def create_subprocess_shell(cmd, stdin=None, stdout=None, stderr=None, limit=streams._DEFAULT_LIMIT, **kwds):
  """Run a command in a shell: a Process."""
  loop = get_running_loop()
  transport, protocol = await loop.subprocess_shell(lambda: SubprocessStreamProtocol(limit=limit, loop=loop), cmd,
                                                    stdin=stdin, stdout=stdout, stderr=stderr, **kwds)
  return Process(transport, protocol, loop)


async def create_subprocess_exec(program, *args, stdin=None, stdout=None, stderr=None, limit=streams._DEFAULT_LIMIT,
                                 **kwds):
  """Run a program: a Process."""
  loop = get_running_loop()
  transport, protocol = await loop.subprocess_exec(lambda: SubprocessStreamProtocol(limit=limit, loop=loop), program,
                                                   *args, stdin=stdin, stdout=stdout, stderr=stderr, **kwds)
  return Process(transport, protocol, loop)
