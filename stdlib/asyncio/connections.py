"""Making connections, servers and datagram endpoints: names, addresses, and the sockets behind transports.

These are methods of BaseEventLoop; base_events loads them when one is first used.
"""
import errno
import os
import socket
import sys
from functools import partial
from itertools import chain, zip_longest

from . import constants, protocols, transports
from .events import AbstractServer
from .exceptions import CancelledError, SendfileNotAvailableError
from .log import lazy_logger as logger
from .selector_events import check_ssl_socket, when_writable
from .tasks import gather, sleep
from .trsock import TransportSocket


# -- names

def _is_iterable(value):
  from collections.abc import Iterable
  return isinstance(value, Iterable)


def _ipaddr_info(host, port, family, type, proto, flowinfo=0, scopeid=0):
  """The row getaddrinfo() would give for a numeric host, or None when it has to be asked."""
  if proto not in (0, socket.IPPROTO_TCP, socket.IPPROTO_UDP) or host is None:
    return None
  if type == socket.SOCK_STREAM:
    proto = socket.IPPROTO_TCP
  elif type == socket.SOCK_DGRAM:
    proto = socket.IPPROTO_UDP
  else:
    return None
  if port is None or port == b"" or port == "":
    port = 0
  else:
    try:
      port = int(port)
    except (TypeError, ValueError):
      return None  # the name of a service
  if isinstance(host, bytes):
    host = host.decode("ascii")
  if "%" in host:
    return None
  for candidate in (socket.AF_INET, socket.AF_INET6) if family == socket.AF_UNSPEC else (family,):
    try:
      socket.inet_pton(candidate, host)
    except OSError:
      continue
    if candidate == socket.AF_INET6:
      return candidate, type, proto, "", (host, port, flowinfo, scopeid)
    return candidate, type, proto, "", (host, port)
  return None


async def _ensure_resolved(self, address, *, family=0, type=socket.SOCK_STREAM, proto=0, flags=0, loop=None):
  host, port = address[:2]
  info = _ipaddr_info(host, port, family, type, proto, *address[2:])
  if info is not None:
    return [info]
  return await self.getaddrinfo(host, port, family=family, type=type, proto=proto, flags=flags)


def _getaddrinfo_debug(loop, host, port, family, type, proto, flags):
  shown = [f"{host}:{port!r}"]
  for name, value in (("family", family), ("type", type), ("proto", proto), ("flags", flags)):
    if value:
      shown.append(f"{name}={value!r}")
  text = ", ".join(shown)
  logger.debug("Get address info %s", text)
  start = loop.time()
  rows = socket.getaddrinfo(host, port, family, type, proto, flags)
  taken = loop.time() - start
  tell = logger.info if taken >= loop.slow_callback_duration else logger.debug
  tell(f"Getting address info {text} took {taken * 1e3:.3f}ms: {rows!r}")
  return rows


async def getaddrinfo(self, host, port, *, family=0, type=0, proto=0, flags=0):
  """socket.getaddrinfo() in the loop's executor."""
  ask = partial(_getaddrinfo_debug, self) if self.get_debug() else socket.getaddrinfo
  return await self.run_in_executor(None, ask, host, port, family, type, proto, flags)


async def getnameinfo(self, sockaddr, flags=0):
  """socket.getnameinfo() in the loop's executor."""
  return await self.run_in_executor(None, socket.getnameinfo, sockaddr, flags)


def _interleave(infos, first_family_count):
  """Rows of different families in turns, which gives each family an early chance."""
  by_family = {}
  for info in infos:
    by_family.setdefault(info[0], []).append(info)
  groups = list(by_family.values())
  ordered = []
  if first_family_count > 1:
    ordered.extend(groups[0][:first_family_count - 1])
    del groups[0][:first_family_count - 1]
  ordered.extend(info for info in chain.from_iterable(zip_longest(*groups)) if info is not None)
  return ordered


# -- clients

def _check_tls_arguments(ssl, **arguments):
  for name, value in arguments.items():
    if value is not None and not ssl:
      raise ValueError(f"{name} is only meaningful with ssl")


