"""Helpers for the with and async with statements."""

import sys
from abc import ABC, abstractmethod
from _collections import deque

from functools import wraps

GenericAlias = type(list[int])

__all__ = ["asynccontextmanager", "contextmanager", "closing", "nullcontext", "AbstractContextManager", "AbstractAsyncContextManager",
           "AsyncExitStack", "ContextDecorator", "ExitStack", "redirect_stdout", "redirect_stderr", "suppress", "aclosing", "chdir"]


class AbstractContextManager(ABC):
  """Abstract base class of context managers."""

  __class_getitem__ = classmethod(GenericAlias)

  def __enter__(self):
    return self

  @abstractmethod
  def __exit__(self, exc_type, exc_value, traceback):
    return None

  @classmethod
  def __subclasshook__(cls, C):
    if cls is AbstractContextManager:
      from _collections_abc import _check_methods
      return _check_methods(C, "__enter__", "__exit__")
    return NotImplemented


class AbstractAsyncContextManager(ABC):
  """Abstract base class of asynchronous context managers."""

  __class_getitem__ = classmethod(GenericAlias)

  async def __aenter__(self):
    return self

  @abstractmethod
  async def __aexit__(self, exc_type, exc_value, traceback):
    return None

  @classmethod
  def __subclasshook__(cls, C):
    if cls is AbstractAsyncContextManager:
      from _collections_abc import _check_methods
      return _check_methods(C, "__aenter__", "__aexit__")
    return NotImplemented


class ContextDecorator:
  """Lets a context manager also be used as a decorator."""

  def _recreate_cm(self):
    return self

  def __call__(self, func):
    @wraps(func)
    def inner(*args, **kwds):
      with self._recreate_cm():
        return func(*args, **kwds)

    return inner


class AsyncContextDecorator:
  """Lets an asynchronous context manager also be used as a decorator."""

  def _recreate_cm(self):
    return self

  def __call__(self, func):
    @wraps(func)
    async def inner(*args, **kwds):
      async with self._recreate_cm():
        return await func(*args, **kwds)

    return inner


class _GeneratorContextManagerBase:
  def __init__(self, func, args, kwds):
    self.gen = func(*args, **kwds)
    self.func, self.args, self.kwds = func, args, kwds
    doc = getattr(func, "__doc__", None)
    if doc is None:
      doc = type(self).__doc__
    self.__doc__ = doc

  def _recreate_cm(self):
    return self.__class__(self.func, self.args, self.kwds)


class _GeneratorContextManager(_GeneratorContextManagerBase, AbstractContextManager, ContextDecorator):
  """Helper of @contextmanager."""

  def __enter__(self):
    del self.args, self.kwds, self.func
    try:
      return next(self.gen)
    except StopIteration:
      raise RuntimeError("generator didn't yield") from None

  def __exit__(self, typ, value, traceback):
    if typ is None:
      try:
        next(self.gen)
      except StopIteration:
        return False
      raise RuntimeError("generator didn't stop")
    if value is None:
      value = typ()
    try:
      self.gen.throw(typ, value, traceback)
    except StopIteration as exc:
      return exc is not value
    except RuntimeError as exc:
      if exc is value:
        exc.__traceback__ = traceback
        return False
      # A StopIteration that passes through the generator comes out wrapped.
      if isinstance(value, StopIteration) and exc.__cause__ is value:
        value.__traceback__ = traceback
        return False
      raise
    except BaseException as exc:
      if exc is not value:
        raise
      exc.__traceback__ = traceback
      return False
    raise RuntimeError("generator didn't stop after throw()")


class _AsyncGeneratorContextManager(_GeneratorContextManagerBase, AbstractAsyncContextManager, AsyncContextDecorator):
  """Helper of @asynccontextmanager."""

  async def __aenter__(self):
    del self.args, self.kwds, self.func
    try:
      return await anext(self.gen)
    except StopAsyncIteration:
      raise RuntimeError("generator didn't yield") from None

  async def __aexit__(self, typ, value, traceback):
    if typ is None:
      try:
        await anext(self.gen)
      except StopAsyncIteration:
        return False
      raise RuntimeError("generator didn't stop")
    if value is None:
      value = typ()
    try:
      await self.gen.athrow(typ, value, traceback)
    except StopAsyncIteration as exc:
      return exc is not value
    except RuntimeError as exc:
      if exc is value:
        exc.__traceback__ = traceback
        return False
      if isinstance(value, (StopIteration, StopAsyncIteration)) and exc.__cause__ is value:
        value.__traceback__ = traceback
        return False
      raise
    except BaseException as exc:
      if exc is not value:
        raise
      exc.__traceback__ = traceback
      return False
    raise RuntimeError("generator didn't stop after athrow()")


