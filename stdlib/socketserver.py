"""Servers for programs without an event loop: each request is handled by an object of a class of one's own.

    class Echo(StreamRequestHandler):
      def handle(self):
        for line in self.rfile:
          self.wfile.write(line)

    with ThreadingTCPServer(("localhost", 9999), Echo) as server:
      server.serve_forever()

Asynchronous programs use asyncio.start_server().
"""

import os
import socket
import sys
from io import BufferedIOBase, BytesIO

__version__ = "0.4"

__all__ = ["BaseServer", "TCPServer", "UDPServer", "ThreadingUDPServer", "ThreadingTCPServer", "BaseRequestHandler", "StreamRequestHandler",
           "DatagramRequestHandler", "ThreadingMixIn", "ForkingUDPServer", "ForkingTCPServer", "ForkingMixIn", "UnixStreamServer",
           "UnixDatagramServer", "ThreadingUnixStreamServer", "ThreadingUnixDatagramServer"]


def __getattr__(name):
  # What only a server that runs needs.
  if name in ("selectors", "threading"):
    return __import__(name)
  if name == "monotonic":
    from time import monotonic
    return monotonic
  raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


class _LazyAttribute:
  """An attribute of a class that is made when somebody asks for it."""

  def __init__(self, make):
    self.make = make

  def __set_name__(self, owner, name):
    self.owner = owner
    self.name = name

  def __get__(self, instance, owner=None):
    value = self.make()
    setattr(self.owner, self.name, value)
    return value


class BaseServer:
  """The parts of a server that do not depend on the kind of socket."""

  timeout = None  # Seconds that handle_request() waits.

  def __init__(self, server_address, RequestHandlerClass):
    import threading
    self.server_address = server_address
    self.RequestHandlerClass = RequestHandlerClass
    self.__is_shut_down = threading.Event()
    self.__shutdown_request = False

  def server_activate(self):
    """Called before requests are taken."""

  def serve_forever(self, poll_interval=0.5):
    """Handle requests until shutdown(), for which it looks every poll_interval seconds."""
    import selectors
    self.__is_shut_down.clear()
    try:
      with selectors.PollSelector() as selector:
        selector.register(self, selectors.EVENT_READ)
        while not self.__shutdown_request:
          ready = selector.select(poll_interval)
          if self.__shutdown_request:
            break
          if ready:
            self._handle_request_noblock()
          self.service_actions()
    finally:
      self.__shutdown_request = False
      self.__is_shut_down.set()

  def shutdown(self):
    """Stop serve_forever(), which runs in another thread, and wait for its end."""
    self.__shutdown_request = True
    self.__is_shut_down.wait()

  def service_actions(self):
    """Called by serve_forever() again and again."""

  def handle_request(self):
    """Handle one request, or call handle_timeout() when none comes in time."""
    timeout = self.socket.gettimeout()
    if timeout is None:
      timeout = self.timeout
    elif self.timeout is not None:
      timeout = min(timeout, self.timeout)
    import selectors
    from time import monotonic
    deadline = None if timeout is None else monotonic() + timeout
    with selectors.PollSelector() as selector:
      selector.register(self, selectors.EVENT_READ)
      while True:
        if selector.select(timeout):
          return self._handle_request_noblock()
        if deadline is not None:
          timeout = deadline - monotonic()
          if timeout < 0:
            return self.handle_timeout()

  def _handle_request_noblock(self):
    try:
      request, client_address = self.get_request()
    except OSError:
      return
    if not self.verify_request(request, client_address):
      self.shutdown_request(request)
      return
    try:
      self.process_request(request, client_address)
    except Exception:
      self.handle_error(request, client_address)
      self.shutdown_request(request)
    except:
      self.shutdown_request(request)
      raise

  def handle_timeout(self):
    """Called when no request came in time."""

  def verify_request(self, request, client_address):
    """Whether the request is to be handled."""
    return True

  def process_request(self, request, client_address):
    """Handle the request and end it."""
    self.finish_request(request, client_address)
    self.shutdown_request(request)

  def server_close(self):
    """Called to free what the server has."""

  def finish_request(self, request, client_address):
    """Handle the request with an object of the class for it."""
    self.RequestHandlerClass(request, client_address, self)

  def shutdown_request(self, request):
    """Called to end a request."""
    self.close_request(request)

  def close_request(self, request):
    """Called to free what a request has."""

  def handle_error(self, request, client_address):
    """Report an exception of the handler."""
    import traceback
    line = "-" * 40
    print(line, file=sys.stderr)
    print("Exception occurred during processing of request from", client_address, file=sys.stderr)
    traceback.print_exc()
    print(line, file=sys.stderr)

  def __enter__(self):
    return self

  def __exit__(self, *args):
    self.server_close()


