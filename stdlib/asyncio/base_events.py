"""The event loop: what is written in the language.

BaseEventLoop is a whole loop but for waiting and waking up, which its subclasses bring: programs derive their own loops from it.
The loop that asyncio.run() uses has a native ready queue, native timers and iterations instead (_asyncio.EventLoop), which
come before this class in its method resolution order; it takes only the rest from here.
"""
import sys

import _asyncio
from _asyncio import Future, Handle, Task, TimerHandle, _set_running_loop, get_running_loop
from _collections import deque

from . import coroutines
from .coroutines import iscoroutine, iscoroutinefunction
from .events import AbstractEventLoop, loop_runs
from .futures import _set_result_unless_cancelled, isfuture, wrap_future
from .log import lazy_logger

__all__ = ("BaseEventLoop",)

logger = lazy_logger

MAXIMUM_SELECT_TIMEOUT = 24 * 3600

# Cancelled timers are cleared out when there are many and they are more than this part.
_MIN_SCHEDULED_TIMER_HANDLES = 100
_MIN_CANCELLED_TIMER_HANDLES_FRACTION = 0.5


def _run_until_complete_cb(future):
  # An exception that leaves the loop has already ended run_forever().
  if not future.cancelled() and isinstance(future.exception(), (SystemExit, KeyboardInterrupt)):
    return
  future.get_loop().stop()


def _report_callback(loop, context):
  """Report what a callback raised. It counts as handled meanwhile: sys.exc_info() tells it, and what the handler raises is chained to it."""
  try:
    raise context["exception"]
  except BaseException:
    loop.call_exception_handler(context)


def _logs():
  """Whether the program uses logging. If not, it is not loaded for a report: _write_error() does what it would do."""
  return logger is not lazy_logger or "logging" in sys.modules


def _write_error(text, exception=None):
  if sys.stderr is None:
    return
  if exception is not None:
    import traceback
    text = text + "\n" + "".join(traceback.format_exception(exception)).rstrip("\n")
  sys.stderr.write(text + "\n")
  sys.stderr.flush()


def _tell_blocking_sleep(before):
  """A hint after the report of a slow callback that was slow because of time.sleep()."""
  from _inspector import blocked, hints_wanted
  seconds, place = blocked()
  if seconds - before > 0.01 and hints_wanted() and sys.stderr is not None:
    print(f"hint: time.sleep() took {seconds - before:.3f} seconds of it, at {place}: `await asyncio.sleep()` lets other tasks run",
          file=sys.stderr)


def _format_handle(handle):
  """What a slow callback is called in the warning: its task, if it is the step of one."""
  owner = getattr(handle._callback, "__self__", None)
  return repr(owner) if isinstance(owner, Task) else str(handle)


def _forget_own_levels(handle):
  """Debug mode keeps the stack up to who called the loop's method, without the levels in this file."""
  stack = handle._source_traceback
  while stack and stack[-1].filename == __file__:
    del stack[-1]


