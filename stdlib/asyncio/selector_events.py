"""Sockets in the event loop: readiness callbacks, sock_*() operations, accepting, and the socket transports.

These are methods of BaseEventLoop; base_events loads them when one is first used. The order of callbacks is asyncio's:
a transport sends at once and waits for the descriptor only with the rest, connection_made() is called by call_soon(),
and data_received() comes from the loop's own callback.
"""
import collections
import errno
from functools import partial

import socket
from _asyncio import _plain_transport, _send_at_once, _socket_read_ready
from socket import SO_ERROR, SOL_SOCKET

from . import constants, protocols, transports
from .futures import _set_result_unless_cancelled
from .log import lazy_logger as logger
from .trsock import TransportSocket


def check_ssl_socket(sock):
  """Sockets that encrypt themselves cannot be used in the loop."""
  import sys
  ssl = sys.modules.get("ssl")
  if ssl is not None and isinstance(sock, ssl.SSLSocket):
    raise TypeError("Socket cannot be of type SSLSocket")


# -- readers and writers

def _transport_of(loop, fileno):
  transports_by_fd = loop._transports
  return transports_by_fd.get(fileno) if transports_by_fd else None


def _ensure_no_transport(loop, fd):
  fileno = fd
  if not isinstance(fileno, int):
    try:
      fileno = int(fileno.fileno())
    except (AttributeError, TypeError, ValueError):
      raise ValueError(f"Invalid file object: {fd!r}") from None
  transport = _transport_of(loop, fileno)
  if transport is not None and not transport.is_closing():
    raise RuntimeError(f"File descriptor {fd!r} is used by transport {transport!r}")


def add_reader(self, fd, callback, *args):
  """Call callback(*args) whenever the descriptor can be read."""
  _ensure_no_transport(self, fd)
  self._add_reader(fd, callback, *args)


def remove_reader(self, fd):
  """Undo add_reader(); whether there was one."""
  _ensure_no_transport(self, fd)
  return self._remove_reader(fd)


def add_writer(self, fd, callback, *args):
  """Call callback(*args) whenever the descriptor can be written."""
  _ensure_no_transport(self, fd)
  self._add_writer(fd, callback, *args)


def remove_writer(self, fd):
  """Undo add_writer(); whether there was one."""
  _ensure_no_transport(self, fd)
  return self._remove_writer(fd)


# -- operations on sockets

def _check_socket(loop, sock):
  check_ssl_socket(sock)
  if loop.get_debug() and sock.gettimeout() != 0:
    raise ValueError("the socket must be non-blocking")


def _attempt(future, sock, method, *args):
  """Try again now that the descriptor is ready."""
  if future.done():
    return
  try:
    result = getattr(sock, method)(*args)
  except (BlockingIOError, InterruptedError):
    return
  except (SystemExit, KeyboardInterrupt):
    raise
  except BaseException as error:
    future.set_exception(error)
  else:
    future.set_result(result)


def _end_reading(loop, sock, fd, handle, future):
  if not handle.cancelled():
    loop.remove_reader(fd)


def _end_writing(loop, sock, fd, handle, future):
  if not handle.cancelled():
    loop.remove_writer(fd)


async def _when_readable(loop, sock, method, *args):
  """What the socket's method answers, once it does not have to wait."""
  try:
    return getattr(sock, method)(*args)
  except (BlockingIOError, InterruptedError):
    pass
  future = loop.create_future()
  fd = sock.fileno()
  _ensure_no_transport(loop, fd)
  handle = loop._add_reader(fd, _attempt, future, sock, method, *args)
  future.add_done_callback(partial(_end_reading, loop, sock, fd, handle))
  return await future


async def when_writable(loop, sock):
  """Wait until the socket takes more."""
  future = loop.create_future()
  fd = sock.fileno()
  _ensure_no_transport(loop, fd)
  handle = loop._add_writer(fd, _set_result_unless_cancelled, future, None)
  future.add_done_callback(partial(_end_writing, loop, sock, fd, handle))
  await future


async def sock_recv(self, sock, n):
  """Receive at most n bytes."""
  _check_socket(self, sock)
  return await _when_readable(self, sock, "recv", n)


async def sock_recv_into(self, sock, buf):
  """Receive into a buffer; the number of bytes."""
  _check_socket(self, sock)
  return await _when_readable(self, sock, "recv_into", buf)


