"""Which loop is current: the running one, or what the policy keeps for the thread. Loops themselves: base_events."""
from _asyncio import EventLoop as AbstractEventLoop
from _asyncio import Handle, TimerHandle, _get_running_loop, get_running_loop
from _thread import get_ident

__all__ = ("AbstractEventLoopPolicy", "AbstractEventLoop", "DefaultEventLoopPolicy", "Handle", "TimerHandle",
           "get_event_loop_policy", "set_event_loop_policy", "get_event_loop", "set_event_loop", "new_event_loop",
           "get_running_loop", "_get_running_loop")

_policy = None
# Loops given to set_event_loop(), by thread; module threading drops the entry of a thread that ends.
_loop_of_thread = {}


class AbstractEventLoopPolicy:
  """How loops are made and which one belongs to a thread."""

  def get_event_loop(self):
    """The current thread's loop; raises RuntimeError when it has none."""
    raise NotImplementedError

  def set_event_loop(self, loop):
    """Make `loop` the current thread's."""
    raise NotImplementedError

  def new_event_loop(self):
    """A new loop."""
    raise NotImplementedError


class DefaultEventLoopPolicy(AbstractEventLoopPolicy):
  """One loop for each thread; the main thread's is made when it is first asked for."""

  def get_event_loop(self):
    ident = get_ident()
    try:
      loop = _loop_of_thread[ident]
    except KeyError:
      import threading
      loop = None
      if threading.current_thread() is threading.main_thread():
        loop = self.new_event_loop()
        self.set_event_loop(loop)
    if loop is None:
      import threading
      raise RuntimeError(f"There is no current event loop in thread {threading.current_thread().name!r}.")
    return loop

  def set_event_loop(self, loop):
    if loop is not None and not isinstance(loop, AbstractEventLoop):
      raise TypeError(f"loop must be an instance of AbstractEventLoop or None, not '{type(loop).__name__}'")
    _loop_of_thread[get_ident()] = loop

  def new_event_loop(self):
    from .base_events import SelectorEventLoop
    return SelectorEventLoop()


def get_event_loop_policy():
  """The policy in use."""
  global _policy
  if _policy is None:
    _policy = DefaultEventLoopPolicy()
  return _policy


def set_event_loop_policy(policy):
  """Use another policy; None brings the default one back."""
  global _policy
  if policy is not None and not isinstance(policy, AbstractEventLoopPolicy):
    raise TypeError(f"policy must be an instance of AbstractEventLoopPolicy or None, not '{type(policy).__name__}'")
  _policy = policy


def get_event_loop():
  """The running loop; outside of one, the policy's loop for this thread."""
  loop = _get_running_loop()
  if loop is not None:
    return loop
  return get_event_loop_policy().get_event_loop()


def set_event_loop(loop):
  """Make `loop` the one that get_event_loop() gives in this thread while none runs."""
  get_event_loop_policy().set_event_loop(loop)


def new_event_loop():
  """A new loop, made by the policy."""
  return get_event_loop_policy().new_event_loop()
