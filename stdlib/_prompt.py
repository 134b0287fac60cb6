"""The prompt's half in the language: one loop and one context for the whole session, tasks that go on while the user types; in _prompt_commands the commands that
begin with a colon, in _prompt_completion what Tab offers.

The other half is src/cli/session.cpp, which runs what was typed.
"""
import _signal
import asyncio
import sys
from _asyncio import CancelledError, _set_running_loop, _unfinished_tasks
from asyncio import runners
from contextvars import copy_context

# A task that failed is reported when so many seconds later nobody has looked at its exception.
_PATIENCE = 0.05


class Session:
  """A loop that lives as long as the prompt, and the names that its statements see."""

  def __init__(self, namespace, on_terminal=False):
    self.namespace = namespace
    self.inputs = []
    self.context = copy_context()
    self._on_terminal = on_terminal
    self._loop = None
    self._count = 0
    runners._keeps_loop = False

  def loop(self):
    """The loop of the session: the one that the program left, as long as it is open, or a new one."""
    if self._loop is None or self._loop.is_closed():
      self._loop = runners._kept_loop or asyncio.SelectorEventLoop()
      runners._kept_loop = None
      if self._on_terminal:
        self._loop.set_task_factory(self._new_task)
    return self._loop

  def run(self, coroutine):
    """Run what a statement with `await` left. Ctrl-C cancels it; pressed again, it interrupts whatever runs. Ctrl-Z makes it a task in the background."""
    self._count += 1
    loop = self.loop()
    name = f"input-{self._count}" if self._on_terminal else None
    task = loop.create_task(coroutine, context=self.context, name=name)
    return _Foreground(self, loop, task).wait()

  def note(self, text):
    """Remember a statement that was typed."""
    self.inputs.append(text)

  def wait_for_input(self):
    """Let the tasks run until standard input has something to read."""
    if _unfinished_tasks(self.loop()):
      self.run(_input_arrived(sys.stdin.fileno()))

  def close(self):
    """Cancel the tasks that are left, and close the loop."""
    loop = self.loop()
    loop.set_task_factory(None)
    try:
      runners._cancel_all_tasks(loop)
      loop.run_until_complete(loop.shutdown_asyncgens())
      loop.run_until_complete(loop.shutdown_default_executor())
    finally:
      loop.close()

  def command(self, line):
    """Obey a line that begins with a colon."""
    import _prompt_commands
    _prompt_commands.run(self, line)

  def complete(self, text):
    """What Tab offers behind a text: the part of it that is replaced, and a sorted list of words."""
    import _prompt_completion
    return _prompt_completion.complete(text, self.namespace)

  def report(self, task):
    """Show why a task failed."""
    exception = task.exception()
    print(f"Task {task.get_name()} failed:", file=sys.stderr)
    self.namespace["_exc"] = exception
    sys.excepthook(type(exception), exception, exception.__traceback__)

  def _new_task(self, loop, coro, **kwargs):
    task = asyncio.Task(coro, loop=loop, **kwargs)
    task.add_done_callback(self._task_done)
    return task

  def _task_done(self, task):
    if not task.cancelled() and task._log_traceback:
      self.loop().call_later(_PATIENCE, self._report_unread, task)

  def _report_unread(self, task):
    if task._log_traceback:
      self.report(task)

  def evaluate(self, text):
    """The value of an expression."""
    return eval(compile(text, "<command>", "eval"), self.namespace)

  def execute(self, text, filename, mode="exec"):
    """Run a text as if it were typed, and wait for what it awaits."""
    from inspect import iscoroutine
    code = compile(text, filename, mode, flags=0x2000)  # ast.PyCF_ALLOW_TOP_LEVEL_AWAIT
    _set_running_loop(self.loop())
    try:
      result = self.context.run(eval, code, self.namespace)
    finally:
      _set_running_loop(None)
    return self.run(result) if iscoroutine(result) else result


class _Foreground:
  """The wait for one input."""

  def __init__(self, session, loop, task):
    self._session = session
    self._loop = loop
    self._task = task
    self._interrupts = 0
    self._in_background = False

  def wait(self):
    """The task's result, or None when it went to the background."""
    task, loop = self._task, self._loop
    task.add_done_callback(self._done)
    restore = [self._handle(_signal.SIGINT, self._interrupt, _signal.default_int_handler)]
    if self._session._on_terminal:
      restore.append(self._handle(_signal.SIGTSTP, self._send_to_background, _signal.SIG_DFL))
    try:
      while not task.done() and not self._in_background:
        loop.run_forever()
    except BaseException:
      if task.done() and not task.cancelled():
        task.exception()  # it comes out here
      task.cancel()
      raise
    finally:
      for undo in restore:
        undo()
    task.remove_done_callback(self._done)
    if self._in_background:
      task.add_done_callback(self._done_in_background)
      return None
    try:
      return task.result()
    except CancelledError:
      if self._interrupts > 0:
        raise KeyboardInterrupt from None
      raise

  def _done(self, task):
    self._loop.stop()

  def _done_in_background(self, task):
    if not task.cancelled() and task.exception() is not None:
      self._session.report(task)

  def _interrupt(self, signum, frame):
    self._interrupts += 1
    if self._interrupts > 1 or self._task.done():
      raise KeyboardInterrupt
    self._task.cancel()
    self._loop.call_soon_threadsafe(int)  # ends a poll that is under way

  def _send_to_background(self, signum, frame):
    if self._task.done() or self._in_background:
      return
    self._in_background = True
    print(f"\n{self._task.get_name()} goes on in the background; :tasks lists it")
    self._loop.call_soon_threadsafe(self._loop.stop)

  def _handle(self, signal, handler, default):
    """Handle a signal unless the program does; what undoes it."""
    if _signal.getsignal(signal) is not default and _signal.getsignal(signal) != default:
      return int
    _signal.signal(signal, handler)

    def undo():
      if _signal.getsignal(signal) == handler:
        _signal.signal(signal, default)
    return undo


async def _input_arrived(descriptor):
  loop = asyncio.get_running_loop()
  arrived = loop.create_future()
  loop.add_reader(descriptor, lambda: arrived.done() or arrived.set_result(None))
  try:
    await arrived
  finally:
    loop.remove_reader(descriptor)