async def sock_recvfrom(self, sock, bufsize):
  """Receive a datagram: (data, address)."""
  _check_socket(self, sock)
  return await _when_readable(self, sock, "recvfrom", bufsize)


async def sock_recvfrom_into(self, sock, buf, nbytes=0):
  """Receive a datagram into a buffer: (size, address)."""
  _check_socket(self, sock)
  if not nbytes:
    nbytes = len(buf)
  return await _when_readable(self, sock, "recvfrom_into", buf, nbytes)


async def sock_sendall(self, sock, data):
  """Send everything."""
  _check_socket(self, sock)
  try:
    sent = sock.send(data)
  except (BlockingIOError, InterruptedError):
    sent = 0
  if sent == len(data):
    return
  view = memoryview(data)

  def send_more():
    nonlocal sent
    if future.done():
      return
    try:
      sent += sock.send(view[sent:])
    except (BlockingIOError, InterruptedError):
      return
    except (SystemExit, KeyboardInterrupt):
      raise
    except BaseException as error:
      future.set_exception(error)
      return
    if sent == len(view):
      future.set_result(None)

  future = self.create_future()
  fd = sock.fileno()
  _ensure_no_transport(self, fd)
  handle = self._add_writer(fd, send_more)
  future.add_done_callback(partial(_end_writing, self, sock, fd, handle))
  return await future


async def sock_sendto(self, sock, data, address):
  """Send a datagram."""
  _check_socket(self, sock)
  try:
    return sock.sendto(data, address)
  except (BlockingIOError, InterruptedError):
    pass
  future = self.create_future()
  fd = sock.fileno()
  _ensure_no_transport(self, fd)
  handle = self._add_writer(fd, _attempt, future, sock, "sendto", data, 0, address)
  future.add_done_callback(partial(_end_writing, self, sock, fd, handle))
  return await future


async def sock_connect(self, sock, address):
  """Connect to an address."""
  _check_socket(self, sock)
  if sock.family == socket.AF_INET or sock.family == socket.AF_INET6:
    resolved = await self._ensure_resolved(address, family=sock.family, type=sock.type, proto=sock.proto, loop=self)
    address = resolved[0][4]
  future = self.create_future()
  try:
    sock.connect(address)
  except (BlockingIOError, InterruptedError):
    fd = sock.fileno()
    _ensure_no_transport(self, fd)
    handle = self._add_writer(fd, self._sock_connect_cb, future, sock, address)
    future.add_done_callback(partial(_end_writing, self, sock, fd, handle))
  except (SystemExit, KeyboardInterrupt):
    raise
  except BaseException as error:
    future.set_exception(error)
  else:
    future.set_result(None)
  try:
    return await future
  finally:
    future = None


def _sock_connect_cb(self, future, sock, address):
  if future.done():
    return
  number = sock.getsockopt(SOL_SOCKET, SO_ERROR)
  if number == 0:
    future.set_result(None)
    return
  error = OSError(number, f"Connect call failed {address}")
  if not isinstance(error, (BlockingIOError, InterruptedError)):
    future.set_exception(error)


async def sock_accept(self, sock):
  """Accept a connection: (socket, address)."""
  _check_socket(self, sock)
  future = self.create_future()
  self._sock_accept(future, sock)
  return await future


def _sock_accept(self, future, sock):
  fd = sock.fileno()
  try:
    connection, address = sock.accept()
    connection.setblocking(False)
  except (BlockingIOError, InterruptedError):
    _ensure_no_transport(self, fd)
    handle = self._add_reader(fd, self._sock_accept, future, sock)
    future.add_done_callback(partial(_end_reading, self, sock, fd, handle))
  except (SystemExit, KeyboardInterrupt):
    raise
  except BaseException as error:
    future.set_exception(error)
  else:
    future.set_result((connection, address))


# -- accepting for servers

def _start_serving(self, protocol_factory, sock, sslcontext=None, server=None, backlog=100,
                   ssl_handshake_timeout=constants.SSL_HANDSHAKE_TIMEOUT,
                   ssl_shutdown_timeout=constants.SSL_SHUTDOWN_TIMEOUT):
  self._add_reader(sock.fileno(), self._accept_connection, protocol_factory, sock, sslcontext, server, backlog,
                   ssl_handshake_timeout, ssl_shutdown_timeout)


