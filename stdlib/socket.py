"""Sockets: connections and datagrams between processes and hosts.

>>> left, right = socketpair()
>>> left.send(b"hello")
5
>>> right.recv(100)
b'hello'
>>> left.close(); right.close()
"""
import errno as _errno
import io
import os
import struct
import sys

import _socket
from _socket import *

__all__ = ["fromfd", "getfqdn", "create_connection", "create_server", "has_dualstack_ipv6", "AddressFamily",
           "SocketKind", "AddressInfo", "MsgFlag", "SocketType", "socket", "socketpair", "getaddrinfo", "send_fds", "recv_fds"]
_own_names = frozenset(__all__)
__all__ += [name for name in vars(_socket) if name[0] != "_" and name not in _own_names]

SocketType = _socket.socket
EBADF = _errno.EBADF
EAGAIN = _errno.EAGAIN
EWOULDBLOCK = _errno.EWOULDBLOCK
_GLOBAL_DEFAULT_TIMEOUT = object()


# The enumerations by the first word of the names of their members. They are made when somebody asks for one of them: most programs that import this
# module for others never do, and enum is a large module. The code here works with the numbers in _socket.
_ENUMERATIONS = {"AF": ("AddressFamily", "IntEnum"), "SOCK": ("SocketKind", "IntEnum"), "MSG": ("MsgFlag", "IntFlag"), "AI": ("AddressInfo", "IntFlag")}
for _name in [name for name in vars(_socket) if name.startswith(("AF_", "SOCK_", "MSG_", "AI_"))]:
  del globals()[_name]
del _name, _own_names


def _make_enumeration(word):
  import enum
  name, kind = _ENUMERATIONS[word]
  members = {member: value for member, value in vars(_socket).items() if member.partition("_")[0] == word}
  made = getattr(enum, kind)(name, members, module=__name__)
  globals().update({name: made, **made.__members__})


def __getattr__(name):
  word = name.partition("_")[0]
  for first, (enumeration, _) in _ENUMERATIONS.items():
    if name == enumeration or word == first and hasattr(_socket, name):
      _make_enumeration(first)
      return globals()[name]
  if name in ("IntEnum", "IntFlag"):
    import enum
    return getattr(enum, name)
  raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__():
  return sorted({*globals(), *__all__, "IntEnum", "IntFlag"})


def _family(number):
  return _as_enum(number, "AddressFamily")


def _kind(number):
  return _as_enum(number, "SocketKind")


def _is_regular(file):
  """Whether a file has a descriptor of one with places in it: sendfile() then begins at its offset, wherever the file is."""
  try:
    return os.fstat(file.fileno()).st_mode & 0o170000 == 0o100000
  except (AttributeError, OSError):
    return False


def _as_enum(value, name):
  kind = globals().get(name) or __getattr__(name)
  try:
    return kind(value)
  except ValueError:
    return value