def _bind_to_any(sock, family, local_infos, problems):
  """Bind to the first local address of the family that works."""
  for local_family, _, _, _, address in local_infos:
    if local_family != family:
      continue
    try:
      sock.bind(address)
      return
    except OSError as error:
      problems.append(OSError(error.errno, f"error while attempting to bind on address {address!r}: "
                                           f"{error.strerror.lower()}"))
  if problems:
    raise problems.pop()
  raise OSError(f"no matching local address with {family=} found")


async def _connect_sock(self, exceptions, addr_info, local_addr_infos=None):
  """Make, bind and connect one socket; what failed goes to `exceptions`."""
  problems = []
  exceptions.append(problems)
  family, kind, proto, _, address = addr_info
  sock = None
  try:
    sock = socket.socket(family=family, type=kind, proto=proto)
    sock.setblocking(False)
    if local_addr_infos is not None:
      _bind_to_any(sock, family, local_addr_infos, problems)
    await self.sock_connect(sock, address)
    return sock
  except OSError as error:
    problems.append(error)
    if sock is not None:
      sock.close()
    raise
  except:
    if sock is not None:
      sock.close()
    raise
  finally:
    exceptions = problems = None


async def _connect_first(self, infos, local_infos, happy_eyeballs_delay, all_errors):
  """A socket that is connected to the first address that answers."""
  exceptions = []
  sock = None
  if happy_eyeballs_delay is None:
    for info in infos:
      try:
        sock = await self._connect_sock(exceptions, info, local_infos)
        break
      except OSError:
        continue
  else:
    from .staggered import staggered_race
    sock, _, _ = await staggered_race((partial(self._connect_sock, exceptions, info, local_infos) for info in infos),
                                      happy_eyeballs_delay, loop=self)
  if sock is not None:
    return sock
  problems = [error for group in exceptions for error in group]
  try:
    if all_errors:
      raise ExceptionGroup("create_connection failed", problems)
    model = str(problems[0])
    if all(str(error) == model for error in problems):
      raise problems[0]
    raise OSError(f"Multiple exceptions: {', '.join(str(error) for error in problems)}")
  finally:
    exceptions = problems = None


async def create_connection(self, protocol_factory, host=None, port=None, *, ssl=None, family=0, proto=0, flags=0,
                            sock=None, local_addr=None, server_hostname=None, ssl_handshake_timeout=None,
                            ssl_shutdown_timeout=None, happy_eyeballs_delay=None, interleave=None, all_errors=False):
  """Connect a stream socket: (transport, protocol)."""
  if server_hostname is not None and not ssl:
    raise ValueError("server_hostname is only meaningful with ssl")
  if server_hostname is None and ssl:
    if not host:
      raise ValueError("You must set server_hostname when using ssl without a host")
    server_hostname = host
  _check_tls_arguments(ssl, ssl_handshake_timeout=ssl_handshake_timeout, ssl_shutdown_timeout=ssl_shutdown_timeout)
  if sock is not None:
    check_ssl_socket(sock)
  if happy_eyeballs_delay is not None and interleave is None:
    interleave = 1
  if host is not None or port is not None:
    if sock is not None:
      raise ValueError("host/port and sock can not be specified at the same time")
    infos = await self._ensure_resolved((host, port), family=family, type=socket.SOCK_STREAM, proto=proto, flags=flags)
    if not infos:
      raise OSError("getaddrinfo() returned empty list")
    local_infos = None
    if local_addr is not None:
      local_infos = await self._ensure_resolved(local_addr, family=family, type=socket.SOCK_STREAM, proto=proto,
                                                flags=flags)
      if not local_infos:
        raise OSError("getaddrinfo() returned empty list")
    if interleave:
      infos = _interleave(infos, interleave)
    sock = await _connect_first(self, infos, local_infos, happy_eyeballs_delay, all_errors)
  else:
    if sock is None:
      raise ValueError("host and port was not specified and no sock specified")
    if sock.type != socket.SOCK_STREAM:
      raise ValueError(f"A Stream Socket was expected, got {sock!r}")
  transport, protocol = await self._create_connection_transport(
    sock, protocol_factory, ssl, server_hostname, ssl_handshake_timeout=ssl_handshake_timeout,
    ssl_shutdown_timeout=ssl_shutdown_timeout)
  if self.get_debug():
    logger.debug("%r connected to %s:%r: (%r, %r)", transport.get_extra_info("socket"), host, port, transport, protocol)
  return transport, protocol