def _resume_serving(self, protocol_factory, sock, *args):
  if sock.fileno() != -1:
    self._start_serving(protocol_factory, sock, *args)


def _stop_serving(self, sock):
  self._remove_reader(sock.fileno())
  sock.close()


_OUT_OF_RESOURCES = (errno.EMFILE, errno.ENFILE, errno.ENOBUFS, errno.ENOMEM)


def _accept_connection(self, protocol_factory, sock, sslcontext=None, server=None, backlog=100,
                       ssl_handshake_timeout=constants.SSL_HANDSHAKE_TIMEOUT,
                       ssl_shutdown_timeout=constants.SSL_SHUTDOWN_TIMEOUT):
  for _ in range(backlog):
    try:
      connection, address = sock.accept()
      if self.get_debug():
        logger.debug("%r got a new connection from %r: %r", server, address, connection)
      connection.setblocking(False)
    except (BlockingIOError, InterruptedError, ConnectionAbortedError):
      return
    except OSError as error:
      if error.errno not in _OUT_OF_RESOURCES:
        raise
      # The descriptor would stay ready: wait until descriptors may have come back.
      self.call_exception_handler({
        "message": "socket.accept() out of system resource",
        "exception": error,
        "socket": TransportSocket(sock),
      })
      self._remove_reader(sock.fileno())
      self.call_later(constants.ACCEPT_RETRY_DELAY, self._resume_serving, protocol_factory, sock, sslcontext, server,
                      backlog, ssl_handshake_timeout, ssl_shutdown_timeout)
      return
    else:
      self.create_task(self._accept_connection2(protocol_factory, connection, {"peername": address}, sslcontext, server,
                                                ssl_handshake_timeout, ssl_shutdown_timeout))


async def _accept_connection2(self, protocol_factory, connection, extra, sslcontext=None, server=None,
                              ssl_handshake_timeout=constants.SSL_HANDSHAKE_TIMEOUT,
                              ssl_shutdown_timeout=constants.SSL_SHUTDOWN_TIMEOUT):
  protocol = None
  transport = None
  try:
    protocol = protocol_factory()
    waiter = self.create_future()
    if sslcontext:
      transport = self._make_ssl_transport(connection, protocol, sslcontext, waiter=waiter, server_side=True,
                                           extra=extra, server=server, ssl_handshake_timeout=ssl_handshake_timeout,
                                           ssl_shutdown_timeout=ssl_shutdown_timeout)
    else:
      transport = self._make_socket_transport(connection, protocol, waiter=waiter, extra=extra, server=server)
    try:
      await waiter
    except BaseException:
      transport.close()
      raise
  except (SystemExit, KeyboardInterrupt):
    raise
  except BaseException as error:
    if transport is None:
      connection.close()
    if self.get_debug():
      context = {"message": "Error on transport creation for incoming connection", "exception": error}
      if protocol is not None:
        context["protocol"] = protocol
      if transport is not None:
        context["transport"] = transport
      self.call_exception_handler(context)


def _make_socket_transport(self, sock, protocol, waiter=None, *, extra=None, server=None):
  return _SelectorSocketTransport(self, sock, protocol, waiter, extra, server)


def _make_datagram_transport(self, sock, protocol, address=None, waiter=None, extra=None):
  return _SelectorDatagramTransport(self, sock, protocol, address, waiter, extra)


# -- transports

