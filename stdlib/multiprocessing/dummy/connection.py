"""Pipes and listeners between threads, on queues."""
from queue import Queue

__all__ = ["Client", "Listener", "Pipe"]

families = [None]


class Listener:
  """Its address, a queue, is what Client() needs."""

  def __init__(self, address=None, family=None, backlog=1):
    self._backlog_queue = Queue(backlog)

  def accept(self):
    """The next connection."""
    return Connection(*self._backlog_queue.get())

  def close(self):
    """Accept no more connections."""
    self._backlog_queue = None

  @property
  def address(self):
    return self._backlog_queue

  def __enter__(self):
    return self

  def __exit__(self, exc_type, exc_value, exc_tb):
    self.close()


def Client(address):
  """A connection to a Listener."""
  there, back = Queue(), Queue()
  address.put((there, back))
  return Connection(back, there)


def Pipe(duplex=True):
  """Two connected ends."""
  first, second = Queue(), Queue()
  return Connection(first, second), Connection(second, first)


class Connection:
  """One end."""

  def __init__(self, _in, _out):
    self._in = _in
    self._out = _out
    self.send = self.send_bytes = _out.put
    self.recv = self.recv_bytes = _in.get

  def poll(self, timeout=0.0):
    """Whether something is there within so many seconds."""
    if self._in.qsize() > 0:
      return True
    if timeout <= 0.0:
      return False
    with self._in.not_empty:
      self._in.not_empty.wait(timeout)
    return self._in.qsize() > 0

  def close(self):
    """Nothing to do."""

  def __enter__(self):
    return self

  def __exit__(self, exc_type, exc_value, exc_tb):
    self.close()