async def _create_connection_transport(self, sock, protocol_factory, ssl, server_hostname, server_side=False,
                                       ssl_handshake_timeout=None, ssl_shutdown_timeout=None):
  sock.setblocking(False)
  protocol = protocol_factory()
  waiter = self.create_future()
  if ssl:
    transport = self._make_ssl_transport(sock, protocol, None if isinstance(ssl, bool) else ssl, waiter,
                                         server_side=server_side, server_hostname=server_hostname,
                                         ssl_handshake_timeout=ssl_handshake_timeout,
                                         ssl_shutdown_timeout=ssl_shutdown_timeout)
  else:
    transport = self._make_socket_transport(sock, protocol, waiter)
  try:
    await waiter
  except:
    transport.close()
    raise
  return transport, protocol


async def connect_accepted_socket(self, protocol_factory, sock, *, ssl=None, ssl_handshake_timeout=None,
                                  ssl_shutdown_timeout=None):
  """A transport for a connection that was accepted elsewhere: (transport, protocol)."""
  if sock.type != socket.SOCK_STREAM:
    raise ValueError(f"A Stream Socket was expected, got {sock!r}")
  _check_tls_arguments(ssl, ssl_handshake_timeout=ssl_handshake_timeout, ssl_shutdown_timeout=ssl_shutdown_timeout)
  check_ssl_socket(sock)
  transport, protocol = await self._create_connection_transport(
    sock, protocol_factory, ssl, "", server_side=True, ssl_handshake_timeout=ssl_handshake_timeout,
    ssl_shutdown_timeout=ssl_shutdown_timeout)
  if self.get_debug():
    logger.debug("%r handled: (%r, %r)", transport.get_extra_info("socket"), transport, protocol)
  return transport, protocol


def _check_unix_socket(sock):
  if sock.family != socket.AF_UNIX or sock.type != socket.SOCK_STREAM:
    raise ValueError(f"A UNIX Domain Stream Socket was expected, got {sock!r}")


async def create_unix_connection(self, protocol_factory, path=None, *, ssl=None, sock=None, server_hostname=None,
                                 ssl_handshake_timeout=None, ssl_shutdown_timeout=None):
  """Connect to a Unix socket: (transport, protocol)."""
  assert server_hostname is None or isinstance(server_hostname, str)
  if ssl:
    if server_hostname is None:
      raise ValueError("you have to pass server_hostname when using ssl")
  else:
    _check_tls_arguments(ssl, server_hostname=server_hostname, ssl_handshake_timeout=ssl_handshake_timeout,
                         ssl_shutdown_timeout=ssl_shutdown_timeout)
  if path is not None:
    if sock is not None:
      raise ValueError("path and sock can not be specified at the same time")
    path = os.fspath(path)
    sock = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM, 0)
    try:
      sock.setblocking(False)
      await self.sock_connect(sock, path)
    except:
      sock.close()
      raise
  else:
    if sock is None:
      raise ValueError("no path and sock were specified")
    _check_unix_socket(sock)
    sock.setblocking(False)
  return await self._create_connection_transport(sock, protocol_factory, ssl, server_hostname,
                                                 ssl_handshake_timeout=ssl_handshake_timeout,
                                                 ssl_shutdown_timeout=ssl_shutdown_timeout)


# -- servers