class TCPServer(BaseServer):
  """Takes connections."""

  address_family = _LazyAttribute(lambda: socket.AF_INET)
  socket_type = _LazyAttribute(lambda: socket.SOCK_STREAM)
  request_queue_size = 5
  allow_reuse_address = False
  allow_reuse_port = False

  def __init__(self, server_address, RequestHandlerClass, bind_and_activate=True):
    super().__init__(server_address, RequestHandlerClass)
    self.socket = socket.socket(self.address_family, self.socket_type)
    if bind_and_activate:
      try:
        self.server_bind()
        self.server_activate()
      except:
        self.server_close()
        raise

  def server_bind(self):
    """Give the socket its address."""
    if self.allow_reuse_address:
      self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    if self.allow_reuse_port:
      self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
    self.socket.bind(self.server_address)
    self.server_address = self.socket.getsockname()

  def server_activate(self):
    """Begin to take connections."""
    self.socket.listen(self.request_queue_size)

  def server_close(self):
    self.socket.close()

  def fileno(self):
    """The socket's descriptor."""
    return self.socket.fileno()

  def get_request(self):
    """The next connection and its address."""
    return self.socket.accept()

  def shutdown_request(self, request):
    """Tell the other side that all has been sent, and close."""
    try:
      request.shutdown(socket.SHUT_WR)
    except OSError:
      pass  # The other side may be gone.
    self.close_request(request)

  def close_request(self, request):
    request.close()


class UDPServer(TCPServer):
  """Takes datagrams; a request is the data and the socket."""

  socket_type = _LazyAttribute(lambda: socket.SOCK_DGRAM)
  max_packet_size = 8192

  def get_request(self):
    data, address = self.socket.recvfrom(self.max_packet_size)
    return (data, self.socket), address

  def server_activate(self):
    """Nothing: datagrams need no listening."""

  def shutdown_request(self, request):
    self.close_request(request)

  def close_request(self, request):
    """Nothing: the socket is the server's."""


class ForkingMixIn:
  """Each request is handled in a process of its own."""

  timeout = 300
  active_children = None
  max_children = 40
  block_on_close = True

  def collect_children(self, *, blocking=False):
    """Take leave of processes that have ended; wait while there are too many, or with blocking for all."""
    if self.active_children is None:
      return
    while len(self.active_children) >= self.max_children:
      try:
        self.active_children.discard(os.waitpid(-1, 0)[0])
      except ChildProcessError:
        self.active_children.clear()
      except OSError:
        break
    for child in self.active_children.copy():
      try:
        # waitpid() gives 0 for a process that runs.
        self.active_children.discard(os.waitpid(child, 0 if blocking else os.WNOHANG)[0])
      except ChildProcessError:
        self.active_children.discard(child)
      except OSError:
        pass

  def handle_timeout(self):
    self.collect_children()

  def service_actions(self):
    self.collect_children()

  def process_request(self, request, client_address):
    """Handle it in a child process."""
    child = os.fork()
    if child:
      if self.active_children is None:
        self.active_children = set()
      self.active_children.add(child)
      self.close_request(request)
      return
    status = 1
    try:
      self.finish_request(request, client_address)
      status = 0
    except Exception:
      self.handle_error(request, client_address)
    finally:
      try:
        self.shutdown_request(request)
      finally:
        os._exit(status)

  def server_close(self):
    super().server_close()
    self.collect_children(blocking=self.block_on_close)


