"""Transports of pipes, character devices and sockets given as file objects.

These are methods of BaseEventLoop; base_events loads them when one is first used.
"""
import errno
import os

from . import constants, transports
from .futures import _set_result_unless_cancelled
from .log import lazy_logger as logger


# Kinds of files in st_mode.
_KIND, _PIPE, _CHARACTER_DEVICE, _SOCKET = 0o170000, 0o010000, 0o020000, 0o140000


async def connect_read_pipe(self, protocol_factory, pipe):
  """Receive from a pipe: (transport, protocol)."""
  protocol = protocol_factory()
  waiter = self.create_future()
  transport = self._make_read_pipe_transport(pipe, protocol, waiter)
  await _connected(transport, waiter)
  if self.get_debug():
    logger.debug("Read pipe %r connected: (%r, %r)", pipe.fileno(), transport, protocol)
  return transport, protocol


async def connect_write_pipe(self, protocol_factory, pipe):
  """Send to a pipe: (transport, protocol)."""
  protocol = protocol_factory()
  waiter = self.create_future()
  transport = self._make_write_pipe_transport(pipe, protocol, waiter)
  await _connected(transport, waiter)
  if self.get_debug():
    logger.debug("Write pipe %r connected: (%r, %r)", pipe.fileno(), transport, protocol)
  return transport, protocol


async def _connected(transport, waiter):
  try:
    await waiter
  except:
    transport.close()
    raise


def _make_read_pipe_transport(self, pipe, protocol, waiter=None, extra=None):
  return _UnixReadPipeTransport(self, pipe, protocol, waiter, extra)


def _make_write_pipe_transport(self, pipe, protocol, waiter=None, extra=None):
  return _UnixWritePipeTransport(self, pipe, protocol, waiter, extra)


class _PipeTransport(transports.BaseTransport):
  """What both directions have in common."""

  _pipe = None
  _error_is_expected = None  # decides which system errors are not reported

  def _attach(self, loop, pipe, protocol, message):
    """Take the pipe; its kind."""
    self._extra["pipe"] = pipe
    self._loop = loop
    self._pipe = pipe
    self._fileno = pipe.fileno()
    self._protocol = protocol
    self._closing = False
    kind = os.fstat(self._fileno).st_mode & _KIND
    if kind not in (_PIPE, _CHARACTER_DEVICE, _SOCKET):
      self._pipe = self._fileno = self._protocol = None
      raise ValueError(message)
    os.set_blocking(self._fileno, False)
    return kind

  def _warn_unclosed(self):
    if self._pipe is not None:
      from warnings import warn as _warn
      _warn(f"unclosed transport {self!r}", ResourceWarning, source=self)
      self._pipe.close()

  def _state(self, polled):
    """The words that begin repr()."""
    info = [self.__class__.__name__]
    if self._pipe is None:
      info.append("closed")
    elif self._closing:
      info.append("closing")
    info.append(f"fd={self._fileno}")
    if self._pipe is None:
      info.append("closed")
    elif self._loop is None or self._loop.is_closed():
      info.append("open")
    else:
      info.append("polling" if self._loop._watched(self._fileno)[polled] else "idle")
    return info

  def set_protocol(self, protocol):
    self._protocol = protocol

  def get_protocol(self):
    return self._protocol

  def is_closing(self):
    return self._closing

  def _fatal_error(self, error, message):
    if self._error_is_expected(error):
      if self._loop.get_debug():
        logger.debug("%r: %s", self, message, exc_info=True)
    else:
      self._loop.call_exception_handler({
        "message": message,
        "exception": error,
        "transport": self,
        "protocol": self._protocol,
      })
    self._close(error)

  def _call_connection_lost(self, error):
    try:
      self._protocol.connection_lost(error)
    finally:
      self._pipe.close()
      self._pipe = None
      self._protocol = None
      self._loop = None