class _SelectorTransport(transports._FlowControlMixin, transports.Transport):
  """What the transports of sockets have in common."""

  max_size = 256 * 1024  # of one recv()
  _buffer_factory = bytearray
  _sock = None

  def __init__(self, loop, sock, protocol, extra=None, server=None):
    super().__init__(extra, loop)
    self._extra["socket"] = TransportSocket(sock)
    try:
      self._extra["sockname"] = sock.getsockname()
    except OSError:
      self._extra["sockname"] = None
    if "peername" not in self._extra:
      try:
        self._extra["peername"] = sock.getpeername()
      except OSError:
        self._extra["peername"] = None
    self._sock = sock
    self._sock_fd = sock.fileno()
    self._protocol_connected = False
    self.set_protocol(protocol)
    self._server = server
    self._buffer = self._buffer_factory()
    self._conn_lost = 0     # counts writes after connection_lost() was scheduled
    self._closing = False
    self._paused = False
    if server is not None:
      server._attach(self)
    if loop._transports is None:
      loop._transports = {}
    loop._transports[self._sock_fd] = self

  def __del__(self):
    if self._sock is not None:
      from warnings import warn as _warn
      _warn(f"unclosed transport {self!r}", ResourceWarning, source=self)
      self._sock.close()

  def __repr__(self):
    info = [self.__class__.__name__]
    if self._sock is None:
      info.append("closed")
    elif self._closing:
      info.append("closing")
    info.append(f"fd={self._sock_fd}")
    if self._loop is not None and not self._loop.is_closed():
      reading, writing = self._loop._watched(self._sock_fd)
      info.append(f"read={'polling' if reading else 'idle'}")
      info.append(f"write=<{'polling' if writing else 'idle'}, bufsize={self.get_write_buffer_size()}>")
    return f"<{' '.join(info)}>"

  def abort(self):
    self._force_close(None)

  def set_protocol(self, protocol):
    self._protocol = protocol
    self._protocol_connected = True

  def get_protocol(self):
    return self._protocol

  def is_closing(self):
    return self._closing

  def is_reading(self):
    return not self._closing and not self._paused

  def pause_reading(self):
    if self._closing or self._paused:
      return
    self._paused = True
    self._loop._remove_reader(self._sock_fd)
    if self._loop.get_debug():
      logger.debug("%r pauses reading", self)

  def resume_reading(self):
    if self._closing or not self._paused:
      return
    self._paused = False
    self._start_reading()
    if self._loop.get_debug():
      logger.debug("%r resumes reading", self)

  def _start_reading(self):
    if self.is_reading():
      self._loop._add_reader(self._sock_fd, self._read_ready)

  def close(self):
    if self._closing:
      return
    self._closing = True
    self._loop._remove_reader(self._sock_fd)
    if not self._buffer:
      self._conn_lost += 1
      self._loop._remove_writer(self._sock_fd)
      self._loop.call_soon(self._call_connection_lost, None)

  def _fatal_error(self, error, message="Fatal error on transport"):
    if isinstance(error, OSError):
      if self._loop.get_debug():
        logger.debug("%r: %s", self, message, exc_info=True)
    else:
      self._loop.call_exception_handler({
        "message": message,
        "exception": error,
        "transport": self,
        "protocol": self._protocol,
      })
    self._force_close(error)

  def _force_close(self, error):
    if self._conn_lost:
      return
    if self._buffer:
      self._buffer.clear()
      self._loop._remove_writer(self._sock_fd)
    if not self._closing:
      self._closing = True
      self._loop._remove_reader(self._sock_fd)
    self._conn_lost += 1
    self._loop.call_soon(self._call_connection_lost, error)

  def _call_connection_lost(self, error):
    try:
      if self._protocol_connected:
        self._protocol.connection_lost(error)
    finally:
      self._sock.close()
      self._sock = None
      self._protocol = None
      loop = self._loop
      self._loop = None
      if loop._transports.get(self._sock_fd) is self:
        del loop._transports[self._sock_fd]
      server = self._server
      if server is not None:
        server._detach(self)
        self._server = None

  def get_write_buffer_size(self):
    return len(self._buffer)

  def _begin(self, waiter):
    """connection_made(), then reading, then whoever waits for the connection: each in its own callback."""
    loop = self._loop
    loop.call_soon(self._protocol.connection_made, self)
    loop.call_soon(self._start_reading)
    if waiter is not None:
      loop.call_soon(_set_result_unless_cancelled, waiter, None)


