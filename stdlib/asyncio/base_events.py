"""The event loop: what is not hot. The ready queue, the timers and the iterations are native (_asyncio.EventLoop)."""
import sys

import _asyncio
from _asyncio import _get_running_loop

from .coroutines import iscoroutine, iscoroutinefunction
from .futures import isfuture, wrap_future

__all__ = ("BaseEventLoop", "SelectorEventLoop")


def _stop_loop_of(future):
  # An exception that leaves the loop has already ended run_forever().
  if not future.cancelled() and isinstance(future.exception(), (SystemExit, KeyboardInterrupt)):
    return
  future.get_loop().stop()


def _log_error(text, exception=None):
  """What logging.getLogger("asyncio").error() does, without loading logging when the program does not use it."""
  logging = sys.modules.get("logging")
  if logging is not None:
    info = (type(exception), exception, exception.__traceback__) if exception is not None else False
    logging.getLogger("asyncio").error("%s", text, exc_info=info)
    return
  if sys.stderr is None:
    return
  if exception is not None:
    import traceback
    text = text + "\n" + "".join(traceback.format_exception(exception)).rstrip("\n")
  sys.stderr.write(text + "\n")
  sys.stderr.flush()


class BaseEventLoop(_asyncio.EventLoop):
  """An event loop without signals."""

  slow_callback_duration = 0.1
  _default_executor = None
  _executor_shut_down = False
  _asyncgens_shut_down = False
  _transports = None  # by descriptor

  def __repr__(self):
    return (f"<{type(self).__name__} running={self.is_running()} closed={self.is_closed()} "
            f"debug={self.get_debug()}>")

  def _check_closed(self):
    if self.is_closed():
      raise RuntimeError("Event loop is closed")

  def _check_running(self):
    if self.is_running():
      raise RuntimeError("This event loop is already running")
    if _get_running_loop() is not None:
      raise RuntimeError("Cannot run the event loop while another loop is running")

  # -- running

  def run_until_complete(self, future):
    """Run until `future` (a coroutine becomes a task) is done; returns its result or raises its exception."""
    from .tasks import ensure_future
    self._check_closed()
    self._check_running()
    is_new = not isfuture(future)
    future = ensure_future(future, loop=self)
    future.add_done_callback(_stop_loop_of)
    try:
      self.run_forever()
    except BaseException:
      if is_new and future.done() and not future.cancelled():
        future.exception()  # nobody else can retrieve it
      raise
    finally:
      future.remove_done_callback(_stop_loop_of)
    if not future.done():
      raise RuntimeError("Event loop stopped before Future completed.")
    return future.result()

  def close(self):
    """Drop everything that is scheduled; the loop cannot be used any more."""
    if self.is_running():
      raise RuntimeError("Cannot close a running event loop")
    if self.is_closed():
      return
    super().close()
    self._executor_shut_down = True
    executor = self._default_executor
    if executor is not None:
      self._default_executor = None
      executor.shutdown(wait=False)

  async def shutdown_asyncgens(self):
    """Close the asynchronous generators that were started and not finished."""
    self._asyncgens_shut_down = True
    generators = _asyncio._started_async_generators(self)
    if not generators:
      return
    from .tasks import gather
    results = await gather(*[generator.aclose() for generator in generators], return_exceptions=True)
    for result, generator in zip(results, generators):
      if isinstance(result, Exception):
        self.call_exception_handler({
          "message": f"an error occurred during closing of asynchronous generator {generator!r}",
          "exception": result,
          "asyncgen": generator,
        })

  # -- errors

  def default_exception_handler(self, context):
    """Write the message, the objects and the traceback to stderr."""
    lines = [context.get("message") or "Unhandled exception in event loop"]
    for key in sorted(context):
      if key in ("message", "exception"):
        continue
      value = context[key]
      if key in ("source_traceback", "handle_traceback"):
        import traceback
        owner = "Object" if key == "source_traceback" else "Handle"
        text = f"{owner} created at (most recent call last):\n" + "".join(traceback.format_list(value)).rstrip()
      else:
        text = repr(value)
      lines.append(f"{key}: {text}")
    _log_error("\n".join(lines), context.get("exception"))

  def call_exception_handler(self, context):
    """Report an error that nobody else can handle: to the handler that was set, else the default one."""
    handler = self.get_exception_handler()
    try:
      if handler is None:
        self.default_exception_handler(context)
      else:
        handler(self, context)
    except (SystemExit, KeyboardInterrupt):
      raise
    except BaseException as error:
      if handler is None:
        _log_error("Exception in default exception handler", error)
      else:
        self._report_handler_error(error, context)

  def _report_handler_error(self, error, context):
    try:
      self.default_exception_handler({
        "message": "Unhandled error in exception handler",
        "exception": error,
        "context": context,
      })
    except (SystemExit, KeyboardInterrupt):
      raise
    except BaseException as second:
      _log_error("Exception in default exception handler while handling an unexpected error in custom exception "
                 "handler", second)

  # -- threads

  def run_in_executor(self, executor, func, *args):
    """Call func(*args) in a thread of `executor` (None: the loop's own); returns a future."""
    self._check_closed()
    if self.get_debug():
      self._check_callback(func, "run_in_executor")
    if executor is None:
      if self._executor_shut_down:
        raise RuntimeError("Executor shutdown has been called")
      executor = self._default_executor
      if executor is None:
        from concurrent.futures.thread import ThreadPoolExecutor
        executor = self._default_executor = ThreadPoolExecutor(thread_name_prefix="asyncio")
    return wrap_future(executor.submit(func, *args), loop=self)

  def set_default_executor(self, executor):
    """Use `executor` where run_in_executor() gets None."""
    from concurrent.futures.thread import ThreadPoolExecutor
    if not isinstance(executor, ThreadPoolExecutor):
      raise TypeError("executor must be ThreadPoolExecutor instance")
    self._default_executor = executor

  async def shutdown_default_executor(self):
    """Wait for the calls that run in the loop's own executor, and end its threads."""
    self._executor_shut_down = True
    executor = self._default_executor
    if executor is None:
      return
    import threading
    future = self.create_future()
    thread = threading.Thread(target=self._shut_down_in_thread, args=(executor, future))
    thread.start()
    try:
      await future
    finally:
      thread.join()

  def _shut_down_in_thread(self, executor, future):
    try:
      executor.shutdown(wait=True)
      if not self.is_closed():
        self.call_soon_threadsafe(future.set_result, None)
    except Exception as error:
      if not self.is_closed():
        self.call_soon_threadsafe(future.set_exception, error)

  def _check_callback(self, callback, method):
    if iscoroutine(callback) or iscoroutinefunction(callback):
      raise TypeError(f"coroutines cannot be used with {method}()")
    if not callable(callback):
      raise TypeError(f"a callable object was expected by {method}(), got {callback!r}")


