"""Streams: connections to read from and write to with await.

readline(), readexactly(), read() and drain() are native operations when nothing unusual happens, and a socket transport
feeds its reader natively (src/modules/asyncio_streams.cpp); what is here knows every case.
"""
from _asyncio import _direct, _plain_protocol, _plain_reader, _plain_writer, _send_at_once
from collections import deque

from .coroutines import iscoroutine
from .events import call_from_finalizer, get_event_loop, get_running_loop
from .exceptions import IncompleteReadError, LimitOverrunError
from .log import lazy_logger as logger
from .protocols import Protocol
from .tasks import sleep

__all__ = ("StreamReader", "StreamWriter", "StreamReaderProtocol", "open_connection", "start_server",
           "open_unix_connection", "start_unix_server")

_DEFAULT_LIMIT = 2 ** 16


async def open_connection(host=None, port=None, *, limit=_DEFAULT_LIMIT, **kwds):
  """Connect to a host and port: (reader, writer)."""
  loop = get_running_loop()
  reader = StreamReader(limit=limit, loop=loop)
  protocol = StreamReaderProtocol(reader, loop=loop)
  transport, _ = await loop.create_connection(lambda: protocol, host, port, **kwds)
  return reader, StreamWriter(transport, protocol, reader, loop)


async def start_server(client_connected_cb, host=None, port=None, *, limit=_DEFAULT_LIMIT, **kwds):
  """Listen for connections and call client_connected_cb(reader, writer) for each; returns a Server."""
  loop = get_running_loop()
  return await loop.create_server(_protocol_factory(client_connected_cb, limit, loop), host, port, **kwds)


async def open_unix_connection(path=None, *, limit=_DEFAULT_LIMIT, **kwds):
  """Connect to a Unix socket: (reader, writer)."""
  loop = get_running_loop()
  reader = StreamReader(limit=limit, loop=loop)
  protocol = StreamReaderProtocol(reader, loop=loop)
  transport, _ = await loop.create_unix_connection(lambda: protocol, path, **kwds)
  return reader, StreamWriter(transport, protocol, reader, loop)


async def start_unix_server(client_connected_cb, path=None, *, limit=_DEFAULT_LIMIT, **kwds):
  """start_server() on a Unix socket."""
  loop = get_running_loop()
  return await loop.create_unix_server(_protocol_factory(client_connected_cb, limit, loop), path, **kwds)


def _protocol_factory(client_connected_cb, limit, loop):
  def factory():
    return StreamReaderProtocol(StreamReader(limit=limit, loop=loop), client_connected_cb, loop=loop)
  return factory


class FlowControlMixin(Protocol):
  """Lets drain() wait while the transport's buffer is too full."""

  def __init__(self, loop=None):
    self._loop = get_event_loop() if loop is None else loop
    self._paused = False
    self._drain_waiters = deque()
    self._connection_lost = False

  def pause_writing(self):
    assert not self._paused
    self._paused = True
    if self._loop.get_debug():
      logger.debug("%r pauses writing", self)

  def resume_writing(self):
    assert self._paused
    self._paused = False
    if self._loop.get_debug():
      logger.debug("%r resumes writing", self)
    for waiter in self._drain_waiters:
      if not waiter.done():
        waiter.set_result(None)

  def connection_lost(self, exc):
    self._connection_lost = True
    if not self._paused:
      return
    for waiter in self._drain_waiters:
      if not waiter.done():
        if exc is None:
          waiter.set_result(None)
        else:
          waiter.set_exception(exc)

  async def _drain_helper(self):
    if self._connection_lost:
      raise ConnectionResetError("Connection lost")
    if not self._paused:
      return
    waiter = self._loop.create_future()
    self._drain_waiters.append(waiter)
    try:
      await waiter
    finally:
      self._drain_waiters.remove(waiter)

  def _get_close_waiter(self, stream):
    raise NotImplementedError