class ThreadingMixIn:
  """Each request is handled in a thread of its own."""

  daemon_threads = False  # Whether the program may end before its threads.
  block_on_close = True  # Whether server_close() waits for threads that are no daemons.
  _threads = ()

  def process_request_thread(self, request, client_address):
    """What a thread does."""
    try:
      self.finish_request(request, client_address)
    except Exception:
      self.handle_error(request, client_address)
    finally:
      self.shutdown_request(request)

  def process_request(self, request, client_address):
    """Handle it in a thread."""
    import threading
    thread = threading.Thread(target=self.process_request_thread, args=(request, client_address))
    thread.daemon = self.daemon_threads
    if self.block_on_close and not thread.daemon:
      self._threads = [other for other in self._threads if other.is_alive()]
      self._threads.append(thread)
    thread.start()

  def server_close(self):
    super().server_close()
    threads, self._threads = self._threads, ()
    for thread in threads:
      thread.join()


class ForkingUDPServer(ForkingMixIn, UDPServer):
  """Takes datagrams, each in a process."""


class ForkingTCPServer(ForkingMixIn, TCPServer):
  """Takes connections, each in a process."""


class ThreadingUDPServer(ThreadingMixIn, UDPServer):
  """Takes datagrams, each in a thread."""


class ThreadingTCPServer(ThreadingMixIn, TCPServer):
  """Takes connections, each in a thread."""


class UnixStreamServer(TCPServer):
  """Takes connections at a path."""

  address_family = _LazyAttribute(lambda: socket.AF_UNIX)


class UnixDatagramServer(UDPServer):
  """Takes datagrams at a path."""

  address_family = _LazyAttribute(lambda: socket.AF_UNIX)


class ThreadingUnixStreamServer(ThreadingMixIn, UnixStreamServer):
  """Takes connections at a path, each in a thread."""


class ThreadingUnixDatagramServer(ThreadingMixIn, UnixDatagramServer):
  """Takes datagrams at a path, each in a thread."""


class BaseRequestHandler:
  """Handles one request: it has request, client_address and server, and handle() does the work."""

  def __init__(self, request, client_address, server):
    self.request = request
    self.client_address = client_address
    self.server = server
    self.setup()
    try:
      self.handle()
    finally:
      self.finish()

  def setup(self):
    """Called before handle()."""

  def handle(self):
    """The work."""

  def finish(self):
    """Called after handle()."""


class StreamRequestHandler(BaseRequestHandler):
  """A connection as two files, rfile and wfile."""

  rbufsize = -1
  wbufsize = 0  # Zero: what is written is sent at once.
  timeout = None
  disable_nagle_algorithm = False

  def setup(self):
    self.connection = self.request
    if self.timeout is not None:
      self.connection.settimeout(self.timeout)
    if self.disable_nagle_algorithm:
      self.connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, True)
    self.rfile = self.connection.makefile("rb", self.rbufsize)
    self.wfile = self.connection.makefile("wb", self.wbufsize) if self.wbufsize else _SocketWriter(self.connection)

  def finish(self):
    if not self.wfile.closed:
      try:
        self.wfile.flush()
      except OSError:
        pass  # The other side may be gone.
    self.wfile.close()
    self.rfile.close()


class _SocketWriter(BufferedIOBase):
  """A file that sends what is written, all of it."""

  def __init__(self, sock):
    self._sock = sock

  def writable(self):
    return True

  def write(self, b):
    self._sock.sendall(b)
    with memoryview(b) as view:
      return view.nbytes

  def fileno(self):
    return self._sock.fileno()


class DatagramRequestHandler(BaseRequestHandler):
  """A datagram as two files: rfile has it, and what is in wfile at the end is sent back."""

  def setup(self):
    self.packet, self.socket = self.request
    self.rfile = BytesIO(self.packet)
    self.wfile = BytesIO()

  def finish(self):
    self.socket.sendto(self.wfile.getvalue(), self.client_address)
