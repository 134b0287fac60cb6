"""Test cases whose methods are coroutines."""

import asyncio
import contextvars
import warnings

from unittest.case import TestCase

__unittest = True


class IsolatedAsyncioTestCase(TestCase):
  """Each test has an event loop of its own; set-up, test and cleanups run in one context."""

  def __init__(self, methodName="runTest"):
    super().__init__(methodName)
    self._asyncioRunner = None
    self._asyncioTestContext = contextvars.copy_context()

  async def asyncSetUp(self):
    """Called after setUp()."""

  async def asyncTearDown(self):
    """Called before tearDown()."""

  def addAsyncCleanup(self, func, /, *args, **kwargs):
    """A coroutine function to await at the end of the test."""
    self.addCleanup(func, *args, **kwargs)

  async def enterAsyncContext(self, cm):
    """Enters an asynchronous context that lasts until the end of the test."""
    cls = type(cm)
    try:
      enter, exit = cls.__aenter__, cls.__aexit__
    except AttributeError:
      raise TypeError(f"'{cls.__module__}.{cls.__qualname__}' object does not support the asynchronous context manager protocol") from None
    result = await enter(cm)
    self.addAsyncCleanup(exit, cm, None, None, None)
    return result

  def _callSetUp(self):
    # The loop is there for setUp(), which may be given to code that asks for it.
    self._asyncioRunner.get_loop()
    self._asyncioTestContext.run(self.setUp)
    self._callAsync(self.asyncSetUp)

  def _callTestMethod(self, method):
    if self._callMaybeAsync(method) is not None:
      warnings.warn(f"It is deprecated to return a value that is not None from a test case ({method})", DeprecationWarning, stacklevel=4)

  def _callTearDown(self):
    self._callAsync(self.asyncTearDown)
    self._asyncioTestContext.run(self.tearDown)

  def _callCleanup(self, function, *args, **kwargs):
    self._callMaybeAsync(function, *args, **kwargs)

  def _callAsync(self, func, /, *args, **kwargs):
    assert self._asyncioRunner is not None, "asyncio runner is not initialized"
    from inspect import iscoroutinefunction
    assert iscoroutinefunction(func), f"{func!r} is not an async function"
    return self._asyncioRunner.run(func(*args, **kwargs), context=self._asyncioTestContext)

  def _callMaybeAsync(self, func, /, *args, **kwargs):
    assert self._asyncioRunner is not None, "asyncio runner is not initialized"
    from inspect import iscoroutinefunction
    if iscoroutinefunction(func):
      return self._asyncioRunner.run(func(*args, **kwargs), context=self._asyncioTestContext)
    return self._asyncioTestContext.run(func, *args, **kwargs)

  def _setupAsyncioRunner(self):
    assert self._asyncioRunner is None, "asyncio runner is already initialized"
    self._asyncioRunner = asyncio.Runner(debug=True)

  def _tearDownAsyncioRunner(self):
    self._asyncioRunner.close()

  def run(self, result=None):
    self._setupAsyncioRunner()
    try:
      return super().run(result)
    finally:
      self._tearDownAsyncioRunner()

  def debug(self):
    self._setupAsyncioRunner()
    super().debug()
    self._tearDownAsyncioRunner()

  def __del__(self):
    if self._asyncioRunner is not None:
      self._tearDownAsyncioRunner()
