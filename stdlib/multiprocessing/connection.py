"""Connected ends that send objects and bytes, within a program and over sockets, and waiting for several of them."""
import io
import os

import _multiprocessing

from . import context
from .context import AuthenticationError, BufferTooShort
from .reduction import ForkingPickler

__all__ = ["Client", "Listener", "Pipe", "wait", "Connection"]


class Connection:
  """One end of a pipe. Each message is sent and received as a whole."""

  _handle = None

  def __init__(self, handle, readable=True, writable=True):
    handle = handle.__index__()
    if handle < 0:
      raise ValueError("invalid handle")
    if not readable and not writable:
      raise ValueError("at least one of `readable` and `writable` must be True")
    self._handle = handle
    self._readable = readable
    self._writable = writable

  def __del__(self):
    if self._handle is not None:
      self._close()

  def _close(self):
    handle, self._handle = self._handle, None
    os.close(handle)

  def _check_closed(self):
    if self._handle is None:
      raise OSError("handle is closed")

  def _check_readable(self):
    self._check_closed()
    if not self._readable:
      raise OSError("connection is write-only")

  def _check_writable(self):
    self._check_closed()
    if not self._writable:
      raise OSError("connection is read-only")

  @property
  def closed(self):
    """Whether the end is closed."""
    return self._handle is None

  @property
  def readable(self):
    """Whether messages can be received."""
    return self._readable

  @property
  def writable(self):
    """Whether messages can be sent."""
    return self._writable

  def fileno(self):
    """The descriptor."""
    self._check_closed()
    return self._handle

  def close(self):
    """Close the end."""
    if self._handle is not None:
      self._close()

  def send(self, obj):
    """Send an object."""
    self._check_writable()
    _multiprocessing.send_message(self._handle, ForkingPickler.dumps(obj))

  def recv(self):
    """The next object; EOFError when there will be none."""
    self._check_readable()
    return ForkingPickler.loads(_multiprocessing.receive_message(self._handle))

  def send_bytes(self, buf, offset=0, size=None):
    """Send bytes as one message."""
    self._check_writable()
    data = memoryview(buf).cast("B")
    if offset < 0:
      raise ValueError("offset is negative")
    if len(data) < offset:
      raise ValueError("buffer length < offset")
    if size is None:
      size = len(data) - offset
    elif size < 0:
      raise ValueError("size is negative")
    elif offset + size > len(data):
      raise ValueError("buffer length < offset + size")
    _multiprocessing.send_message(self._handle, data[offset:offset + size])

  def recv_bytes(self, maxlength=None):
    """The bytes of the next message."""
    self._check_readable()
    if maxlength is not None and maxlength < 0:
      raise ValueError("negative maxlength")
    data = _multiprocessing.receive_message(self._handle, maxlength)
    if data is None:
      if self._writable:
        self._readable = False  # the rest of the message is in the way
      else:
        self._close()
      raise OSError("bad message length")
    return data

  def recv_bytes_into(self, buf, offset=0):
    """Receive a message into a buffer; how many bytes it had."""
    self._check_readable()
    view = memoryview(buf).cast("B")
    if offset < 0:
      raise ValueError("negative offset")
    if offset > len(view):
      raise ValueError("offset too large")
    data = _multiprocessing.receive_message(self._handle)
    if len(view) < offset + len(data):
      raise BufferTooShort(data)
    view[offset:offset + len(data)] = data
    return len(data)

  def poll(self, timeout=0.0):
    """Whether a message, or the end, is there within so many seconds (None: no limit)."""
    self._check_readable()
    if timeout is not None and timeout < 0:
      timeout = 0
    return bool(_multiprocessing.wait_readable([self._handle], timeout))

  def __enter__(self):
    return self

  def __exit__(self, exc_type, exc_value, exc_tb):
    self.close()

  def __reduce__(self):
    popen = context.get_spawning_popen()
    if popen is None:
      raise RuntimeError("Connection objects can only be sent to a process that is being started")
    return Connection, (popen.duplicate_for_child(self.fileno()), self._readable, self._writable)


def Pipe(duplex=True):
  """Two connected ends; with duplex=False the first receives and the second sends."""
  if duplex:
    first, second = _multiprocessing.socketpair()
    return Connection(first), Connection(second)
  read_end, write_end = os.pipe()
  return Connection(read_end, writable=False), Connection(write_end, readable=False)


def _descriptor_of(obj):
  try:
    descriptor = obj if isinstance(obj, int) else int(obj.fileno())
  except (AttributeError, TypeError, ValueError):
    raise ValueError(f"Invalid file object: {obj!r}") from None
  if descriptor < 0:
    raise ValueError(f"Invalid file descriptor: {descriptor}")
  return descriptor


