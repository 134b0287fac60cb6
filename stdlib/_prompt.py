"""The prompt's half in the language: one loop for the whole session, tasks that go on while the user types; in _prompt_commands the commands that begin with a colon.

The other half is src/cli/repl.cpp, which reads lines, runs statements and shows exceptions.
"""
import asyncio
import sys
from _asyncio import _set_running_loop, _unfinished_tasks


class Session:
  """A runner that lives as long as the prompt, and the names that its statements see."""

  def __init__(self, namespace):
    self.namespace = namespace
    self._runner = asyncio.Runner()
    self.inputs = []
    self._run = asyncio.run
    asyncio.run = self._run_apart

  def loop(self):
    """The loop of the session."""
    return self._runner.get_loop()

  def run(self, coroutine):
    """Run what a statement with `await` left."""
    return self._runner.run(coroutine)

  def note(self, text):
    """Remember a statement that was typed."""
    self.inputs.append(text)

  def wait_for_input(self):
    """Let the tasks run until standard input has something to read."""
    if _unfinished_tasks(self.loop()):
      self._runner.run(_input_arrived(sys.stdin.fileno()))

  def close(self):
    """Cancel the tasks that are left, and close the loop."""
    asyncio.run = self._run
    self._runner.close()

  def command(self, line):
    """Obey a line that begins with a colon."""
    import _prompt_commands
    _prompt_commands.run(self, line)

  def _run_apart(self, main, *, debug=None, loop_factory=None):
    """asyncio.run() as statements see it: in a loop of its own, although the session's counts as running."""
    _set_running_loop(None)
    try:
      return self._run(main, debug=debug, loop_factory=loop_factory)
    finally:
      _set_running_loop(self.loop())

  def evaluate(self, text):
    """The value of an expression."""
    return eval(compile(text, "<command>", "eval"), self.namespace)

  def execute(self, text, filename, mode="exec"):
    """Run a text as if it were typed, and wait for what it awaits."""
    from inspect import iscoroutine
    code = compile(text, filename, mode, flags=0x2000)  # ast.PyCF_ALLOW_TOP_LEVEL_AWAIT
    _set_running_loop(self.loop())
    try:
      result = eval(code, self.namespace)
    finally:
      _set_running_loop(None)
    return self.run(result) if iscoroutine(result) else result


async def _input_arrived(descriptor):
  loop = asyncio.get_running_loop()
  arrived = loop.create_future()
  loop.add_reader(descriptor, lambda: arrived.done() or arrived.set_result(None))
  try:
    await arrived
  finally:
    loop.remove_reader(descriptor)
