"""What transports offer to protocols. The transports themselves: selector_events, pipes, sslproto."""

__all__ = ("BaseTransport", "ReadTransport", "WriteTransport", "Transport", "DatagramTransport", "SubprocessTransport")


class BaseTransport:
  """A connection as a protocol sees it."""

  __slots__ = ("_extra",)

  def __init__(self, extra=None):
    self._extra = {} if extra is None else extra

  def get_extra_info(self, name, default=None):
    """Something that depends on the kind of transport, such as "peername"."""
    return self._extra.get(name, default)

  def is_closing(self):
    """Whether the transport is closed or about to close."""
    raise NotImplementedError

  def close(self):
    """Close after what is buffered was sent."""
    raise NotImplementedError

  def set_protocol(self, protocol):
    """Let another protocol receive the events."""
    raise NotImplementedError

  def get_protocol(self):
    """The protocol that receives the events."""
    raise NotImplementedError


class ReadTransport(BaseTransport):
  """A transport that receives."""

  __slots__ = ()

  def is_reading(self):
    """Whether it receives at the moment."""
    raise NotImplementedError

  def pause_reading(self):
    """Receive nothing until resume_reading()."""
    raise NotImplementedError

  def resume_reading(self):
    """Undo pause_reading()."""
    raise NotImplementedError


class WriteTransport(BaseTransport):
  """A transport that sends."""

  __slots__ = ()

  def set_write_buffer_limits(self, high=None, low=None):
    """Sizes of the buffer at which the protocol is told to pause and to resume writing."""
    raise NotImplementedError

  def get_write_buffer_size(self):
    """How many bytes wait to be sent."""
    raise NotImplementedError

  def get_write_buffer_limits(self):
    """(low, high)"""
    raise NotImplementedError

  def write(self, data):
    """Send, or keep for sending; never waits."""
    raise NotImplementedError

  def writelines(self, list_of_data):
    """Write several pieces."""
    self.write(b"".join(list_of_data))

  def write_eof(self):
    """Close the sending direction after what is buffered was sent."""
    raise NotImplementedError

  def can_write_eof(self):
    """Whether write_eof() works."""
    raise NotImplementedError

  def abort(self):
    """Close at once; what is buffered is lost."""
    raise NotImplementedError


class Transport(ReadTransport, WriteTransport):
  """A transport in both directions."""

  __slots__ = ()


class DatagramTransport(BaseTransport):
  """A transport of datagrams."""

  __slots__ = ()

  def sendto(self, data, addr=None):
    """Send one datagram."""
    raise NotImplementedError

  def abort(self):
    """Close at once; what is buffered is lost."""
    raise NotImplementedError


class SubprocessTransport(BaseTransport):
  """A child process as a protocol sees it."""

  __slots__ = ()

  def get_pid(self):
    """The process's number."""
    raise NotImplementedError

  def get_returncode(self):
    """The exit code, or None while it runs."""
    raise NotImplementedError

  def get_pipe_transport(self, fd):
    """The transport of one of its standard streams."""
    raise NotImplementedError

  def send_signal(self, signal):
    """Send a signal."""
    raise NotImplementedError

  def terminate(self):
    """Ask it to stop."""
    raise NotImplementedError

  def kill(self):
    """Stop it."""
    raise NotImplementedError


class _FlowControlMixin(Transport):
  """Tells the protocol when the write buffer is too full, and when it has drained.

  A subclass calls _maybe_pause_protocol() after the buffer grew and _maybe_resume_protocol() after it shrank.
  """

  __slots__ = ("_loop", "_protocol_paused", "_high_water", "_low_water")

  def __init__(self, extra=None, loop=None):
    super().__init__(extra)
    assert loop is not None
    self._loop = loop
    self._protocol_paused = False
    self._high_water = 65536
    self._low_water = 16384

  def _maybe_pause_protocol(self):
    if self.get_write_buffer_size() > self._high_water and not self._protocol_paused:
      self._protocol_paused = True
      self._tell_protocol("pause_writing")

  def _maybe_resume_protocol(self):
    if self._protocol_paused and self.get_write_buffer_size() <= self._low_water:
      self._protocol_paused = False
      self._tell_protocol("resume_writing")

  def _tell_protocol(self, what):
    try:
      getattr(self._protocol, what)()
    except (SystemExit, KeyboardInterrupt):
      raise
    except BaseException as error:
      self._loop.call_exception_handler({
        "message": f"protocol.{what}() failed",
        "exception": error,
        "transport": self,
        "protocol": self._protocol,
      })

  def get_write_buffer_limits(self):
    return self._low_water, self._high_water

  def _set_write_buffer_limits(self, high=None, low=None):
    if high is None:
      high = 64 * 1024 if low is None else 4 * low
    if low is None:
      low = high // 4
    if not high >= low >= 0:
      raise ValueError(f"high ({high!r}) must be >= low ({low!r}) must be >= 0")
    self._high_water = high
    self._low_water = low

  def set_write_buffer_limits(self, high=None, low=None):
    self._set_write_buffer_limits(high=high, low=low)
    self._maybe_pause_protocol()

  def get_write_buffer_size(self):
    raise NotImplementedError