class Server(AbstractServer):
  """Listening sockets and the connections that came from them."""

  __module__ = "asyncio.base_events"

  def __init__(self, loop, sockets, protocol_factory, ssl_context, backlog, ssl_handshake_timeout,
               ssl_shutdown_timeout=None):
    self._loop = loop
    self._sockets = sockets
    self._clients = {}  # transports, in the order of their connection
    self._waiters = []
    self._protocol_factory = protocol_factory
    self._backlog = backlog
    self._ssl_context = ssl_context
    self._ssl_handshake_timeout = ssl_handshake_timeout
    self._ssl_shutdown_timeout = ssl_shutdown_timeout
    self._serving = False
    self._serving_forever_fut = None

  def __repr__(self):
    return f"<{self.__class__.__name__} sockets={self.sockets!r}>"

  def _attach(self, transport):
    assert self._sockets is not None
    self._clients[transport] = True

  def _detach(self, transport):
    self._clients.pop(transport, None)
    if not self._clients and self._sockets is None:
      self._wakeup()

  def _wakeup(self):
    waiters = self._waiters
    self._waiters = None
    for waiter in waiters or ():
      if not waiter.done():
        waiter.set_result(waiter)

  def _start_serving(self):
    if self._serving:
      return
    self._serving = True
    for sock in self._sockets:
      sock.listen(self._backlog)
      self._loop._start_serving(self._protocol_factory, sock, self._ssl_context, self, self._backlog,
                                self._ssl_handshake_timeout, self._ssl_shutdown_timeout)

  def get_loop(self):
    return self._loop

  def is_serving(self):
    return self._serving

  @property
  def sockets(self):
    """The listening sockets."""
    if self._sockets is None:
      return ()
    return tuple(TransportSocket(sock) for sock in self._sockets)

  def close(self):
    sockets = self._sockets
    if sockets is None:
      return
    self._sockets = None
    for sock in sockets:
      self._loop._stop_serving(sock)
    self._serving = False
    if self._serving_forever_fut is not None and not self._serving_forever_fut.done():
      self._serving_forever_fut.cancel()
      self._serving_forever_fut = None
    if not self._clients:
      self._wakeup()

  def close_clients(self):
    for transport in list(self._clients):
      transport.close()

  def abort_clients(self):
    for transport in list(self._clients):
      transport.abort()

  async def start_serving(self):
    self._start_serving()
    await sleep(0)

  async def serve_forever(self):
    if self._serving_forever_fut is not None:
      raise RuntimeError(f"server {self!r} is already being awaited on serve_forever()")
    if self._sockets is None:
      raise RuntimeError(f"server {self!r} is closed")
    self._start_serving()
    self._serving_forever_fut = self._loop.create_future()
    try:
      await self._serving_forever_fut
    except CancelledError:
      try:
        self.close()
        await self.wait_closed()
      finally:
        raise
    finally:
      self._serving_forever_fut = None

  async def wait_closed(self):
    if self._sockets is None or self._waiters is None:
      return
    waiter = self._loop.create_future()
    self._waiters.append(waiter)
    await waiter


def _listening_socket(loop, info, reuse_address, reuse_port, sockets):
  """A bound socket for the address, put into `sockets`; nothing when the system does not know its kind."""
  family, kind, proto, _, address = info
  try:
    sock = socket.socket(family, kind, proto)
  except OSError:
    if loop.get_debug():
      logger.warning("create_server() failed to create socket.socket(%r, %r, %r)", family, kind, proto, exc_info=True)
    return
  sockets.append(sock)
  if reuse_address:
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, True)
  if reuse_port:
    _set_reuseport(sock)
  if family == socket.AF_INET6:
    sock.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, True)
  try:
    sock.bind(address)
  except OSError as error:
    raise OSError(error.errno, f"error while attempting to bind on address {address!r}: "
                               f"{error.strerror.lower()}") from None


def _set_reuseport(sock):
  try:
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
  except OSError:
    raise ValueError("reuse_port not supported by socket module, SO_REUSEPORT defined but not implemented.")