class socket(_socket.socket):
  """A socket: an end of a connection, or what takes connections or datagrams."""

  __slots__ = ("__weakref__", "_io_refs", "_closed")

  def __init__(self, family=-1, type=-1, proto=-1, fileno=None):
    _socket.socket.__init__(self, family, type, proto, fileno)
    self._closed = False
    self._io_refs = 0

  def __enter__(self):
    return self

  def __exit__(self, *args):
    if not self._closed:
      self.close()

  def __repr__(self):
    closed = " [closed]" if getattr(self, "_closed", False) else ""
    text = (f"<{self.__class__.__module__}.{self.__class__.__qualname__}{closed} fd={self.fileno()}, "
            f"family={self.family!s}, type={self.type!s}, proto={self.proto}")
    if not self._closed:
      for label, ask in (("laddr", self.getsockname), ("raddr", self.getpeername)):
        try:
          address = ask()
        except OSError:
          continue
        if address:
          text += f", {label}={address!s}"
    return text + ">"

  def __getstate__(self):
    raise TypeError(f"cannot pickle {self.__class__.__name__!r} object")

  @property
  def family(self):
    """The address family."""
    return _family(super().family)

  @property
  def type(self):
    """The kind of socket."""
    return _kind(super().type)

  def dup(self):
    """A new socket object for the same connection."""
    made = self.__class__(self.family, self.type, self.proto, fileno=_socket.dup(self.fileno()))
    made.settimeout(self.gettimeout())
    return made

  def accept(self):
    """Wait for a connection: a new socket, and the peer's address."""
    fd, address = self._accept()
    accepted = socket(super().family, super().type, self.proto, fileno=fd)
    # Where no default timeout is set, a connection waits although the listening socket may not.
    if getdefaulttimeout() is None and self.gettimeout():
      accepted.setblocking(True)
    return accepted, address

  def makefile(self, mode="r", buffering=None, *, encoding=None, errors=None, newline=None):
    """A file object on the connection; the connection stays open until both it and the socket are closed."""
    if not set(mode) <= {"r", "w", "b"}:
      raise ValueError(f"invalid mode {mode!r} (only r, w, b allowed)")
    writing = "w" in mode
    reading = "r" in mode or not writing
    if buffering == 0 and "b" not in mode:
      raise ValueError("unbuffered streams must be binary")
    raw = SocketIO(self, "rw" if reading and writing else "r" if reading else "w")
    self._io_refs += 1
    if buffering is None or buffering < 0:
      buffering = io.DEFAULT_BUFFER_SIZE
    if buffering == 0:
      return raw
    if reading and writing:
      buffer = io.BufferedRWPair(raw, raw, buffering)
    else:
      buffer = (io.BufferedReader if reading else io.BufferedWriter)(raw, buffering)
    if "b" in mode:
      return buffer
    text = io.TextIOWrapper(buffer, encoding, errors, newline)
    text.mode = mode
    return text

  def sendfile(self, file, offset=0, count=None):
    """Send a file that was opened in binary mode; the number of bytes."""
    self._check_sendfile_params(file, offset, count)
    if self.gettimeout() == 0:
      raise ValueError("non-blocking sockets are not supported")
    if offset or _is_regular(file):
      file.seek(offset)
    total = 0
    try:
      while count is None or total < count:
        data = file.read(min(8192, count - total) if count is not None else 8192)
        if not data:
          break
        self.sendall(data)
        total += len(data)
      return total
    finally:
      if total > 0 and hasattr(file, "seek"):
        file.seek(offset + total)

  def _check_sendfile_params(self, file, offset, count):
    if "b" not in getattr(file, "mode", "b"):
      raise ValueError("file should be opened in binary mode")
    if not super().type & _socket.SOCK_STREAM:
      raise ValueError("only SOCK_STREAM type sockets are supported")
    if count is not None:
      if not isinstance(count, int):
        raise TypeError(f"count must be a positive integer (got {count!r})")
      if count <= 0:
        raise ValueError(f"count must be a positive integer (got {count!r})")

  def close(self):
    """Close the socket, once no file of makefile() uses it."""
    self._closed = True
    if self._io_refs <= 0:
      _socket.socket.close(self)

  def _file_closed(self):
    self._io_refs -= 1
    if self._closed:
      self.close()

  def detach(self):
    """Give the descriptor away; the object counts as closed."""
    self._closed = True
    return super().detach()

  def get_inheritable(self):
    """Whether children of the process get the descriptor."""
    return os.get_inheritable(self.fileno())

  def set_inheritable(self, inheritable):
    """Decide whether children of the process get the descriptor."""
    os.set_inheritable(self.fileno(), inheritable)


class SocketIO(io.RawIOBase):
  """The stream of bytes under the files of socket.makefile()."""

  def __init__(self, sock, mode):
    if mode not in ("r", "w", "rw", "rb", "wb", "rwb"):
      raise ValueError(f"invalid mode: {mode!r}")
    self._sock = sock
    self._mode = mode if "b" in mode else mode + "b"
    self._reading = "r" in mode
    self._writing = "w" in mode
    self._timeout_occurred = False

  def readinto(self, buffer):
    """Receive into the buffer; the number of bytes, None when the socket would have to wait and may not."""
    self._checkClosed()
    if not self._reading:
      raise io.UnsupportedOperation("File or stream is not readable.")
    if self._timeout_occurred:
      raise OSError("cannot read from timed out object")
    try:
      return self._sock.recv_into(buffer)
    except timeout:
      self._timeout_occurred = True
      raise
    except BlockingIOError:
      return None

  def write(self, data):
    """Send what fits; the number of bytes, None when the socket would have to wait and may not."""
    self._checkClosed()
    if not self._writing:
      raise io.UnsupportedOperation("File or stream is not writable.")
    try:
      return self._sock.send(data)
    except BlockingIOError:
      return None

  def readable(self):
    """Whether it was opened for reading."""
    if self.closed:
      raise ValueError("I/O operation on closed socket.")
    return self._reading

  def writable(self):
    """Whether it was opened for writing."""
    if self.closed:
      raise ValueError("I/O operation on closed socket.")
    return self._writing

  def seekable(self):
    """Never."""
    if self.closed:
      raise ValueError("I/O operation on closed socket.")
    return False

  def fileno(self):
    """The socket's descriptor."""
    self._checkClosed()
    return self._sock.fileno()

  @property
  def name(self):
    """The socket's descriptor, or -1."""
    return -1 if self.closed else self.fileno()

  @property
  def mode(self):
    """As it was opened."""
    return self._mode

  def close(self):
    """Give the socket up; it is closed when nobody else uses it."""
    if self.closed:
      return
    super().close()
    self._sock._file_closed()
    self._sock = None