class _UnixReadPipeTransport(_PipeTransport, transports.ReadTransport):
  """The receiving end of a pipe."""

  max_size = 256 * 1024  # of one read()

  def __init__(self, loop, pipe, protocol, waiter=None, extra=None):
    super().__init__(extra)
    self._paused = False
    self._attach(loop, pipe, protocol, "Pipe transport is for pipes/sockets only.")
    loop.call_soon(protocol.connection_made, self)
    loop.call_soon(self._start_reading)
    if waiter is not None:
      loop.call_soon(_set_result_unless_cancelled, waiter, None)

  def __del__(self):
    self._warn_unclosed()

  def __repr__(self):
    return f"<{' '.join(self._state(0))}>"

  def _error_is_expected(self, error):
    return isinstance(error, OSError) and error.errno == errno.EIO

  def is_reading(self):
    return not self._paused and not self._closing

  def _start_reading(self):
    if self.is_reading():
      self._loop._add_reader(self._fileno, self._read_ready)

  def _read_ready(self):
    try:
      data = os.read(self._fileno, self.max_size)
    except (BlockingIOError, InterruptedError):
      return
    except OSError as error:
      self._fatal_error(error, "Fatal read error on pipe transport")
      return
    if data:
      self._protocol.data_received(data)
      return
    if self._loop.get_debug():
      logger.info("%r was closed by peer", self)
    self._closing = True
    self._loop._remove_reader(self._fileno)
    self._loop.call_soon(self._protocol.eof_received)
    self._loop.call_soon(self._call_connection_lost, None)

  def pause_reading(self):
    if not self.is_reading():
      return
    self._paused = True
    self._loop._remove_reader(self._fileno)
    if self._loop.get_debug():
      logger.debug("%r pauses reading", self)

  def resume_reading(self):
    if self._closing or not self._paused:
      return
    self._paused = False
    self._loop._add_reader(self._fileno, self._read_ready)
    if self._loop.get_debug():
      logger.debug("%r resumes reading", self)

  def close(self):
    if not self._closing:
      self._close(None)

  def _close(self, error):
    self._closing = True
    self._loop._remove_reader(self._fileno)
    self._loop.call_soon(self._call_connection_lost, error)


class _UnixWritePipeTransport(_PipeTransport, transports._FlowControlMixin, transports.WriteTransport):
  """The sending end of a pipe."""

  def __init__(self, loop, pipe, protocol, waiter=None, extra=None):
    transports._FlowControlMixin.__init__(self, extra, loop)
    self._buffer = bytearray()
    self._conn_lost = 0
    kind = self._attach(loop, pipe, protocol, "Pipe transport is only for pipes, sockets and character devices")
    loop.call_soon(protocol.connection_made, self)
    if kind != _CHARACTER_DEVICE:
      # The sending end becomes "readable" when the receiving end is closed.
      loop.call_soon(self._watch_peer)
    if waiter is not None:
      loop.call_soon(_set_result_unless_cancelled, waiter, None)

  def __del__(self):
    self._warn_unclosed()

  def __repr__(self):
    info = self._state(1)
    if self._pipe is not None and self._loop is not None and not self._loop.is_closed():
      info.append(f"bufsize={self.get_write_buffer_size()}")
    return f"<{' '.join(info)}>"

  def _error_is_expected(self, error):
    return isinstance(error, OSError)

  def _watch_peer(self):
    self._loop._add_reader(self._fileno, self._read_ready)

  def _read_ready(self):
    if self._loop.get_debug():
      logger.info("%r was closed by peer", self)
    self._close(BrokenPipeError() if self._buffer else None)

  def get_write_buffer_size(self):
    return len(self._buffer)

  def write(self, data):
    assert isinstance(data, (bytes, bytearray, memoryview)), repr(data)
    if not data:
      return
    if self._conn_lost or self._closing:
      if self._conn_lost >= constants.LOG_THRESHOLD_FOR_CONNLOST_WRITES:
        logger.warning("pipe closed by peer or os.write(pipe, data) raised exception.")
      self._conn_lost += 1
      return
    if not self._buffer:
      try:
        count = os.write(self._fileno, data)
      except (BlockingIOError, InterruptedError):
        count = 0
      except (SystemExit, KeyboardInterrupt):
        raise
      except BaseException as error:
        self._conn_lost += 1
        self._fatal_error(error, "Fatal write error on pipe transport")
        return
      if count == len(data):
        return
      if count > 0:
        data = memoryview(data)[count:]
      self._loop._add_writer(self._fileno, self._write_ready)
    self._buffer += data
    self._maybe_pause_protocol()

  def _write_ready(self):
    try:
      count = os.write(self._fileno, self._buffer)
    except (BlockingIOError, InterruptedError):
      return
    except (SystemExit, KeyboardInterrupt):
      raise
    except BaseException as error:
      self._buffer.clear()
      self._conn_lost += 1
      self._loop._remove_writer(self._fileno)
      self._fatal_error(error, "Fatal write error on pipe transport")
      return
    if count == len(self._buffer):
      self._buffer.clear()
      self._loop._remove_writer(self._fileno)
      self._maybe_resume_protocol()  # which may write more
      if self._closing:
        self._loop._remove_reader(self._fileno)
        self._call_connection_lost(None)
    elif count > 0:
      del self._buffer[:count]

  def can_write_eof(self):
    return True

  def write_eof(self):
    if self._closing:
      return
    self._closing = True
    if not self._buffer:
      self._loop._remove_reader(self._fileno)
      self._loop.call_soon(self._call_connection_lost, None)

  def close(self):
    if self._pipe is not None and not self._closing:
      self.write_eof()

  def abort(self):
    self._close(None)

  def _close(self, error=None):
    self._closing = True
    if self._buffer:
      self._loop._remove_writer(self._fileno)
    self._buffer.clear()
    self._loop._remove_reader(self._fileno)
    self._loop.call_soon(self._call_connection_lost, error)
