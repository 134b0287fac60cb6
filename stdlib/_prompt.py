"""The prompt's half in the language: one loop for the whole session, tasks that go on while the user types, and the commands that begin with a colon.

The other half is src/cli/repl.cpp, which reads lines, runs statements and shows exceptions.
"""
import asyncio
import sys
import time
from _asyncio import _set_running_loop, _unfinished_tasks

HELP = """\
:tasks          the unfinished tasks: number, name, where each one waits
:cancel N       cancel task N of :tasks
:time EXPR      run an expression or statement, await included, and show the time it takes
:load FILE      run the statements of a file in this session
:save FILE      write what was typed so far into a file
:reset          forget all names and cancel all tasks
:help           this list; help(object) describes an object
Ctrl-C interrupts what runs; Ctrl-D leaves. _ is the last value, _exc the last exception."""


class Session:
  """A runner that lives as long as the prompt, and the names that its statements see."""

  def __init__(self, namespace):
    self._namespace = namespace
    self._runner = asyncio.Runner()
    self._inputs = []
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
    self._inputs.append(text)

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
    name, _, rest = line.strip()[1:].partition(" ")
    function = getattr(self, "_command_" + name, None)
    if function is None:
      print(f"There is no command :{name}; :help lists them.", file=sys.stderr)
      return
    function(rest.strip())

  def _run_apart(self, main, *, debug=None, loop_factory=None):
    """asyncio.run() as statements see it: in a loop of its own, although the session's counts as running."""
    _set_running_loop(None)
    try:
      return self._run(main, debug=debug, loop_factory=loop_factory)
    finally:
      _set_running_loop(self.loop())

  def _execute(self, text, filename, mode="exec"):
    from inspect import iscoroutine
    code = compile(text, filename, mode, flags=0x2000)  # ast.PyCF_ALLOW_TOP_LEVEL_AWAIT
    _set_running_loop(self.loop())
    try:
      result = eval(code, self._namespace)
    finally:
      _set_running_loop(None)
    return self.run(result) if iscoroutine(result) else result

  def _tasks(self):
    return sorted(_unfinished_tasks(self.loop()), key=lambda task: (len(task.get_name()), task.get_name()))

  def _command_help(self, rest):
    print(HELP)

  def _command_tasks(self, rest):
    tasks = self._tasks()
    for number, task in enumerate(tasks, 1):
      stack = task.get_stack()
      where = f"{stack[-1].f_code.co_filename}:{stack[-1].f_lineno} in {stack[-1].f_code.co_name}" if stack else "?"
      print(f"{number:3} {task.get_name():16} {where}")
    if not tasks:
      print("There are no unfinished tasks.")

  def _command_cancel(self, rest):
    tasks = self._tasks()
    if not rest.isdigit() or not 1 <= int(rest) <= len(tasks):
      print("Write :cancel N, where N is a number of :tasks.", file=sys.stderr)
      return
    tasks[int(rest) - 1].cancel()

  def _command_time(self, rest):
    wall, processor = time.perf_counter(), time.process_time()
    try:
      self._execute(rest, "<time>", "single")
    finally:
      wall, processor = time.perf_counter() - wall, time.process_time() - processor
      print(f"{wall * 1000:.3f} ms, processor {processor * 1000:.3f} ms")

  def _command_load(self, rest):
    with open(rest) as file:
      self._execute(file.read(), rest)

  def _command_save(self, rest):
    with open(rest, "w") as file:
      file.write("".join(self._inputs))

  def _command_reset(self, rest):
    for task in self._tasks():
      task.cancel()
    for name in [name for name in self._namespace if not name.startswith("__")]:
      del self._namespace[name]


async def _input_arrived(descriptor):
  loop = asyncio.get_running_loop()
  arrived = loop.create_future()
  loop.add_reader(descriptor, lambda: arrived.done() or arrived.set_result(None))
  try:
    await arrived
  finally:
    loop.remove_reader(descriptor)