async def _resolve_server_host(loop, host, port, family, flags):
  infos = await loop._ensure_resolved((host, port), family=family, type=socket.SOCK_STREAM, flags=flags)
  if not infos:
    raise OSError(f"getaddrinfo({host!r}) returned empty list")
  return infos


async def create_server(self, protocol_factory, host=None, port=None, *, family=socket.AF_UNSPEC,
                        flags=socket.AI_PASSIVE, sock=None, backlog=100, ssl=None, reuse_address=None, reuse_port=None,
                        ssl_handshake_timeout=None, ssl_shutdown_timeout=None, start_serving=True):
  """Listen for connections; returns a Server."""
  if isinstance(ssl, bool):
    raise TypeError("ssl argument must be an SSLContext or None")
  _check_tls_arguments(ssl is not None, ssl_handshake_timeout=ssl_handshake_timeout,
                       ssl_shutdown_timeout=ssl_shutdown_timeout)
  if sock is not None:
    check_ssl_socket(sock)
  if host is not None or port is not None:
    if sock is not None:
      raise ValueError("host/port and sock can not be specified at the same time")
    if reuse_address is None:
      reuse_address = True
    if host == "":
      hosts = [None]
    elif isinstance(host, str) or not _is_iterable(host):
      hosts = [host]
    else:
      hosts = host
    groups = await gather(*[_resolve_server_host(self, name, port, family, flags) for name in hosts])
    sockets = []
    completed = False
    try:
      for info in dict.fromkeys(chain.from_iterable(groups)):
        _listening_socket(self, info, reuse_address, reuse_port, sockets)
      completed = True
    finally:
      if not completed:
        for made in sockets:
          made.close()
  else:
    if sock is None:
      raise ValueError("Neither host/port nor sock were specified")
    if sock.type != socket.SOCK_STREAM:
      raise ValueError(f"A Stream Socket was expected, got {sock!r}")
    sockets = [sock]
  for made in sockets:
    made.setblocking(False)
  server = Server(self, sockets, protocol_factory, ssl, backlog, ssl_handshake_timeout, ssl_shutdown_timeout)
  if start_serving:
    server._start_serving()
    await sleep(0)
  if self.get_debug():
    logger.info("%r is serving", server)
  return server


def _remove_stale_socket(path):
  """A socket file that an earlier server left behind."""
  try:
    if os.stat(path).st_mode & 0o170000 == 0o140000:
      os.remove(path)
  except FileNotFoundError:
    pass
  except OSError as error:
    logger.error("Unable to check or remove stale UNIX socket %r: %r", path, error)


async def create_unix_server(self, protocol_factory, path=None, *, sock=None, backlog=100, ssl=None,
                             ssl_handshake_timeout=None, ssl_shutdown_timeout=None, start_serving=True):
  """Listen for connections on a Unix socket; returns a Server."""
  if isinstance(ssl, bool):
    raise TypeError("ssl argument must be an SSLContext or None")
  _check_tls_arguments(ssl, ssl_handshake_timeout=ssl_handshake_timeout, ssl_shutdown_timeout=ssl_shutdown_timeout)
  if path is not None:
    if sock is not None:
      raise ValueError("path and sock can not be specified at the same time")
    path = os.fspath(path)
    sock = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    if path[0] not in (0, "\x00"):
      _remove_stale_socket(path)
    try:
      sock.bind(path)
    except OSError as error:
      sock.close()
      if error.errno == errno.EADDRINUSE:
        raise OSError(errno.EADDRINUSE, f"Address {path!r} is already in use") from None
      raise
    except:
      sock.close()
      raise
  else:
    if sock is None:
      raise ValueError("path was not specified, and no sock specified")
    _check_unix_socket(sock)
  sock.setblocking(False)
  server = Server(self, [sock], protocol_factory, ssl, backlog, ssl_handshake_timeout, ssl_shutdown_timeout)
  if start_serving:
    server._start_serving()
    await sleep(0)
  return server


# -- datagrams