# Methods of BaseEventLoop that live in modules of their own, loaded when one of a module's methods is first called:
# most programs use no sockets.
_METHODS_ELSEWHERE = {
  "selector_events": (
    "add_reader", "remove_reader", "add_writer", "remove_writer", "sock_recv", "sock_recv_into", "sock_recvfrom",
    "sock_recvfrom_into", "sock_sendall", "sock_sendto", "sock_connect", "_sock_connect_cb", "sock_accept", "_sock_accept",
    "_start_serving", "_resume_serving", "_stop_serving", "_accept_connection", "_accept_connection2",
    "_make_socket_transport", "_make_datagram_transport"),
  "connections": (
    "getaddrinfo", "getnameinfo", "_ensure_resolved", "_connect_sock", "create_connection", "_create_connection_transport",
    "create_server", "create_unix_connection", "create_unix_server", "create_datagram_endpoint",
    "connect_accepted_socket", "sendfile", "_sendfile_native", "_sendfile_fallback", "sock_sendfile", "start_tls",
    "_make_ssl_transport"),
  "pipes": ("connect_read_pipe", "connect_write_pipe", "_make_read_pipe_transport", "_make_write_pipe_transport"),
}


def _elsewhere(module_name, name):
  def method(self, *args, **kwargs):
    full_name = "asyncio." + module_name
    __import__(full_name)
    module = sys.modules[full_name]
    for other in _METHODS_ELSEWHERE[module_name]:
      function = getattr(module, other)
      function.__qualname__ = "BaseEventLoop." + other
      setattr(BaseEventLoop, other, function)
    return getattr(module, name)(self, *args, **kwargs)
  method.__name__ = name
  method.__qualname__ = "BaseEventLoop." + name
  return method


def _absent(name):
  def method(self, *args, **kwargs):
    raise NotImplementedError(f"loop.{name}() is not available: the loop has no subprocesses yet")
  method.__name__ = name
  method.__qualname__ = "BaseEventLoop." + name
  return method


for _module_name, _names in _METHODS_ELSEWHERE.items():
  for _name in _names:
    setattr(BaseEventLoop, _name, _elsewhere(_module_name, _name))
for _name in ("subprocess_exec", "subprocess_shell"):
  setattr(BaseEventLoop, _name, _absent(_name))
del _module_name, _names, _name


class _UnixSelectorEventLoop(BaseEventLoop):
  """An event loop that can handle signals."""

  __module__ = "asyncio.unix_events"
  _signal_handlers = None

  def close(self):
    super().close()
    for sig in list(self._signal_handlers or ()):
      self.remove_signal_handler(sig)

  def add_signal_handler(self, sig, callback, *args):
    """Schedule callback(*args) whenever the signal arrives. Only in the main thread."""
    if iscoroutine(callback) or iscoroutinefunction(callback):
      raise TypeError("coroutines cannot be used with add_signal_handler()")
    self._check_signal(sig)
    self._check_closed()
    import _signal as signal
    from contextvars import copy_context
    context = copy_context()

    def on_signal(signum, frame):
      if not self.is_closed():
        self.call_soon_threadsafe(callback, *args, context=context)

    try:
      signal.signal(sig, on_signal)
    except ValueError:
      raise RuntimeError("set_wakeup_fd only works in main thread of the main interpreter") from None
    except OSError:
      raise RuntimeError(f"sig {sig} cannot be caught") from None
    if self._signal_handlers is None:
      self._signal_handlers = {}
    self._signal_handlers[sig] = on_signal

  def remove_signal_handler(self, sig):
    """Undo add_signal_handler(); False when there was none."""
    self._check_signal(sig)
    if not self._signal_handlers or self._signal_handlers.pop(sig, None) is None:
      return False
    import _signal as signal
    handler = signal.default_int_handler if sig == signal.SIGINT else signal.SIG_DFL
    try:
      signal.signal(sig, handler)
    except OSError:
      raise RuntimeError(f"sig {sig} cannot be caught") from None
    return True

  def _check_signal(self, sig):
    import _signal as signal
    if not isinstance(sig, int):
      raise TypeError(f"sig must be an int, not {sig!r}")
    if not 0 < sig < signal.NSIG:
      raise ValueError(f"invalid signal number {sig}")


SelectorEventLoop = _UnixSelectorEventLoop
