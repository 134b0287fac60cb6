"""TLS in the event loop: a protocol that sits on a plain transport and is itself the transport of the program's protocol.

  program's protocol <-> _SSLProtocolTransport <-> SSLProtocol <-> socket transport

The bytes between SSLProtocol and OpenSSL pass through two memory buffers: what came goes into `incoming`, what has to
be sent is taken from `outgoing`. States follow each other as

  UNWRAPPED -> DO_HANDSHAKE -> WRAPPED -> FLUSHING -> SHUTDOWN -> UNWRAPPED

FLUSHING still receives and sends what is under way; SHUTDOWN waits for the peer's farewell. Any of them may end in
UNWRAPPED at once.
"""
import enum
import _ssl

from . import constants, protocols, transports
from .exceptions import CancelledError
from .log import lazy_logger as logger

_AGAIN = (_ssl.SSLWantReadError, _ssl.SSLSyscallError)


class SSLProtocolState(enum.Enum):
  """Where a connection is."""

  UNWRAPPED = "UNWRAPPED"
  DO_HANDSHAKE = "DO_HANDSHAKE"
  WRAPPED = "WRAPPED"
  FLUSHING = "FLUSHING"
  SHUTDOWN = "SHUTDOWN"


class AppProtocolState(enum.Enum):
  """What the program's protocol was told last."""

  STATE_INIT = "STATE_INIT"
  STATE_CON_MADE = "STATE_CON_MADE"
  STATE_EOF = "STATE_EOF"
  STATE_CON_LOST = "STATE_CON_LOST"


_UNWRAPPED, _HANDSHAKE, _WRAPPED, _FLUSHING, _SHUTDOWN = SSLProtocolState
_INIT, _MADE, _EOF, _LOST = AppProtocolState


def add_flowcontrol_defaults(high, low, kb):
  """Water marks in bytes: (high, low)."""
  if high is None:
    high = kb * 1024 if low is None else 4 * low
  if low is None:
    low = high // 4
  if not high >= low >= 0:
    raise ValueError(f"high ({high!r}) must be >= low ({low!r}) must be >= 0")
  return high, low


class _SSLProtocolTransport(transports._FlowControlMixin, transports.Transport):
  """The encrypted connection as the program's protocol sees it."""

  _start_tls_compatible = True

  @property
  def _sendfile_compatible(self):
    return constants._SendfileMode.FALLBACK

  def __init__(self, loop, ssl_protocol):
    self._loop = loop
    self._ssl_protocol = ssl_protocol
    self._closed = False

  def get_extra_info(self, name, default=None):
    return self._ssl_protocol._get_extra_info(name, default)

  def set_protocol(self, protocol):
    self._ssl_protocol._set_app_protocol(protocol)

  def get_protocol(self):
    return self._ssl_protocol._app_protocol

  def is_closing(self):
    return self._closed or self._ssl_protocol._is_transport_closing()

  def close(self):
    if not self._closed:
      self._closed = True
      self._ssl_protocol._start_shutdown()

  def is_reading(self):
    return not self._ssl_protocol._app_reading_paused

  def pause_reading(self):
    self._ssl_protocol._pause_reading()

  def resume_reading(self):
    self._ssl_protocol._resume_reading()

  def set_write_buffer_limits(self, high=None, low=None):
    self._ssl_protocol._set_write_buffer_limits(high, low)
    self._ssl_protocol._control_app_writing()

  def get_write_buffer_limits(self):
    return self._ssl_protocol._outgoing_low_water, self._ssl_protocol._outgoing_high_water

  def get_write_buffer_size(self):
    return self._ssl_protocol._get_write_buffer_size()

  def set_read_buffer_limits(self, high=None, low=None):
    self._ssl_protocol._set_read_buffer_limits(high, low)
    self._ssl_protocol._control_ssl_reading()

  def get_read_buffer_limits(self):
    return self._ssl_protocol._incoming_low_water, self._ssl_protocol._incoming_high_water

  def get_read_buffer_size(self):
    return self._ssl_protocol._incoming.pending

  @property
  def _protocol_paused(self):
    return self._ssl_protocol._app_writing_paused

  def write(self, data):
    if not isinstance(data, (bytes, bytearray, memoryview)):
      raise TypeError(f"data: expecting a bytes-like instance, got {type(data).__name__}")
    if data:
      self._ssl_protocol._write_appdata((data,))

  def writelines(self, list_of_data):
    self._ssl_protocol._write_appdata(list_of_data)

  def write_eof(self):
    raise NotImplementedError

  def can_write_eof(self):
    return False

  def abort(self):
    self._force_close(None)

  def _force_close(self, error):
    self._closed = True
    self._ssl_protocol._abort(error)