async def _datagram_addresses(loop, local_addr, remote_addr, family, proto, flags):
  """Pairs of ((family, proto), (local, remote)) to try."""
  if not (local_addr or remote_addr):
    if family == 0:
      raise ValueError("unexpected address family")
    return [((family, proto), (None, None))]
  if family == socket.AF_UNIX:
    for address in (local_addr, remote_addr):
      if address is not None and not isinstance(address, str):
        raise TypeError("string is expected")
    if local_addr and local_addr[0] not in (0, "\x00"):
      _remove_stale_socket(local_addr)
    return [((family, proto), (local_addr, remote_addr))]
  found = {}
  for index, address in ((0, local_addr), (1, remote_addr)):
    if address is None:
      continue
    if not (isinstance(address, tuple) and len(address) == 2):
      raise TypeError("2-tuple is expected")
    infos = await loop._ensure_resolved(address, family=family, type=socket.SOCK_DGRAM, proto=proto, flags=flags)
    if not infos:
      raise OSError("getaddrinfo() returned empty list")
    for info_family, _, info_proto, _, resolved in infos:
      found.setdefault((info_family, info_proto), [None, None])[index] = resolved
  pairs = [(key, pair) for key, pair in found.items()
           if not ((local_addr and pair[0] is None) or (remote_addr and pair[1] is None))]
  if not pairs:
    raise ValueError("can not get address information")
  return pairs


async def _datagram_socket(loop, family, proto, local, remote, reuse_port, allow_broadcast):
  sock = socket.socket(family=family, type=socket.SOCK_DGRAM, proto=proto)
  try:
    if reuse_port:
      _set_reuseport(sock)
    if allow_broadcast:
      sock.setsockopt(socket.SOL_SOCKET, socket.SO_BROADCAST, 1)
    sock.setblocking(False)
    if local:
      sock.bind(local)
    if remote and not allow_broadcast:
      await loop.sock_connect(sock, remote)
  except:
    sock.close()
    raise
  return sock


async def create_datagram_endpoint(self, protocol_factory, local_addr=None, remote_addr=None, *, family=0, proto=0,
                                   flags=0, reuse_port=None, allow_broadcast=None, sock=None):
  """A socket for datagrams: (transport, protocol)."""
  peer = None
  if sock is not None:
    if sock.type != socket.SOCK_DGRAM:
      raise ValueError(f"A UDP Socket was expected, got {sock!r}")
    options = dict(local_addr=local_addr, remote_addr=remote_addr, family=family, proto=proto, flags=flags,
                   reuse_port=reuse_port, allow_broadcast=allow_broadcast)
    if any(options.values()):
      problems = ", ".join(f"{name}={value}" for name, value in options.items() if value)
      raise ValueError(f"socket modifier keyword arguments can not be used when sock is specified. ({problems})")
    sock.setblocking(False)
  else:
    errors = []
    for (kind, protocol_number), (local, remote) in await _datagram_addresses(self, local_addr, remote_addr, family, proto,
                                                                              flags):
      try:
        sock = await _datagram_socket(self, kind, protocol_number, local_addr and local, remote_addr and remote,
                                      reuse_port, allow_broadcast)
      except OSError as error:
        errors.append(error)
      else:
        peer = remote if remote_addr else None
        break
    else:
      raise errors[0]
  protocol = protocol_factory()
  waiter = self.create_future()
  transport = self._make_datagram_transport(sock, protocol, peer, waiter)
  if self.get_debug():
    if local_addr:
      logger.info("Datagram endpoint local_addr=%r remote_addr=%r created: (%r, %r)", local_addr, remote_addr, transport,
          protocol)
    else:
      logger.debug("Datagram endpoint remote_addr=%r created: (%r, %r)", remote_addr, transport, protocol)
  try:
    await waiter
  except:
    transport.close()
    raise
  return transport, protocol


# -- files

