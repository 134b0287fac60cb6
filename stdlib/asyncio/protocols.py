"""What protocols offer to transports: classes to derive from. All methods do nothing."""

__all__ = ("BaseProtocol", "Protocol", "DatagramProtocol", "SubprocessProtocol", "BufferedProtocol")


class BaseProtocol:
  """The events that all protocols have."""

  __slots__ = ()

  def connection_made(self, transport):
    """The connection is there."""

  def connection_lost(self, exc):
    """The connection is gone; exc: why, or None."""

  def pause_writing(self):
    """The transport's buffer is above the high-water mark."""

  def resume_writing(self):
    """The transport's buffer is at the low-water mark again."""


class Protocol(BaseProtocol):
  """For a stream of bytes."""

  __slots__ = ()

  def data_received(self, data):
    """Some bytes came."""

  def eof_received(self):
    """The peer will send no more; true keeps the own direction open."""


class BufferedProtocol(BaseProtocol):
  """For a stream of bytes that goes into the protocol's own buffer."""

  __slots__ = ()

  def get_buffer(self, sizehint):
    """A buffer to read into."""

  def buffer_updated(self, nbytes):
    """So many bytes came into the buffer."""

  def eof_received(self):
    """The peer will send no more; true keeps the own direction open."""


class DatagramProtocol(BaseProtocol):
  """For datagrams."""

  __slots__ = ()

  def datagram_received(self, data, addr):
    """A datagram came."""

  def error_received(self, exc):
    """Sending or receiving failed."""


class SubprocessProtocol(BaseProtocol):
  """For a child process."""

  __slots__ = ()

  def pipe_data_received(self, fd, data):
    """Some bytes came from one of its standard streams."""

  def pipe_connection_lost(self, fd, exc):
    """One of its standard streams was closed."""

  def process_exited(self):
    """The child ended."""


def _feed_data_to_buffered_proto(proto, data):
  while data:
    buffer = proto.get_buffer(len(data))
    size = len(buffer)
    if not size:
      raise RuntimeError("get_buffer() returned an empty buffer")
    if size >= len(data):
      buffer[:len(data)] = data
      proto.buffer_updated(len(data))
      return
    buffer[:size] = data[:size]
    proto.buffer_updated(size)
    data = data[size:]