@_plain_transport
class _SelectorSocketTransport(_SelectorTransport):
  """A stream socket. In the usual case C++ code receives and sends (src/modules/asyncio_streams.cpp)."""

  _start_tls_compatible = True

  @property
  def _sendfile_compatible(self):
    return constants._SendfileMode.TRY_NATIVE

  def __init__(self, loop, sock, protocol, waiter=None, extra=None, server=None):
    super().__init__(loop, sock, protocol, extra, server)
    self._eof = False
    self._empty_waiter = None
    # Small messages are sent without waiting for the acknowledgement of the one before.
    if sock.proto == socket.IPPROTO_TCP and sock.type == socket.SOCK_STREAM and sock.family in (socket.AF_INET, socket.AF_INET6):
      sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    self._begin(waiter)

  def set_protocol(self, protocol):
    self._buffered = isinstance(protocol, protocols.BufferedProtocol)
    super().set_protocol(protocol)

  def _read_ready(self):
    if self._conn_lost:
      return
    if self._buffered:
      self._read_into_buffer()
      return
    try:
      data = self._sock.recv(self.max_size)
    except (BlockingIOError, InterruptedError):
      return
    except (SystemExit, KeyboardInterrupt):
      raise
    except BaseException as error:
      self._fatal_error(error, "Fatal read error on socket transport")
      return
    if not data:
      self._read_eof()
      return
    try:
      self._protocol.data_received(data)
    except (SystemExit, KeyboardInterrupt):
      raise
    except BaseException as error:
      self._fatal_error(error, "Fatal error: protocol.data_received() call failed.")

  def _read_into_buffer(self):
    try:
      buffer = self._protocol.get_buffer(-1)
      if not len(buffer):
        raise RuntimeError("get_buffer() returned an empty buffer")
    except (SystemExit, KeyboardInterrupt):
      raise
    except BaseException as error:
      self._fatal_error(error, "Fatal error: protocol.get_buffer() call failed.")
      return
    try:
      count = self._sock.recv_into(buffer)
    except (BlockingIOError, InterruptedError):
      return
    except (SystemExit, KeyboardInterrupt):
      raise
    except BaseException as error:
      self._fatal_error(error, "Fatal read error on socket transport")
      return
    if not count:
      self._read_eof()
      return
    try:
      self._protocol.buffer_updated(count)
    except (SystemExit, KeyboardInterrupt):
      raise
    except BaseException as error:
      self._fatal_error(error, "Fatal error: protocol.buffer_updated() call failed.")

  def _read_eof(self):
    if self._loop.get_debug():
      logger.debug("%r received EOF", self)
    try:
      keep_open = self._protocol.eof_received()
    except (SystemExit, KeyboardInterrupt):
      raise
    except BaseException as error:
      self._fatal_error(error, "Fatal error: protocol.eof_received() call failed.")
      return
    if keep_open:
      self._loop._remove_reader(self._sock_fd)
    else:
      self.close()

  def _start_reading(self):
    # Debug mode shows the method, and slow callbacks by its name.
    if self.is_reading() and type(self) is _SelectorSocketTransport and not self._loop.get_debug():
      self._loop._add_reader(self._sock_fd, _socket_read_ready, self)
    else:
      super()._start_reading()

  def write(self, data):
    if _send_at_once(self, data):
      return
    if not isinstance(data, (bytes, bytearray, memoryview)):
      raise TypeError(f"data argument must be a bytes-like object, not {type(data).__name__!r}")
    if self._eof:
      raise RuntimeError("Cannot call write() after write_eof()")
    if self._empty_waiter is not None:
      raise RuntimeError("unable to write; sendfile is in progress")
    if not data:
      return
    if self._conn_lost:
      if self._conn_lost >= constants.LOG_THRESHOLD_FOR_CONNLOST_WRITES:
        logger.warning("socket.send() raised exception.")
      self._conn_lost += 1
      return
    if not self._buffer:
      try:
        count = self._sock.send(data)
      except (BlockingIOError, InterruptedError):
        pass
      except (SystemExit, KeyboardInterrupt):
        raise
      except BaseException as error:
        self._fatal_error(error, "Fatal write error on socket transport")
        return
      else:
        data = data[count:]
        if not data:
          return
    self._send_later(data)

  def _send_later(self, data):
    if not self._buffer:
      self._loop._add_writer(self._sock_fd, self._write_ready)
    self._buffer.extend(data)
    self._maybe_pause_protocol()

  def _write_ready(self):
    if self._conn_lost:
      return
    try:
      count = self._sock.send(self._buffer)
    except (BlockingIOError, InterruptedError):
      return
    except (SystemExit, KeyboardInterrupt):
      raise
    except BaseException as error:
      self._loop._remove_writer(self._sock_fd)
      self._buffer.clear()
      self._fatal_error(error, "Fatal write error on socket transport")
      if self._empty_waiter is not None:
        self._empty_waiter.set_exception(error)
      return
    if count:
      del self._buffer[:count]
    self._maybe_resume_protocol()  # which may write more
    if not self._buffer:
      self._loop._remove_writer(self._sock_fd)
      if self._empty_waiter is not None:
        self._empty_waiter.set_result(None)
      if self._closing:
        self._call_connection_lost(None)
      elif self._eof:
        self._sock.shutdown(socket.SHUT_WR)

  def write_eof(self):
    if self._closing or self._eof:
      return
    self._eof = True
    if not self._buffer:
      self._sock.shutdown(socket.SHUT_WR)

  def can_write_eof(self):
    return True

  def _call_connection_lost(self, error):
    super()._call_connection_lost(error)
    if self._empty_waiter is not None:
      self._empty_waiter.set_exception(ConnectionError("Connection is closed by peer"))

  def _make_empty_waiter(self):
    if self._empty_waiter is not None:
      raise RuntimeError("Empty waiter is already set")
    self._empty_waiter = self._loop.create_future()
    if not self._buffer:
      self._empty_waiter.set_result(None)
    return self._empty_waiter

  def _reset_empty_waiter(self):
    self._empty_waiter = None