class _SendfileFallbackProtocol(protocols.Protocol):
  """Stands in for a transport's protocol while a file is sent through write()."""

  def __init__(self, transport):
    if not isinstance(transport, transports._FlowControlMixin):
      raise TypeError("transport should be _FlowControlMixin instance")
    self._transport = transport
    self._proto = transport.get_protocol()
    self._resume_reading = transport.is_reading()
    self._resume_writing = transport._protocol_paused
    transport.pause_reading()
    transport.set_protocol(self)
    self._drained = transport._loop.create_future() if self._resume_writing else None

  async def drain(self):
    if self._transport.is_closing():
      raise ConnectionError("Connection closed by peer")
    if self._drained is not None:
      await self._drained

  def connection_made(self, transport):
    raise RuntimeError("Invalid state: connection should have been established already.")

  def connection_lost(self, exc):
    if self._drained is not None:
      self._drained.set_exception(ConnectionError("Connection is closed by peer") if exc is None else exc)
    self._proto.connection_lost(exc)

  def pause_writing(self):
    if self._drained is None:
      self._drained = self._transport._loop.create_future()

  def resume_writing(self):
    if self._drained is not None:
      self._drained.set_result(False)
      self._drained = None

  def data_received(self, data):
    raise RuntimeError("Invalid state: reading should be paused")

  def eof_received(self):
    raise RuntimeError("Invalid state: reading should be paused")

  async def restore(self):
    self._transport.set_protocol(self._proto)
    if self._resume_reading:
      self._transport.resume_reading()
    if self._drained is not None:
      self._drained.cancel()
    if self._resume_writing:
      self._proto.resume_writing()


async def sendfile(self, transport, file, offset=0, count=None, *, fallback=True):
  """Send a file through a transport; the number of bytes."""
  if transport.is_closing():
    raise RuntimeError("Transport is closing")
  mode = getattr(transport, "_sendfile_compatible", constants._SendfileMode.UNSUPPORTED)
  if mode is constants._SendfileMode.UNSUPPORTED:
    raise RuntimeError(f"sendfile is not supported for transport {transport!r}")
  if mode is constants._SendfileMode.TRY_NATIVE:
    try:
      return await self._sendfile_native(transport, file, offset, count)
    except SendfileNotAvailableError:
      if not fallback:
        raise
  if not fallback:
    raise RuntimeError(f"fallback is disabled and native sendfile is not supported for transport {transport!r}")
  return await self._sendfile_fallback(transport, file, offset, count)


async def _sendfile_native(self, transport, file, offset, count):
  del self._transports[transport._sock_fd]
  resume_reading = transport.is_reading()
  transport.pause_reading()
  await transport._make_empty_waiter()
  try:
    return await self.sock_sendfile(transport._sock, file, offset, count, fallback=False)
  finally:
    transport._reset_empty_waiter()
    if resume_reading:
      transport.resume_reading()
    self._transports[transport._sock_fd] = transport


async def _send_in_pieces(loop, file, offset, count, limit, send):
  """Await send(bytes) for what is read from the file, at most `limit` bytes at a time; the number of bytes. No offset: from where the file stands."""
  if offset:
    file.seek(offset)
  buffer = memoryview(bytearray(min(count, limit) if count else limit))
  total = 0
  try:
    while not count or total < count:
      room = buffer[:count - total] if count else buffer
      size = await loop.run_in_executor(None, file.readinto, room)
      if not size:
        break
      await send(bytes(room[:size]))
      total += size
    return total
  finally:
    if total and hasattr(file, "seek"):
      file.seek(offset + total)


async def _sendfile_fallback(self, transport, file, offset, count):
  stand_in = _SendfileFallbackProtocol(transport)

  async def send(data):
    await stand_in.drain()
    transport.write(data)

  try:
    return await _send_in_pieces(self, file, offset, count, 16384, send)
  finally:
    await stand_in.restore()


def _check_sendfile_arguments(sock, file, offset, count):
  if "b" not in getattr(file, "mode", "b"):
    raise ValueError("file should be opened in binary mode")
  if not sock.type == socket.SOCK_STREAM:
    raise ValueError("only SOCK_STREAM type sockets are supported")
  if count is not None:
    if not isinstance(count, int):
      raise TypeError(f"count must be a positive integer (got {count!r})")
    if count <= 0:
      raise ValueError(f"count must be a positive integer (got {count!r})")
  if not isinstance(offset, int):
    raise TypeError(f"offset must be a non-negative integer (got {offset!r})")
  if offset < 0:
    raise ValueError(f"offset must be a non-negative integer (got {offset!r})")