class SSLProtocol(protocols.Protocol):
  """Encrypts for one connection."""

  max_size = 256 * 1024

  def __init__(self, loop, app_protocol, sslcontext, waiter, server_side=False, server_hostname=None,
               call_connection_made=True, ssl_handshake_timeout=None, ssl_shutdown_timeout=None):
    if ssl_handshake_timeout is None:
      ssl_handshake_timeout = constants.SSL_HANDSHAKE_TIMEOUT
    elif ssl_handshake_timeout <= 0:
      raise ValueError(f"ssl_handshake_timeout should be a positive number, got {ssl_handshake_timeout}")
    if ssl_shutdown_timeout is None:
      ssl_shutdown_timeout = constants.SSL_SHUTDOWN_TIMEOUT
    elif ssl_shutdown_timeout <= 0:
      raise ValueError(f"ssl_shutdown_timeout should be a positive number, got {ssl_shutdown_timeout}")
    if not sslcontext:
      sslcontext = _client_context(server_side, server_hostname)
    self._loop = loop
    self._sslcontext = sslcontext
    self._server_side = server_side
    self._server_hostname = None if server_side else server_hostname or None  # "" asks for no check
    self._waiter = waiter
    self._extra = {"sslcontext": sslcontext}
    self._incoming = _ssl.MemoryBIO()
    self._outgoing = _ssl.MemoryBIO()
    self._sslobj = sslcontext.wrap_bio(self._incoming, self._outgoing, server_side=server_side,
                                       server_hostname=self._server_hostname)
    self._transport = None
    self._app_transport = _SSLProtocolTransport(loop, self)
    self._set_app_protocol(app_protocol)
    self._app_state = _INIT if call_connection_made else _MADE
    self._state = _UNWRAPPED
    self._conn_lost = 0
    self._eof_received = False
    self._timer = None  # of the handshake, then of the shutdown
    self._handshake_timeout = ssl_handshake_timeout
    self._shutdown_timeout = ssl_shutdown_timeout
    self._write_backlog = []
    self._write_buffer_size = 0
    self._ssl_writing_paused = False  # the transport below is full
    self._app_reading_paused = False  # the program does not want more
    self._ssl_reading_paused = False  # too much has come that nobody took
    self._app_writing_paused = False  # the program was told to wait
    self._set_read_buffer_limits()
    self._set_write_buffer_limits()

  def _set_app_protocol(self, app_protocol):
    self._app_protocol = app_protocol
    self._app_is_buffered = isinstance(app_protocol, protocols.BufferedProtocol)

  def _wakeup_waiter(self, error=None):
    waiter = self._waiter
    if waiter is None:
      return
    if not waiter.cancelled():
      if error is not None:
        waiter.set_exception(error)
      else:
        waiter.set_result(None)
    self._waiter = None

  def _get_extra_info(self, name, default=None):
    if name in self._extra:
      return self._extra[name]
    if self._transport is not None:
      return self._transport.get_extra_info(name, default)
    return default

  def _is_transport_closing(self):
    return self._transport is not None and self._transport.is_closing()

  # -- from the transport below

  def connection_made(self, transport):
    self._transport = transport
    self._start_handshake()

  def connection_lost(self, exc):
    self._write_backlog.clear()
    self._outgoing.read()
    self._conn_lost += 1
    if self._app_transport is not None:
      self._app_transport._closed = True
    if self._state is not _HANDSHAKE and self._app_state in (_MADE, _EOF):
      self._app_state = _LOST
      self._loop.call_soon(self._app_protocol.connection_lost, exc)
    self._state = _UNWRAPPED
    self._transport = None
    self._app_transport = None
    self._app_protocol = None
    self._wakeup_waiter(exc)
    self._cancel_timer()

  def data_received(self, data):
    self._incoming.write(data)
    if self._state is _HANDSHAKE:
      self._do_handshake()
    elif self._state is _WRAPPED:
      self._do_read()
    elif self._state is _FLUSHING:
      self._do_flush()
    elif self._state is _SHUTDOWN:
      self._do_shutdown()

  def eof_received(self):
    self._eof_received = True
    try:
      if self._loop.get_debug():
        logger.debug("%r received EOF", self)
      if self._state is _HANDSHAKE:
        self._on_handshake_complete(ConnectionResetError())
      elif self._state is _WRAPPED:
        self._state = _FLUSHING
        if self._app_reading_paused:
          return True
        self._do_flush()
      elif self._state is _FLUSHING:
        self._do_write()
        self._state = _SHUTDOWN
        self._do_shutdown()
      elif self._state is _SHUTDOWN:
        self._do_shutdown()
    except Exception:
      self._transport.close()
      raise

  def pause_writing(self):
    assert not self._ssl_writing_paused
    self._ssl_writing_paused = True

  def resume_writing(self):
    assert self._ssl_writing_paused
    self._ssl_writing_paused = False
    self._process_outgoing()

  # -- handshake

  def _start_timer(self, seconds, callback):
    self._timer = self._loop.call_later(seconds, callback)

  def _cancel_timer(self):
    if self._timer is not None:
      self._timer.cancel()
      self._timer = None

  def _start_handshake(self):
    if self._loop.get_debug():
      logger.debug("%r starts SSL handshake", self)
    self._state = _HANDSHAKE
    self._start_timer(self._handshake_timeout, self._check_handshake_timeout)
    self._do_handshake()

  def _check_handshake_timeout(self):
    if self._state is _HANDSHAKE:
      self._fatal_error(ConnectionAbortedError(f"SSL handshake is taking longer than {self._handshake_timeout} seconds: "
                                               f"aborting the connection"))

  def _do_handshake(self):
    try:
      self._sslobj.do_handshake()
    except _AGAIN:
      self._process_outgoing()
    except _ssl.SSLError as error:
      self._on_handshake_complete(error)
    else:
      self._on_handshake_complete(None)

  def _on_handshake_complete(self, error):
    self._cancel_timer()
    try:
      if error is not None:
        raise error
      self._state = _WRAPPED
      certificate = self._sslobj.getpeercert()
    except Exception as problem:
      self._state = _UNWRAPPED
      self._fatal_error(problem, "SSL handshake failed on verifying the certificate"
                        if isinstance(problem, _ssl.SSLCertVerificationError) else "SSL handshake failed")
      self._wakeup_waiter(problem)
      return
    self._extra.update(peercert=certificate, cipher=self._sslobj.cipher(), compression=None, ssl_object=self._sslobj)
    if self._app_state is _INIT:
      self._app_state = _MADE
      self._app_protocol.connection_made(self._app_transport)
    self._wakeup_waiter()
    self._do_read()

  # -- shutdown

  def _start_shutdown(self):
    if self._state in (_FLUSHING, _SHUTDOWN, _UNWRAPPED):
      return
    if self._app_transport is not None:
      self._app_transport._closed = True
    if self._state is _HANDSHAKE:
      self._abort(None)
      return
    self._state = _FLUSHING
    self._start_timer(self._shutdown_timeout, self._check_shutdown_timeout)
    self._do_flush()

  def _check_shutdown_timeout(self):
    if self._state in (_FLUSHING, _SHUTDOWN):
      self._transport._force_close(TimeoutError("SSL shutdown timed out"))

  def _do_flush(self):
    self._do_read()
    self._state = _SHUTDOWN
    self._do_shutdown()

  def _do_shutdown(self):
    try:
      if not self._eof_received:
        self._sslobj.unwrap()
    except _AGAIN:
      self._process_outgoing()
    except _ssl.SSLError as error:
      self._on_shutdown_complete(error)
    else:
      self._process_outgoing()
      self._call_eof_received()
      self._on_shutdown_complete(None)

  def _on_shutdown_complete(self, error):
    self._cancel_timer()
    if error is not None:
      self._fatal_error(error)
    elif self._transport is not None:
      self._loop.call_soon(self._transport.close)

  def _abort(self, error):
    self._state = _UNWRAPPED
    if self._transport is not None:
      self._transport._force_close(error)

  # -- sending

  def _write_appdata(self, list_of_data):
    if self._state in (_FLUSHING, _SHUTDOWN, _UNWRAPPED):
      if self._conn_lost >= constants.LOG_THRESHOLD_FOR_CONNLOST_WRITES:
        logger.warning("SSL connection is closed")
      self._conn_lost += 1
      return
    for data in list_of_data:
      if data:
        self._write_backlog.append(data)
        self._write_buffer_size += len(data)
    try:
      if self._state is _WRAPPED:
        self._do_write()
    except Exception as error:
      self._fatal_error(error, "Fatal error on SSL protocol")

  def _do_write(self):
    backlog = self._write_backlog
    done = 0
    try:
      while done < len(backlog):
        data = backlog[done]
        count = self._sslobj.write(data)
        self._write_buffer_size -= count
        if count < len(data):
          backlog[done] = memoryview(data)[count:]
        else:
          done += 1
    except _AGAIN:
      pass
    finally:
      del backlog[:done]
    self._process_outgoing()

  def _process_outgoing(self):
    if not self._ssl_writing_paused:
      data = self._outgoing.read()
      if data:
        self._transport.write(data)
    self._control_app_writing()

  # -- receiving

  def _do_read(self):
    if self._state not in (_WRAPPED, _FLUSHING):
      return
    try:
      if not self._app_reading_paused:
        if self._app_is_buffered:
          self._read_into_buffer()
        else:
          self._read_pieces()
        if self._write_backlog:
          self._do_write()
        else:
          self._process_outgoing()
      self._control_ssl_reading()
    except Exception as error:
      self._fatal_error(error, "Fatal error on SSL protocol")

  def _read_pieces(self):
    pieces = []
    at_end = False
    try:
      while True:
        piece = self._sslobj.read(self.max_size)
        if not piece:
          at_end = True
          break
        pieces.append(piece)
    except _AGAIN:
      pass
    if pieces:
      self._app_protocol.data_received(pieces[0] if len(pieces) == 1 else b"".join(pieces))
    if at_end:
      self._call_eof_received()
      self._start_shutdown()

  def _read_into_buffer(self):
    buffer = memoryview(self._app_protocol.get_buffer(self._incoming.pending))
    offset = 0
    at_end = not buffer  # nothing fits in
    try:
      while not at_end and offset < len(buffer):
        count = self._sslobj.read(len(buffer) - offset, buffer[offset:])
        at_end = not count
        offset += count
      if not at_end:
        self._loop.call_soon(self._do_read)  # there may be more
    except _AGAIN:
      pass
    if offset:
      self._app_protocol.buffer_updated(offset)
    if at_end:
      self._call_eof_received()
      self._start_shutdown()

  def _call_eof_received(self):
    if self._app_state is not _MADE:
      return
    self._app_state = _EOF
    try:
      keep_open = self._app_protocol.eof_received()
    except (KeyboardInterrupt, SystemExit):
      raise
    except BaseException as error:
      self._fatal_error(error, "Error calling eof_received()")
    else:
      if keep_open:
        logger.warning("returning true from eof_received() has no effect when using ssl")

  # -- flow control

  def _get_write_buffer_size(self):
    return self._outgoing.pending + self._write_buffer_size

  def _set_write_buffer_limits(self, high=None, low=None):
    self._outgoing_high_water, self._outgoing_low_water = add_flowcontrol_defaults(
      high, low, constants.FLOW_CONTROL_HIGH_WATER_SSL_WRITE)

  def _set_read_buffer_limits(self, high=None, low=None):
    self._incoming_high_water, self._incoming_low_water = add_flowcontrol_defaults(
      high, low, constants.FLOW_CONTROL_HIGH_WATER_SSL_READ)

  def _control_app_writing(self):
    size = self._get_write_buffer_size()
    if size >= self._outgoing_high_water and not self._app_writing_paused:
      self._app_writing_paused = True
      self._tell_app("pause_writing")
    elif size <= self._outgoing_low_water and self._app_writing_paused:
      self._app_writing_paused = False
      self._tell_app("resume_writing")

  def _tell_app(self, what):
    try:
      getattr(self._app_protocol, what)()
    except (KeyboardInterrupt, SystemExit):
      raise
    except BaseException as error:
      self._loop.call_exception_handler({
        "message": f"protocol.{what}() failed",
        "exception": error,
        "transport": self._app_transport,
        "protocol": self,
      })

  def _control_ssl_reading(self):
    size = self._incoming.pending
    if size >= self._incoming_high_water and not self._ssl_reading_paused:
      self._ssl_reading_paused = True
      self._transport.pause_reading()
    elif size <= self._incoming_low_water and self._ssl_reading_paused:
      self._ssl_reading_paused = False
      self._transport.resume_reading()

  def _pause_reading(self):
    self._app_reading_paused = True

  def _resume_reading(self):
    if not self._app_reading_paused:
      return
    self._app_reading_paused = False

    def resume():
      if self._state is _WRAPPED:
        self._do_read()
      elif self._state is _FLUSHING:
        self._do_flush()
      elif self._state is _SHUTDOWN:
        self._do_shutdown()

    self._loop.call_soon(resume)

  def _fatal_error(self, error, message="Fatal error on transport"):
    if self._transport is not None:
      self._transport._force_close(error)
    if isinstance(error, OSError):
      if self._loop.get_debug():
        logger.debug("%r: %s", self, message, exc_info=True)
    elif not isinstance(error, CancelledError):
      self._loop.call_exception_handler({
        "message": message,
        "exception": error,
        "transport": self._transport,
        "protocol": self,
      })


def _client_context(server_side, server_hostname):
  if server_side:
    raise ValueError("Server side SSL needs a valid SSLContext")
  import ssl

  context = ssl.create_default_context()
  if not server_hostname:
    context.check_hostname = False
  return context