def wait(object_list, timeout=None):
  """Those of the connections, sockets and sentinels that are ready within so many seconds."""
  descriptors = {}
  for obj in object_list:
    descriptors.setdefault(_descriptor_of(obj), []).append(obj)
  if timeout is not None and timeout < 0:
    timeout = 0
  ready = _multiprocessing.wait_readable(list(descriptors), timeout)
  return [obj for descriptor in ready for obj in descriptors[descriptor]]


# -- over sockets

_CHALLENGE, _WELCOME, _FAILURE = b"#CHALLENGE#", b"#WELCOME#", b"#FAILURE#"
_CHALLENGE_SIZE = 20
_ANSWER_LIMIT = 256  # bytes of a message from somebody who is not known yet


def address_type(address):
  """The family of an address: ("host", port) or a path."""
  if type(address) is tuple:
    return "AF_INET"
  if type(address) is str:
    return "AF_UNIX"
  raise TypeError(f"address type of {address!r} unrecognized")


def arbitrary_address(family):
  """A free address."""
  if family == "AF_INET":
    return "localhost", 0
  if family == "AF_UNIX":
    import tempfile
    from . import util
    return tempfile.mktemp(prefix="listener-", dir=util.get_temp_dir())
  raise ValueError("unrecognized family")


def _check_key(authkey):
  if authkey is not None and not isinstance(authkey, bytes):
    raise TypeError("authkey should be a byte string")


class Listener:
  """Listener(address=None, family=None, backlog=1, authkey=None): accepts connections of Client(), which must know the key."""

  def __init__(self, address=None, family=None, backlog=1, authkey=None):
    import socket
    from . import util
    family = family or (address_type(address) if address else "AF_UNIX")
    address = address or arbitrary_address(family)
    self._authkey = authkey
    self._last_accepted = None
    self._unlink = None
    self._listener = socket.socket(getattr(socket, family))
    try:
      self._listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
      self._listener.bind(address)
      self._listener.listen(backlog)
      self._address = self._listener.getsockname()
    except OSError:
      self._listener.close()
      raise
    if family == "AF_UNIX" and not address.startswith("\0"):
      self._unlink = util.Finalize(self, os.unlink, args=(address,), exitpriority=0)
    _check_key(authkey)

  def accept(self):
    """The next connection; AuthenticationError when the other side does not know the key."""
    if self._listener is None:
      raise OSError("listener is closed")
    sock, self._last_accepted = self._listener.accept()
    sock.setblocking(True)
    connection = Connection(sock.detach())
    if self._authkey:
      deliver_challenge(connection, self._authkey)
      answer_challenge(connection, self._authkey)
    return connection

  def close(self):
    """Accept no more connections."""
    listener, self._listener = self._listener, None
    if listener is None:
      return
    listener.close()
    if self._unlink is not None:
      self._unlink()

  @property
  def address(self):
    """Where it listens."""
    return self._address

  @property
  def last_accepted(self):
    """The address of the last connection's other side, when it has one."""
    return self._last_accepted

  def __enter__(self):
    return self

  def __exit__(self, exc_type, exc_value, exc_tb):
    self.close()


def Client(address, family=None, authkey=None):
  """A connection to a Listener."""
  import socket
  family = family or address_type(address)
  with socket.socket(getattr(socket, family)) as sock:
    sock.setblocking(True)
    sock.connect(address)
    _check_key(authkey)
    connection = Connection(sock.detach())
  if authkey is not None:
    answer_challenge(connection, authkey)
    deliver_challenge(connection, authkey)
  return connection


def _answer_to(message, authkey):
  import hmac
  if not isinstance(authkey, bytes):
    raise ValueError(f"Authkey must be bytes, not {type(authkey)!s}")
  return hmac.new(authkey, message, "md5").digest()


def deliver_challenge(connection, authkey):
  """Let the other side prove that it knows the key."""
  message = os.urandom(_CHALLENGE_SIZE)
  expected = _answer_to(message, authkey)
  connection.send_bytes(_CHALLENGE + message)
  if connection.recv_bytes(_ANSWER_LIMIT) != expected:
    connection.send_bytes(_FAILURE)
    raise AuthenticationError("digest received was wrong")
  connection.send_bytes(_WELCOME)


def answer_challenge(connection, authkey):
  """Prove to the other side that the key is known."""
  message = connection.recv_bytes(_ANSWER_LIMIT)
  if not message.startswith(_CHALLENGE):
    raise AuthenticationError(f"unexpected message instead of a challenge: {message!r}")
  connection.send_bytes(_answer_to(message[len(_CHALLENGE):], authkey))
  if connection.recv_bytes(_ANSWER_LIMIT) != _WELCOME:
    raise AuthenticationError("digest sent was rejected")