async def sock_sendfile(self, sock, file, offset=0, count=None, *, fallback=True):
  """Send a file through a socket; the number of bytes."""
  if self.get_debug() and sock.gettimeout() != 0:
    raise ValueError("the socket must be non-blocking")
  check_ssl_socket(sock)
  _check_sendfile_arguments(sock, file, offset, count)
  try:
    return await self._sock_sendfile_native(sock, file, offset, count)
  except SendfileNotAvailableError:
    if not fallback:
      raise
  return await self._sock_sendfile_fallback(sock, file, offset, count)


def _regular_file(file):
  """The descriptor and the size of a file that os.sendfile() can take."""
  try:
    fileno = file.fileno()
    return fileno, os.fstat(fileno).st_size
  except (AttributeError, OSError):
    raise SendfileNotAvailableError("not a regular file")


async def _sock_sendfile_native(self, sock, file, offset, count):
  fileno, size = _regular_file(file)
  total = 0
  try:
    while size and not (count and total >= count):
      try:
        sent = os.sendfile(sock.fileno(), fileno, offset + total, count - total if count else size)
      except (BlockingIOError, InterruptedError):
        pass
      except OSError as error:
        if total:
          raise
        raise SendfileNotAvailableError("os.sendfile call failed") from error
      else:
        if sent == 0:
          break
        total += sent
      await when_writable(self, sock)
    return total
  finally:
    if total:
      os.lseek(fileno, offset + total, os.SEEK_SET)


async def _sock_sendfile_fallback(self, sock, file, offset, count):
  async def send(data):
    await self.sock_sendall(sock, data)

  return await _send_in_pieces(self, file, offset, count, constants.SENDFILE_FALLBACK_READBUFFER_SIZE, send)


# -- TLS

def _make_ssl_transport(self, rawsock, protocol, sslcontext, waiter=None, *, server_side=False, server_hostname=None,
                        extra=None, server=None, ssl_handshake_timeout=None, ssl_shutdown_timeout=None):
  from .sslproto import SSLProtocol
  ssl_protocol = SSLProtocol(self, protocol, sslcontext, waiter, server_side, server_hostname,
                             ssl_handshake_timeout=ssl_handshake_timeout, ssl_shutdown_timeout=ssl_shutdown_timeout)
  self._make_socket_transport(rawsock, ssl_protocol, extra=extra, server=server)
  return ssl_protocol._app_transport


async def start_tls(self, transport, protocol, sslcontext, *, server_side=False, server_hostname=None,
                    ssl_handshake_timeout=None, ssl_shutdown_timeout=None):
  """Encrypt a connection from now on; returns the transport to use."""
  import ssl
  from .sslproto import SSLProtocol
  if not isinstance(sslcontext, ssl.SSLContext):
    raise TypeError(f"sslcontext is expected to be an instance of ssl.SSLContext, got {sslcontext!r}")
  if not getattr(transport, "_start_tls_compatible", False):
    raise TypeError(f"transport {transport!r} is not supported by start_tls()")
  waiter = self.create_future()
  ssl_protocol = SSLProtocol(self, protocol, sslcontext, waiter, server_side, server_hostname,
                             ssl_handshake_timeout=ssl_handshake_timeout, ssl_shutdown_timeout=ssl_shutdown_timeout,
                             call_connection_made=False)
  # Nothing may be received before the protocol knows its transport.
  transport.pause_reading()
  transport.set_protocol(ssl_protocol)
  made = self.call_soon(ssl_protocol.connection_made, transport)
  resumed = self.call_soon(transport.resume_reading)
  try:
    await waiter
  except BaseException:
    transport.close()
    made.cancel()
    resumed.cancel()
    raise
  return ssl_protocol._app_transport