def contextmanager(func):
  """Make a context manager of a generator function that yields once."""

  @wraps(func)
  def helper(*args, **kwds):
    return _GeneratorContextManager(func, args, kwds)

  return helper


def asynccontextmanager(func):
  """Make an asynchronous context manager of an asynchronous generator function that yields once."""

  @wraps(func)
  def helper(*args, **kwds):
    return _AsyncGeneratorContextManager(func, args, kwds)

  return helper


class closing(AbstractContextManager):
  """Closes the object at the end of the block."""

  def __init__(self, thing):
    self.thing = thing

  def __enter__(self):
    return self.thing

  def __exit__(self, *exc_info):
    self.thing.close()


class aclosing(AbstractAsyncContextManager):
  """Awaits thing.aclose() at the end of the block."""

  def __init__(self, thing):
    self.thing = thing

  async def __aenter__(self):
    return self.thing

  async def __aexit__(self, *exc_info):
    await self.thing.aclose()


class _RedirectStream(AbstractContextManager):
  _stream = None

  def __init__(self, new_target):
    self._new_target = new_target
    self._old_targets = []

  def __enter__(self):
    self._old_targets.append(getattr(sys, self._stream))
    setattr(sys, self._stream, self._new_target)
    return self._new_target

  def __exit__(self, exctype, excinst, exctb):
    setattr(sys, self._stream, self._old_targets.pop())


class redirect_stdout(_RedirectStream):
  """Sends what is printed to another stream."""

  _stream = "stdout"


class redirect_stderr(_RedirectStream):
  """Sends error output to another stream."""

  _stream = "stderr"


class suppress(AbstractContextManager):
  """Ends the block quietly when one of the exceptions is raised."""

  def __init__(self, *exceptions):
    self._exceptions = exceptions

  def __enter__(self):
    pass

  def __exit__(self, exctype, excinst, exctb):
    return exctype is not None and issubclass(exctype, self._exceptions)


class _BaseExitStack:
  @staticmethod
  def _create_cb_wrapper(callback, /, *args, **kwds):
    def _exit_wrapper(exc_type, exc, tb):
      callback(*args, **kwds)

    return _exit_wrapper

  def __init__(self):
    self._exit_callbacks = deque()

  def pop_all(self):
    """Move the callbacks to a new stack and return it."""
    new_stack = type(self)()
    new_stack._exit_callbacks = self._exit_callbacks
    self._exit_callbacks = deque()
    return new_stack

  def push(self, exit):
    """Register an object with __exit__, or a function called like it."""
    _cb_type = type(exit)
    try:
      exit_method = _cb_type.__exit__
    except AttributeError:
      self._push_exit_callback(exit)
    else:
      self._push_cm_exit(exit, exit_method)
    return exit

  def enter_context(self, cm):
    """Enter a context manager; it is left when the stack is."""
    cls = type(cm)
    try:
      _enter = cls.__enter__
      _exit = cls.__exit__
    except AttributeError:
      raise TypeError(f"'{cls.__module__}.{cls.__qualname__}' object does not support the context manager protocol") from None
    result = _enter(cm)
    self._push_cm_exit(cm, _exit)
    return result

  def callback(self, callback, /, *args, **kwds):
    """Call a function when the stack is left."""
    _exit_wrapper = self._create_cb_wrapper(callback, *args, **kwds)
    _exit_wrapper.__wrapped__ = callback
    self._push_exit_callback(_exit_wrapper)
    return callback

  def _push_cm_exit(self, cm, cm_exit):
    self._push_exit_callback(_bind(cm_exit, cm), True)

  def _push_exit_callback(self, callback, is_sync=True):
    self._exit_callbacks.append((is_sync, callback))


_Method = type(_BaseExitStack().pop_all)


def _bind(function, instance):
  return _Method(function, instance)


def _fix_context(new_exc, old_exc, frame_exc):
  """The exception that was active when a callback raised should be the context at the end of the chain."""
  while True:
    exc_context = new_exc.__context__
    if exc_context is None or exc_context is old_exc:
      return
    if exc_context is frame_exc:
      break
    new_exc = exc_context
  new_exc.__context__ = old_exc