class BaseEventLoop(AbstractEventLoop):
  """A loop without descriptors, signals and a way to wait: subclasses have _selector, _process_events and _write_to_self."""

  slow_callback_duration = 0.1
  _clock_resolution = 1e-09
  _own_selector = False  # whether _selector is one that the program brought
  _current_handle = None
  _default_executor = None
  _executor_shutdown_called = False
  _asyncgens_shutdown_called = False
  _thread_id = None
  _transports = None  # by descriptor
  _outer_origin_depth = None  # of coroutines, while debug mode has set another one

  def __init__(self):
    self._closed = False
    self._stopping = False
    self._debug = False
    self._exception_handler = None
    self._task_factory = None
    self._init_scheduling()
    self.set_debug(coroutines._is_debug_mode())

  def _init_scheduling(self):
    self._ready = deque()
    self._scheduled = []
    self._timer_cancelled_count = 0

  def __repr__(self):
    return (f"<{type(self).__name__} running={self.is_running()} closed={self.is_closed()} "
            f"debug={self.get_debug()}>")

  def _check_closed(self):
    if self.is_closed():
      raise RuntimeError("Event loop is closed")

  def _check_running(self):
    if self.is_running():
      raise RuntimeError("This event loop is already running")
    if loop_runs():
      raise RuntimeError("Cannot run the event loop while another loop is running")

  # -- state

  def create_future(self):
    """A new pending future of this loop."""
    return Future(loop=self)

  def create_task(self, coro, *, name=None, context=None, **kwargs):
    """Run a coroutine as a task."""
    self._check_closed()
    factory = self.get_task_factory()
    if factory is None:
      return Task(coro, loop=self, name=name, context=context, **kwargs)
    if context is not None:
      kwargs["context"] = context
    task = factory(self, coro, **kwargs)
    if name is not None and hasattr(task, "set_name"):
      task.set_name(name)
    return task

  def set_task_factory(self, factory):
    """factory(loop, coro) makes the tasks; None: the default."""
    if factory is not None and not callable(factory):
      raise TypeError("task factory must be a callable or None")
    self._task_factory = factory

  def get_task_factory(self):
    """The task factory, or None."""
    return self._task_factory

  def get_exception_handler(self):
    """The exception handler, or None."""
    return self._exception_handler

  def set_exception_handler(self, handler):
    """handler(loop, context) gets what nobody waits for; None: the default."""
    if handler is not None and not callable(handler):
      raise TypeError(f"A callable object or None is expected, got {handler!r}")
    self._exception_handler = handler

  def get_debug(self):
    """Whether debug mode is on."""
    return self._debug

  def set_debug(self, enabled):
    """Turn debug mode on or off."""
    self._debug = enabled
    if self.is_running():
      self.call_soon_threadsafe(self._set_coroutine_origin_tracking, enabled)

  def _set_coroutine_origin_tracking(self, enabled):
    """Let coroutines note where they were made, while the loop runs in debug mode."""
    if bool(enabled) == (self._outer_origin_depth is not None):
      return
    if enabled:
      from .constants import DEBUG_STACK_DEPTH
      self._outer_origin_depth = sys.get_coroutine_origin_tracking_depth()
      sys.set_coroutine_origin_tracking_depth(DEBUG_STACK_DEPTH)
    else:
      sys.set_coroutine_origin_tracking_depth(self._outer_origin_depth)
      self._outer_origin_depth = None

  def is_running(self):
    """Whether the loop runs."""
    return self._thread_id is not None

  def is_closed(self):
    """Whether the loop was closed."""
    return self._closed

  # -- scheduling

  def time(self):
    """The loop's clock, in seconds."""
    from time import monotonic
    return monotonic()

  def call_soon(self, callback, *args, context=None):
    """Run callback(*args) in the next iteration."""
    self._check_closed()
    if self._debug:
      self._check_thread()
      self._check_callback(callback, "call_soon")
    return self._call_soon(callback, args, context)

  def call_soon_threadsafe(self, callback, *args, context=None):
    """call_soon for other threads: wakes the loop up."""
    self._check_closed()
    if self._debug:
      self._check_callback(callback, "call_soon_threadsafe")
    handle = self._call_soon(callback, args, context)
    self._write_to_self()
    return handle

  def _call_soon(self, callback, args, context):
    handle = Handle(callback, args, self, context)
    _forget_own_levels(handle)
    self._ready.append(handle)
    return handle

  def call_later(self, delay, callback, *args, context=None):
    """Run callback(*args) after delay seconds."""
    if delay is None:
      raise TypeError("delay must not be None")
    return self.call_at(self.time() + delay, callback, *args, context=context)

  def call_at(self, when, callback, *args, context=None):
    """Run callback(*args) when the loop's clock shows `when`."""
    if when is None:
      raise TypeError("when cannot be None")
    self._check_closed()
    if self._debug:
      self._check_thread()
      self._check_callback(callback, "call_at")
    timer = TimerHandle(when, callback, args, self, context)
    _forget_own_levels(timer)
    from heapq import heappush
    heappush(self._scheduled, timer)
    timer._scheduled = True
    return timer

  def _timer_handle_cancelled(self, handle):
    if handle._scheduled:
      self._timer_cancelled_count += 1

  def _check_thread(self):
    """In debug mode: only call_soon_threadsafe() may be called from other threads."""
    if self._thread_id is None:
      return
    from _thread import get_ident
    if get_ident() != self._thread_id:
      raise RuntimeError("Non-thread-safe operation invoked on an event loop other than the current one")

  def _add_callback(self, handle):
    if not handle._cancelled:
      self._ready.append(handle)

  def _add_callback_signalsafe(self, handle):
    self._add_callback(handle)
    self._write_to_self()

  def _watched(self, fd):
    """Whether the descriptor has a reader and a writer, as the native loop's method tells it."""
    try:
      events = self._selector.get_key(fd).events
    except KeyError:
      return False, False
    from selectors import EVENT_READ, EVENT_WRITE
    return bool(events & EVENT_READ), bool(events & EVENT_WRITE)

  # -- iterations

  def _process_events(self, event_list):
    raise NotImplementedError

  def _write_to_self(self):
    raise NotImplementedError

  def _select(self, timeout):
    """Wait; what to run."""
    if not self._own_selector:
      return self._selector.select(timeout)
    # A selector of the program sees only that the native poller has something. That one is asked before, too: it then begins to wait
    # for what was registered since the last time.
    found = _asyncio._poll(self, 0)
    self._selector.select(0 if found else timeout)
    return found or _asyncio._poll(self, 0)

  def _drop_cancelled_timers(self):
    from heapq import heapify, heappop
    timers = self._scheduled
    if (len(timers) > _MIN_SCHEDULED_TIMER_HANDLES
        and self._timer_cancelled_count / len(timers) > _MIN_CANCELLED_TIMER_HANDLES_FRACTION):
      for timer in timers:
        if timer._cancelled:
          timer._scheduled = False
      self._scheduled = [timer for timer in timers if not timer._cancelled]
      heapify(self._scheduled)
      self._timer_cancelled_count = 0
      return
    while timers and timers[0]._cancelled:
      self._timer_cancelled_count -= 1
      heappop(timers)._scheduled = False

  def _run_once(self):
    """One iteration: wait, move due timers to the ready queue, run what is ready now (not what becomes ready meanwhile)."""
    from heapq import heappop
    self._drop_cancelled_timers()
    timeout = None
    if self._ready or self._stopping:
      timeout = 0
    elif self._scheduled:
      timeout = min(max(0, self._scheduled[0]._when - self.time()), MAXIMUM_SELECT_TIMEOUT)
    self._process_events(self._select(timeout))
    end = self.time() + self._clock_resolution
    while self._scheduled and self._scheduled[0]._when < end:
      timer = heappop(self._scheduled)
      timer._scheduled = False
      self._ready.append(timer)
    for _ in range(len(self._ready)):
      handle = self._ready.popleft()
      if handle._cancelled:
        continue
      if self._debug:
        self._run_handle(handle)
      else:
        handle._run()

  def _run_handle(self, handle):
    """Run a handle in debug mode: log it when it takes long."""
    from time import monotonic
    from _inspector import blocked
    self._current_handle = handle
    slept, _ = blocked()
    start = monotonic()
    try:
      handle._run()
      duration = monotonic() - start
      if duration >= self.slow_callback_duration:
        logger.warning("Executing %s took %.3f seconds", _format_handle(handle), duration)
        _tell_blocking_sleep(slept)
    finally:
      self._current_handle = None

  def run_forever(self):
    """Run until stop() is called."""
    self._check_closed()
    self._check_running()
    from _thread import get_ident
    self._set_coroutine_origin_tracking(self._debug)
    self._thread_id = get_ident()
    self._running = True
    _set_running_loop(self)
    try:
      while True:
        self._run_once()
        if self._stopping:
          break
    finally:
      self._stopping = False
      self._thread_id = None
      self._running = False
      _set_running_loop(None)
      _asyncio._note_last_loop(self)
      self._set_coroutine_origin_tracking(False)

  def stop(self):
    """Make run_forever return after this iteration."""
    self._stopping = True

  # -- running

  def run_until_complete(self, future):
    """Run until `future` (a coroutine becomes a task) is done; returns its result or raises its exception."""
    from .tasks import ensure_future
    self._check_closed()
    self._check_running()
    is_new = not isfuture(future)
    future = ensure_future(future, loop=self)
    if is_new:
      future._log_destroy_pending = False  # an exception tells that it was not finished
    future.add_done_callback(_run_until_complete_cb)
    _asyncio.note_awaited(self, future)
    try:
      self.run_forever()
    except BaseException:
      if is_new and future.done() and not future.cancelled():
        future.exception()  # nobody else can retrieve it
      raise
    finally:
      _asyncio.note_awaited(self, None)
      future.remove_done_callback(_run_until_complete_cb)
    if not future.done():
      raise RuntimeError("Event loop stopped before Future completed.")
    return future.result()

  def close(self):
    """Drop everything that is scheduled; the loop cannot be used any more."""
    if self.is_running():
      raise RuntimeError("Cannot close a running event loop")
    if self.is_closed():
      return
    if self.get_debug():
      logger.debug("Close %r", self)
    self._closed = True
    self._ready.clear()
    self._scheduled.clear()
    self._close_executor()

  def __del__(self):
    if self.is_closed():
      return
    from warnings import warn as _warn
    _warn(f"unclosed event loop {self!r}", ResourceWarning, source=self)
    if not self.is_running():
      self.close()

  def _close_executor(self):
    self._executor_shutdown_called = True
    executor = self._default_executor
    if executor is not None:
      self._default_executor = None
      executor.shutdown(wait=False)

  async def shutdown_asyncgens(self):
    """Close the asynchronous generators that were started and not finished."""
    self._asyncgens_shutdown_called = True
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

  def _asyncgen_firstiter_hook(self, agen):
    """Called for a generator that begins after shutdown_asyncgens()."""
    from warnings import warn
    warn(f"asynchronous generator {agen!r} was scheduled after loop.shutdown_asyncgens() call", ResourceWarning, source=self)

  def _asyncgen_finalizer_hook(self, agen):
    """What the loop does for a generator that was dropped unfinished."""
    if not self.is_closed():
      self.call_soon_threadsafe(self.create_task, agen.aclose())

  # -- errors

  def default_exception_handler(self, context):
    """Write the message, the objects and the traceback to stderr."""
    lines = [context.get("message") or "Unhandled exception in event loop"]
    current = self._current_handle
    if "source_traceback" not in context and current is not None and current._source_traceback:
      context["handle_traceback"] = current._source_traceback
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
    exception = context.get("exception")
    text = "\n".join(lines)
    if _logs():
      logger.error(text, exc_info=exception is not None and (type(exception), exception, exception.__traceback__))
    else:
      _write_error(text, exception)

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
      if handler is not None:
        self._report_handler_error(error, context)
      elif _logs():
        logger.error("Exception in default exception handler", exc_info=True)
      else:
        _write_error("Exception in default exception handler", error)

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
      text = "Exception in default exception handler while handling an unexpected error in custom exception handler"
      if _logs():
        logger.error(text, exc_info=True)
      else:
        _write_error(text, second)

  # -- threads

  def run_in_executor(self, executor, func, *args):
    """Call func(*args) in a thread of `executor` (None: the loop's own); returns a future."""
    self._check_closed()
    if self.get_debug():
      self._check_callback(func, "run_in_executor")
    if executor is None:
      if self._executor_shutdown_called:
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

  async def shutdown_default_executor(self, timeout=None):
    """Wait for the calls that run in the loop's own executor, at most `timeout` seconds, and end its threads."""
    self._executor_shutdown_called = True
    executor = self._default_executor
    if executor is None:
      return
    import threading
    from .timeouts import timeout as limit
    future = self.create_future()
    thread = threading.Thread(target=self._shut_down_in_thread, args=(executor, future))
    thread.start()
    try:
      async with limit(timeout):
        await future
    except TimeoutError:
      from warnings import warn
      warn(f"The executor did not finishing joining its threads within {timeout} seconds.", RuntimeWarning, stacklevel=2)
      executor.shutdown(wait=False)
    else:
      thread.join()

  def _shut_down_in_thread(self, executor, future):
    try:
      executor.shutdown(wait=True)
      if not self.is_closed():
        self.call_soon_threadsafe(_set_result_unless_cancelled, future, None)
    except Exception as error:
      if not self.is_closed():
        self.call_soon_threadsafe(future.set_exception, error)

  def _check_callback(self, callback, method):
    if iscoroutine(callback) or iscoroutinefunction(callback):
      raise TypeError(f"coroutines cannot be used with {method}()")
    if not callable(callback):
      raise TypeError(f"a callable object was expected by {method}(), got {callback!r}")


