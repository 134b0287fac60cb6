"""Which loop is current: the running one, or what the policy keeps for the thread; and what every loop has to offer."""
from _asyncio import Handle, TimerHandle, _get_running_loop, _set_running_loop, get_running_loop
from _thread import get_ident

__all__ = ("AbstractEventLoopPolicy", "AbstractEventLoop", "AbstractServer", "Handle", "TimerHandle",
           "get_event_loop_policy", "set_event_loop_policy", "get_event_loop", "set_event_loop", "new_event_loop",
           "get_child_watcher", "set_child_watcher", "get_running_loop", "_get_running_loop", "_set_running_loop")

_event_loop_policy = None


# -- interfaces

def _abstract(cls, plain, asynchronous=""):
  """Add methods that only raise NotImplementedError to an interface."""
  def add(name, method):
    method.__name__ = name
    method.__qualname__ = f"{cls.__name__}.{name}"
    setattr(cls, name, method)

  for name in plain.split():
    def method(self, *args, **kwargs):
      raise NotImplementedError
    add(name, method)
  for name in asynchronous.split():
    async def method(self, *args, **kwargs):
      raise NotImplementedError
    add(name, method)


class AbstractServer:
  """What create_server() returns."""

  async def __aenter__(self):
    return self

  async def __aexit__(self, *exc):
    self.close()
    await self.wait_closed()


_abstract(AbstractServer, "close close_clients abort_clients get_loop is_serving", "start_serving serve_forever wait_closed")


class AbstractEventLoop:
  """The methods of an event loop. Each raises NotImplementedError until a subclass defines it."""


_abstract(
  AbstractEventLoop,
  "run_forever run_until_complete stop is_running is_closed close call_soon call_later call_at time create_future "
  "create_task call_soon_threadsafe run_in_executor set_default_executor add_reader remove_reader add_writer "
  "remove_writer add_signal_handler remove_signal_handler set_task_factory get_task_factory get_exception_handler "
  "set_exception_handler default_exception_handler call_exception_handler get_debug set_debug _timer_handle_cancelled",
  "shutdown_asyncgens shutdown_default_executor getaddrinfo getnameinfo create_connection create_server start_tls "
  "sendfile create_unix_connection create_unix_server connect_accepted_socket create_datagram_endpoint "
  "connect_read_pipe connect_write_pipe subprocess_shell subprocess_exec sock_recv sock_recv_into sock_recvfrom "
  "sock_recvfrom_into sock_sendall sock_sendto sock_connect sock_accept sock_sendfile")


class AbstractEventLoopPolicy:
  """How loops are made and which one belongs to a thread."""


_abstract(AbstractEventLoopPolicy, "get_event_loop set_event_loop new_event_loop get_child_watcher set_child_watcher")


# -- policies

class BaseDefaultEventLoopPolicy(AbstractEventLoopPolicy):
  """One loop for each thread; the main thread's is made when it is first asked for. Subclasses say how, in _loop_factory."""

  _loop_factory = None

  def __init__(self):
    # What set_event_loop() was given, by thread; module threading drops the entry of a thread that ends.
    self._loop_of_thread = {}

  def get_event_loop(self):
    """The current thread's loop; raises RuntimeError when it has none."""
    ident = get_ident()
    try:
      loop = self._loop_of_thread[ident]
    except KeyError:
      import threading
      loop = None
      if threading.current_thread() is threading.main_thread():
        self.set_event_loop(self.new_event_loop())
        loop = self._loop_of_thread[ident]
    if loop is None:
      import threading
      raise RuntimeError(f"There is no current event loop in thread {threading.current_thread().name!r}.")
    return loop

  def set_event_loop(self, loop):
    """Make `loop` the current thread's."""
    if loop is not None and not isinstance(loop, AbstractEventLoop):
      raise TypeError(f"loop must be an instance of AbstractEventLoop or None, not '{type(loop).__name__}'")
    self._loop_of_thread[get_ident()] = loop

  def new_event_loop(self):
    """A new loop."""
    return self._loop_factory()


def _forget_thread(ident):
  """A thread has ended: its loop is no longer anybody's current one."""
  loops = getattr(_event_loop_policy, "_loop_of_thread", None)
  if loops is not None:
    loops.pop(ident, None)


def get_event_loop_policy():
  """The policy in use."""
  global _event_loop_policy
  if _event_loop_policy is None:
    from .unix_events import DefaultEventLoopPolicy
    _event_loop_policy = DefaultEventLoopPolicy()
  return _event_loop_policy


def set_event_loop_policy(policy):
  """Use another policy; None brings the default one back."""
  global _event_loop_policy
  if policy is not None and not isinstance(policy, AbstractEventLoopPolicy):
    raise TypeError(f"policy must be an instance of AbstractEventLoopPolicy or None, not '{type(policy).__name__}'")
  _event_loop_policy = policy


def get_event_loop():
  """The running loop; outside of one, the policy's loop for this thread."""
  loop = _get_running_loop()
  if loop is not None:
    return loop
  return get_event_loop_policy().get_event_loop()


_get_event_loop = get_event_loop


def loop_runs():
  """Whether a loop runs in this thread. The prompt's loop only counts as the running one for statements: while they run, others may."""
  loop = _get_running_loop()
  return loop is not None and loop.is_running()


def call_from_finalizer(loop, callback):
  """Call what only the loop's thread may call. Finalizers run in the thread that collects, which may be one of an executor."""
  if loop.is_running() and _get_running_loop() is not loop:
    loop.call_soon_threadsafe(callback)
  else:
    callback()


def set_event_loop(loop):
  """Make `loop` the one that get_event_loop() gives in this thread while none runs."""
  get_event_loop_policy().set_event_loop(loop)


def new_event_loop():
  """A new loop, made by the policy."""
  return get_event_loop_policy().new_event_loop()


def get_child_watcher():
  """The policy's child watcher."""
  return get_event_loop_policy().get_child_watcher()


def set_child_watcher(watcher):
  """Give the policy a child watcher."""
  return get_event_loop_policy().set_child_watcher(watcher)