class ExitStack(_BaseExitStack, AbstractContextManager):
  """Context managers and callbacks that are left in the reverse order."""

  def __enter__(self):
    return self

  def __exit__(self, *exc_details):
    received_exc = exc_details[0] is not None
    frame_exc = sys.exc_info()[1]
    suppressed_exc = False
    pending_raise = False
    while self._exit_callbacks:
      is_sync, cb = self._exit_callbacks.pop()
      try:
        if cb(*exc_details):
          suppressed_exc = True
          pending_raise = False
          exc_details = (None, None, None)
      except BaseException as new_exc:
        _fix_context(new_exc, exc_details[1], frame_exc)
        pending_raise = True
        exc_details = (type(new_exc), new_exc, new_exc.__traceback__)
    if pending_raise:
      # Raising sets the context again; the chain made above is kept.
      fixed_ctx = exc_details[1].__context__
      try:
        raise exc_details[1]
      except BaseException:
        exc_details[1].__context__ = fixed_ctx
        raise
    return received_exc and suppressed_exc

  def close(self):
    """Leave everything now."""
    self.__exit__(None, None, None)


class AsyncExitStack(_BaseExitStack, AbstractAsyncContextManager):
  """Like ExitStack, also for asynchronous context managers and coroutine functions."""

  @staticmethod
  def _create_async_cb_wrapper(callback, /, *args, **kwds):
    async def _exit_wrapper(exc_type, exc, tb):
      await callback(*args, **kwds)

    return _exit_wrapper

  async def enter_async_context(self, cm):
    """Enter an asynchronous context manager; it is left when the stack is."""
    cls = type(cm)
    try:
      _enter = cls.__aenter__
      _exit = cls.__aexit__
    except AttributeError:
      raise TypeError(f"'{cls.__module__}.{cls.__qualname__}' object does not support the asynchronous context manager "
                      "protocol") from None
    result = await _enter(cm)
    self._push_async_cm_exit(cm, _exit)
    return result

  def push_async_exit(self, exit):
    """Register an object with __aexit__, or a coroutine function called like it."""
    _cb_type = type(exit)
    try:
      exit_method = _cb_type.__aexit__
    except AttributeError:
      self._push_exit_callback(exit, False)
    else:
      self._push_async_cm_exit(exit, exit_method)
    return exit

  def push_async_callback(self, callback, /, *args, **kwds):
    """Await a coroutine function when the stack is left."""
    _exit_wrapper = self._create_async_cb_wrapper(callback, *args, **kwds)
    _exit_wrapper.__wrapped__ = callback
    self._push_exit_callback(_exit_wrapper, False)
    return callback

  async def aclose(self):
    """Leave everything now."""
    await self.__aexit__(None, None, None)

  def _push_async_cm_exit(self, cm, cm_exit):
    self._push_exit_callback(_bind(cm_exit, cm), False)

  async def __aenter__(self):
    return self

  async def __aexit__(self, *exc_details):
    received_exc = exc_details[0] is not None
    frame_exc = sys.exc_info()[1]
    suppressed_exc = False
    pending_raise = False
    while self._exit_callbacks:
      is_sync, cb = self._exit_callbacks.pop()
      try:
        cb_suppress = cb(*exc_details) if is_sync else await cb(*exc_details)
        if cb_suppress:
          suppressed_exc = True
          pending_raise = False
          exc_details = (None, None, None)
      except BaseException as new_exc:
        _fix_context(new_exc, exc_details[1], frame_exc)
        pending_raise = True
        exc_details = (type(new_exc), new_exc, new_exc.__traceback__)
    if pending_raise:
      fixed_ctx = exc_details[1].__context__
      try:
        raise exc_details[1]
      except BaseException:
        exc_details[1].__context__ = fixed_ctx
        raise
    return received_exc and suppressed_exc


class nullcontext(AbstractContextManager, AbstractAsyncContextManager):
  """A context manager that does nothing but give its value."""

  def __init__(self, enter_result=None):
    self.enter_result = enter_result

  def __enter__(self):
    return self.enter_result

  def __exit__(self, *excinfo):
    pass

  async def __aenter__(self):
    return self.enter_result

  async def __aexit__(self, *excinfo):
    pass


class chdir(AbstractContextManager):
  """Works in another folder during the block."""

  def __init__(self, path):
    self.path = path
    self._old_cwd = []

  def __enter__(self):
    import os
    self._old_cwd.append(os.getcwd())
    os.chdir(self.path)

  def __exit__(self, *excinfo):
    import os
    os.chdir(self._old_cwd.pop())