# Methods of BaseEventLoop that live in modules of their own, loaded when one of a module's methods is first looked up: most
# programs use no sockets. Each row: the class that CPython has them in, which is part of their names; the module; the methods.
_METHODS_ELSEWHERE = (
  ("BaseSelectorEventLoop", "selector_events", (
    "add_reader", "remove_reader", "add_writer", "remove_writer", "sock_recv", "sock_recv_into", "sock_recvfrom",
    "sock_recvfrom_into", "sock_sendall", "sock_sendto", "sock_connect", "_sock_connect_cb", "sock_accept", "_sock_accept",
    "_start_serving", "_resume_serving", "_stop_serving", "_accept_connection", "_accept_connection2",
    "_make_socket_transport", "_make_datagram_transport")),
  ("BaseEventLoop", "connections", (
    "getaddrinfo", "getnameinfo", "_ensure_resolved", "_connect_sock", "create_connection", "_create_connection_transport",
    "create_server", "create_datagram_endpoint", "connect_accepted_socket", "sendfile", "_sendfile_native",
    "_sendfile_fallback", "sock_sendfile", "_sock_sendfile_native", "_sock_sendfile_fallback", "start_tls",
    "_make_ssl_transport")),
  ("_UnixSelectorEventLoop", "connections", ("create_unix_connection", "create_unix_server")),
  ("BaseEventLoop", "base_subprocess", (
    "subprocess_exec", "subprocess_shell", "_make_subprocess_transport", "_child_watcher_callback")),
  ("BaseEventLoop", "pipes", (
    "connect_read_pipe", "connect_write_pipe", "_make_read_pipe_transport", "_make_write_pipe_transport")),
)


class _Elsewhere:
  """Stands for one method of a row, until one of them is looked up."""

  def __init__(self, class_name, module_name, names, name):
    self._class_name, self._module_name, self._names, self._name = class_name, module_name, names, name

  def __get__(self, loop, owner):
    full_name = "asyncio." + self._module_name
    __import__(full_name)
    module = sys.modules[full_name]
    for name in self._names:
      function = getattr(module, name)
      function.__qualname__ = f"{self._class_name}.{name}"
      setattr(BaseEventLoop, name, function)
    return getattr(module, self._name).__get__(loop, owner)


for _row in _METHODS_ELSEWHERE:
  for _name in _row[2]:
    setattr(BaseEventLoop, _name, _Elsewhere(*_row, _name))
del _row, _name


def __getattr__(name):
  if name == "Server":  # of the module that programs look for it in
    from .connections import Server
    return Server
  raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