@_plain_protocol
class StreamReaderProtocol(FlowControlMixin, Protocol):
  """Feeds a StreamReader from a transport."""

  _source_traceback = None

  def __init__(self, stream_reader, client_connected_cb=None, loop=None):
    super().__init__(loop=loop)
    self._stream_reader = stream_reader
    self._stream_writer = None
    self._task = None
    self._transport = None
    self._client_connected_cb = client_connected_cb
    self._over_ssl = False
    self._closed = self._loop.create_future()

  def _replace_writer(self, writer):
    self._stream_writer = writer
    self._transport = writer.transport
    self._over_ssl = self._transport.get_extra_info("sslcontext") is not None

  def connection_made(self, transport):
    self._transport = transport
    reader = self._stream_reader
    if reader is not None:
      reader.set_transport(transport)
    self._over_ssl = transport.get_extra_info("sslcontext") is not None
    if self._client_connected_cb is None:
      return
    self._stream_writer = StreamWriter(transport, self, reader, self._loop)
    result = self._client_connected_cb(reader, self._stream_writer)
    if iscoroutine(result):
      self._task = self._loop.create_task(result)
      self._task.add_done_callback(lambda task: self._client_done(task, transport))

  def _client_done(self, task, transport):
    if task.cancelled():
      transport.close()
      return
    error = task.exception()
    if error is not None:
      self._loop.call_exception_handler({
        "message": "Unhandled exception in client_connected_cb",
        "exception": error,
        "transport": transport,
      })
      transport.close()

  def connection_lost(self, exc):
    reader = self._stream_reader
    if reader is not None:
      if exc is None:
        reader.feed_eof()
      else:
        reader.set_exception(exc)
    if not self._closed.done():
      if exc is None:
        self._closed.set_result(None)
      else:
        self._closed.set_exception(exc)
        self._closed.exception()  # nobody has to ask for it
    super().connection_lost(exc)
    self._stream_reader = None
    self._stream_writer = None
    self._task = None
    self._transport = None

  def data_received(self, data):
    reader = self._stream_reader
    if reader is not None:
      reader.feed_data(data)

  def eof_received(self):
    reader = self._stream_reader
    if reader is not None:
      reader.feed_eof()
    return not self._over_ssl  # TLS cannot stay half open

  def _get_close_waiter(self, stream):
    return self._closed


@_plain_writer
class StreamWriter:
  """The sending side of a stream."""

  def __init__(self, transport, protocol, reader, loop):
    self._transport = transport
    self._protocol = protocol
    assert reader is None or isinstance(reader, StreamReader)
    self._reader = reader
    self._loop = loop

  def __del__(self):
    if not self._transport.is_closing():
      from warnings import warn
      if self._loop.is_closed():
        warn("loop is closed", ResourceWarning)
      else:
        call_from_finalizer(self._loop, self.close)
        warn(f"unclosed {self!r}", ResourceWarning)

  def __repr__(self):
    info = [self.__class__.__name__, f"transport={self._transport!r}"]
    if self._reader is not None:
      info.append(f"reader={self._reader!r}")
    return f"<{' '.join(info)}>"

  @property
  def transport(self):
    """The transport below."""
    return self._transport

  def write(self, data):
    """Send, or keep for sending."""
    if not _send_at_once(self._transport, data):
      self._transport.write(data)

  def writelines(self, data):
    """Write several pieces."""
    self._transport.writelines(data)

  def write_eof(self):
    """Send no more after what was written."""
    return self._transport.write_eof()

  def can_write_eof(self):
    """Whether write_eof() works."""
    return self._transport.can_write_eof()

  def close(self):
    """Close after what was written is sent."""
    return self._transport.close()

  def is_closing(self):
    """Whether the stream is closed or about to close."""
    return self._transport.is_closing()

  async def wait_closed(self):
    """Wait until the connection is gone."""
    await self._protocol._get_close_waiter(self)

  def get_extra_info(self, name, default=None):
    """Something that depends on the transport, such as "peername"."""
    return self._transport.get_extra_info(name, default)

  async def drain(self):
    """Wait while too much is waiting to be sent."""
    if self._reader is not None:
      error = self._reader._exception
      if error is not None:
        raise error
    if self._transport.is_closing():
      # A loop of write() and drain() has to notice that the connection is gone.
      await sleep(0)
    protocol = self._protocol
    if protocol._paused or protocol._connection_lost:
      await protocol._drain_helper()

  _direct("stream_drain", drain)

  async def start_tls(self, sslcontext, *, server_hostname=None, ssl_handshake_timeout=None, ssl_shutdown_timeout=None):
    """Encrypt the connection from now on."""
    protocol = self._protocol
    server_side = protocol._client_connected_cb is not None
    await self.drain()
    self._transport = await self._loop.start_tls(self._transport, protocol, sslcontext, server_side=server_side,
                                                 server_hostname=server_hostname,
                                                 ssl_handshake_timeout=ssl_handshake_timeout,
                                                 ssl_shutdown_timeout=ssl_shutdown_timeout)
    protocol._replace_writer(self)