class _SelectorDatagramTransport(_SelectorTransport):
  """A datagram socket."""

  _buffer_factory = collections.deque

  def __init__(self, loop, sock, protocol, address=None, waiter=None, extra=None):
    super().__init__(loop, sock, protocol, extra)
    self._address = address
    self._buffer_size = 0
    self._begin(waiter)

  def get_write_buffer_size(self):
    return self._buffer_size

  def _read_ready(self):
    if self._conn_lost:
      return
    try:
      data, address = self._sock.recvfrom(self.max_size)
    except (BlockingIOError, InterruptedError):
      pass
    except OSError as error:
      self._protocol.error_received(error)
    except (SystemExit, KeyboardInterrupt):
      raise
    except BaseException as error:
      self._fatal_error(error, "Fatal read error on datagram transport")
    else:
      self._protocol.datagram_received(data, address)

  def _send_one(self, data, address):
    if self._extra["peername"]:
      self._sock.send(data)
    else:
      self._sock.sendto(data, address)

  def sendto(self, data, addr=None):
    if not isinstance(data, (bytes, bytearray, memoryview)):
      raise TypeError(f"data argument must be a bytes-like object, not {type(data).__name__!r}")
    if not data:
      return
    if self._address:
      if addr not in (None, self._address):
        raise ValueError(f"Invalid address: must be None or {self._address}")
      addr = self._address
    if self._conn_lost and self._address:
      if self._conn_lost >= constants.LOG_THRESHOLD_FOR_CONNLOST_WRITES:
        logger.warning("socket.send() raised exception.")
      self._conn_lost += 1
      return
    if not self._buffer:
      try:
        self._send_one(data, addr)
        return
      except (BlockingIOError, InterruptedError):
        self._loop._add_writer(self._sock_fd, self._sendto_ready)
      except OSError as error:
        self._protocol.error_received(error)
        return
      except (SystemExit, KeyboardInterrupt):
        raise
      except BaseException as error:
        self._fatal_error(error, "Fatal write error on datagram transport")
        return
    self._buffer.append((bytes(data), addr))
    self._buffer_size += len(data)
    self._maybe_pause_protocol()

  def _sendto_ready(self):
    while self._buffer:
      data, address = self._buffer.popleft()
      self._buffer_size -= len(data)
      try:
        self._send_one(data, address)
      except (BlockingIOError, InterruptedError):
        self._buffer.appendleft((data, address))
        self._buffer_size += len(data)
        break
      except OSError as error:
        self._protocol.error_received(error)
        return
      except (SystemExit, KeyboardInterrupt):
        raise
      except BaseException as error:
        self._fatal_error(error, "Fatal write error on datagram transport")
        return
    self._maybe_resume_protocol()
    if not self._buffer:
      self._loop._remove_writer(self._sock_fd)
      if self._closing:
        self._call_connection_lost(None)


def __getattr__(name):
  if name != "BaseSelectorEventLoop":
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
  from .unix_events import BaseSelectorEventLoop
  return BaseSelectorEventLoop