def send_fds(sock, buffers, fds, flags=0, address=None):
  """Send descriptors to another process through a Unix socket; the number of bytes of data sent."""
  return sock.sendmsg(buffers, [(SOL_SOCKET, SCM_RIGHTS, struct.pack(f"{len(fds)}i", *fds))])


def recv_fds(sock, bufsize, maxfds, flags=0):
  """Receive data and descriptors: (data, list of descriptors, flags, address)."""
  size = struct.calcsize("i")
  data, ancillary, flags, address = sock.recvmsg(bufsize, CMSG_LEN(maxfds * size))
  fds = []
  for level, kind, payload in ancillary:
    if level == SOL_SOCKET and kind == SCM_RIGHTS:
      fds.extend(struct.unpack(f"{len(payload) // size}i", payload[:len(payload) - len(payload) % size]))
  return data, fds, flags, address


def fromfd(fd, family, type, proto=0):
  """A socket object for a copy of the descriptor."""
  return socket(family, type, proto, fileno=_socket.dup(fd))


def socketpair(family=None, type=_socket.SOCK_STREAM, proto=0):
  """Two connected sockets."""
  if family is None:
    family = _socket.AF_UNIX
  first, second = _socket._socketpair(family, type, proto)
  return socket(family, type, proto, first), socket(family, type, proto, second)


def getfqdn(name=""):
  """The full name of a host; of this one when there is no name."""
  name = name.strip()
  if not name or name == "0.0.0.0":
    name = gethostname()
  try:
    hostname, aliases, _ = gethostbyaddr(name)
  except OSError:
    return name
  for candidate in (hostname, *aliases):
    if "." in candidate:
      return candidate
  return hostname


def getaddrinfo(host, port, family=0, type=0, proto=0, flags=0):
  """Addresses for a host and a service: rows of (family, type, proto, canonname, sockaddr)."""
  return [(_family(row[0]), _kind(row[1]), *row[2:])
          for row in _socket.getaddrinfo(host, port, family, type, proto, flags)]


def create_connection(address, timeout=_GLOBAL_DEFAULT_TIMEOUT, source_address=None, *, all_errors=False):
  """Connect to (host, port), trying its addresses one after the other."""
  host, port = address
  errors = []
  for family, kind, proto, _, sockaddr in getaddrinfo(host, port, 0, _socket.SOCK_STREAM):
    sock = None
    try:
      sock = socket(family, kind, proto)
      if timeout is not _GLOBAL_DEFAULT_TIMEOUT:
        sock.settimeout(timeout)
      if source_address:
        sock.bind(source_address)
      sock.connect(sockaddr)
      errors.clear()
      return sock
    except error as problem:
      if not all_errors:
        errors.clear()
      errors.append(problem)
      if sock is not None:
        sock.close()
  if not errors:
    raise error("getaddrinfo returns an empty list")
  try:
    if not all_errors:
      raise errors[0]
    raise ExceptionGroup("create_connection failed", errors)
  finally:
    errors.clear()


def has_dualstack_ipv6():
  """Whether one IPv6 socket can also take IPv4 connections."""
  if not has_ipv6:
    return False
  try:
    with socket(_socket.AF_INET6, _socket.SOCK_STREAM) as sock:
      sock.setsockopt(IPPROTO_IPV6, IPV6_V6ONLY, 0)
      return True
  except error:
    return False


def create_server(address, *, family=_socket.AF_INET, backlog=None, reuse_port=False, dualstack_ipv6=False):
  """A socket that listens at the address."""
  if dualstack_ipv6:
    if not has_dualstack_ipv6():
      raise ValueError("dualstack_ipv6 not supported on this platform")
    if family != _socket.AF_INET6:
      raise ValueError("dualstack_ipv6 requires AF_INET6 family")
  sock = socket(family, _socket.SOCK_STREAM)
  try:
    sock.setsockopt(SOL_SOCKET, SO_REUSEADDR, 1)
    if reuse_port:
      sock.setsockopt(SOL_SOCKET, SO_REUSEPORT, 1)
    if family == _socket.AF_INET6:
      sock.setsockopt(IPPROTO_IPV6, IPV6_V6ONLY, 0 if dualstack_ipv6 else 1)
    try:
      sock.bind(address)
    except error as problem:
      raise error(problem.errno, f"{problem.strerror} (while attempting to bind on address {address!r})") from None
    if backlog is None:
      sock.listen()
    else:
      sock.listen(backlog)
    return sock
  except error:
    sock.close()
    raise