@_plain_reader
class StreamReader:
  """The receiving side of a stream."""

  _source_traceback = None

  def __init__(self, limit=_DEFAULT_LIMIT, loop=None):
    if limit <= 0:
      raise ValueError("Limit cannot be <= 0")
    self._limit = limit
    self._loop = get_event_loop() if loop is None else loop
    self._bytes = bytearray()
    self._start = 0  # how many of the bytes were read already
    self._eof = False
    self._waiter = None  # the future that a reader waits for
    self._exception = None
    self._transport = None
    self._paused = False
    self._loop.get_debug()  # refuses what is no loop
    self._searched = 0  # a native readline() knows that the line does not end before this place

  def __repr__(self):
    info = ["StreamReader"]
    if self._buffer:
      info.append(f"{len(self._buffer)} bytes")
    if self._eof:
      info.append("eof")
    if self._limit != _DEFAULT_LIMIT:
      info.append(f"limit={self._limit}")
    if self._waiter:
      info.append(f"waiter={self._waiter!r}")
    if self._exception:
      info.append(f"exception={self._exception!r}")
    if self._transport:
      info.append(f"transport={self._transport!r}")
    if self._paused:
      info.append("paused")
    return f"<{' '.join(info)}>"

  @property
  def _buffer(self):
    """The bytes that were not read yet."""
    if self._start:
      del self._bytes[:self._start]
      self._start = 0
    return self._bytes

  @_buffer.setter
  def _buffer(self, value):
    self._bytes = value
    self._start = 0

  # -- the side of the transport

  def exception(self):
    """What ended the stream, or None."""
    return self._exception

  def set_exception(self, exc):
    """Let the reader fail."""
    self._exception = exc
    waiter = self._waiter
    if waiter is not None:
      self._waiter = None
      if not waiter.cancelled():
        waiter.set_exception(exc)

  def _wakeup_waiter(self):
    waiter = self._waiter
    if waiter is not None:
      self._waiter = None
      if not waiter.cancelled():
        waiter.set_result(None)

  def set_transport(self, transport):
    """The transport to pause while the buffer is full."""
    assert self._transport is None, "Transport already set"
    self._transport = transport

  def _resume_transport(self):
    self._paused = False
    self._transport.resume_reading()

  def _maybe_resume_transport(self):
    if self._paused and len(self._bytes) - self._start <= self._limit:
      self._resume_transport()

  def _maybe_pause_transport(self):
    if self._transport is not None and not self._paused and len(self._buffer) > 2 * self._limit:
      try:
        self._transport.pause_reading()
      except NotImplementedError:
        self._transport = None  # it cannot be paused: everything is kept
      else:
        self._paused = True

  def feed_eof(self):
    """Nothing comes any more."""
    self._eof = True
    self._wakeup_waiter()

  def at_eof(self):
    """Whether everything was read and nothing comes any more."""
    return self._eof and not self._buffer

  def feed_data(self, data):
    """Some bytes came."""
    assert not self._eof, "feed_data after feed_eof"
    if not data:
      return
    self._buffer.extend(data)
    self._wakeup_waiter()
    self._maybe_pause_transport()

  # -- reading

  async def _wait_for_data(self, func_name):
    if self._waiter is not None:
      raise RuntimeError(f"{func_name}() called while another coroutine is already waiting for incoming data")
    assert not self._eof, "_wait_for_data after EOF"
    # A paused transport would never send what is waited for.
    if self._paused:
      self._resume_transport()
    self._waiter = self._loop.create_future()
    try:
      await self._waiter
    finally:
      self._waiter = None

  def _take(self, size):
    """The first bytes of the buffer."""
    buffer = self._buffer
    data = bytes(buffer[:size])
    del buffer[:size]
    if self._paused:
      self._maybe_resume_transport()
    return data

  def _line_instead_of(self, error):
    """What readline() makes of an error of readuntil()."""
    if isinstance(error, IncompleteReadError):
      return error.partial
    if self._buffer.startswith(b"\n", error.consumed):
      del self._buffer[:error.consumed + 1]
    else:
      self._buffer.clear()
    self._maybe_resume_transport()
    raise ValueError(error.args[0])

  def _line_without_waiting(self):
    try:
      return self._until_without_waiting((b"\n",), 1, 0)
    except (IncompleteReadError, LimitOverrunError) as error:
      return self._line_instead_of(error)

  async def readline(self):
    """One line with its end; less at the end of the stream; ValueError when it is longer than the limit."""
    try:
      return await self.readuntil(b"\n")
    except (IncompleteReadError, LimitOverrunError) as error:
      return self._line_instead_of(error)

  _direct("stream_readline", readline)

  def _until_without_waiting(self, separators, longest, searched):
    """What readuntil() returns, or None when it has to wait. No separator, of which the longest has that many bytes, begins before `searched`."""
    start = end = -1
    for separator in separators if self._buffer else ():
      found = self._buffer.find(separator, searched)
      if found != -1 and (start == -1 or found + len(separator) < end):
        start, end = found, found + len(separator)
    if start == -1:
      consumed = len(self._buffer) + 1 - longest
      if consumed > self._limit:
        raise LimitOverrunError("Separator is not found, and chunk exceed the limit", consumed)
      if self._eof:
        partial = bytes(self._buffer)
        self._buffer.clear()
        raise IncompleteReadError(partial, None)
      return None
    if start > self._limit:
      raise LimitOverrunError("Separator is found, but chunk is longer than limit", start)
    return self._take(end)

  async def readuntil(self, separator=b"\n"):
    """Everything up to the separator, which is included; of a tuple of separators, up to the one that ends first."""
    if not isinstance(separator, tuple):
      shortest = longest = len(separator)
      separator = (separator,)
    elif separator:
      shortest, longest = len(min(separator, key=len)), len(max(separator, key=len))
    else:
      raise ValueError("Separator should contain at least one element")
    if shortest == 0:
      raise ValueError("Separator should be at least one-byte string")
    if self._exception is not None:
      raise self._exception
    searched = 0
    while (data := self._until_without_waiting(separator, longest, searched)) is None:
      searched = max(0, len(self._buffer) + 1 - longest)
      await self._wait_for_data("readuntil")
    return data

  def _some_without_waiting(self, n):
    return self._take(n) if self._buffer or self._eof else None

  async def read(self, n=-1):
    """At most n bytes, as soon as there are some; everything up to the end when n is negative."""
    if self._exception is not None:
      raise self._exception
    if n == 0:
      return b""
    if n < 0:
      blocks = []
      while block := await self.read(self._limit):
        blocks.append(block)
      return b"".join(blocks)
    if not self._buffer and not self._eof:
      await self._wait_for_data("read")
    return self._take(n)

  _direct("stream_read", read)

  def _exactly_without_waiting(self, n):
    """What readexactly() returns, or None when it has to wait."""
    if len(self._buffer) >= n:
      return self._take(n)
    if self._eof:
      partial = bytes(self._buffer)
      self._buffer.clear()
      raise IncompleteReadError(partial, n)
    return None

  async def readexactly(self, n):
    """Exactly n bytes; IncompleteReadError when the stream ends before."""
    if n < 0:
      raise ValueError("readexactly size can not be less than zero")
    if self._exception is not None:
      raise self._exception
    if n == 0:
      return b""
    while (data := self._exactly_without_waiting(n)) is None:
      await self._wait_for_data("readexactly")
    return data

  _direct("stream_readexactly", readexactly)

  def __aiter__(self):
    return self

  async def __anext__(self):
    line = await self.readline()
    if line == b"":
      raise StopAsyncIteration
    return line
