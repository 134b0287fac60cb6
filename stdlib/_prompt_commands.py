"""The commands of the prompt: lines that begin with a colon. They show and change the session that _prompt.Session keeps.

A command that cannot do what it was told raises CommandError: one line for the user, no traceback.
"""
import asyncio
import os
import sys
import time

import _inspector
from _asyncio import _unfinished_tasks

__all__ = ["CommandError", "names", "run"]


# The folder of the library: as embedded, or where COIL_STDLIB says.
_LIBRARY = os.path.dirname(os.path.dirname(asyncio.__file__))


class CommandError(Exception):
  """What is wrong with a command, in one line."""


def run(session, line):
  """Obey a line that begins with a colon."""
  name, _, rest = line.strip()[1:].partition(" ")
  try:
    command = _COMMANDS.get(name)
    if command is None:
      raise CommandError(_unknown(name))
    function, usage, _ = command
    rest = rest.strip()
    if bool(rest) != (" " in usage):
      raise CommandError(f"write {usage}" if not rest else f"write {usage} alone")
    function(session, rest)
  except CommandError as error:
    print(error, file=sys.stderr)


def _unknown(name):
  if not name:
    return "write a command behind the colon; :help lists them"
  from difflib import get_close_matches
  near = get_close_matches(name, _COMMANDS, 1)
  return f"there is no command :{name}; " + (f"did you mean :{near[0]}?" if near else ":help lists them")


def names():
  """The words after a colon, for completion."""
  return sorted(_COMMANDS)


def _help(session, rest):
  for _, usage, text in _COMMANDS.values():
    print(f"{usage:11} {text}")
  print("Ctrl-C interrupts what runs; Ctrl-D leaves. _ is the last value, _exc the last exception.")


def _tasks(session):
  """In the order in which they were made."""
  return _unfinished_tasks(session.loop())


# Native operations as programs write them.
_OPERATIONS = {
  "turn": "sleep(0)", "sleep": "sleep()", "event_wait": "{}.wait()", "lock_acquire": "{}.acquire()", "semaphore_acquire": "{}.acquire()",
  "queue_get": "{}.get()", "queue_put": "{}.put()", "queue_join": "{}.join()", "group_exit": "{}.__aexit__()",
}


def _is_library(frame):
  return frame.f_code.co_filename.startswith(_LIBRARY)


def _state(task):
  if task.done():
    return "done"
  if task.cancelling():
    return "cancelling"
  return "waiting" if task._fut_waiter is not None else "ready"


def _waits_for(task):
  """What the program wrote behind its `await`, or which task or futures it waits for."""
  waiter = task._fut_waiter
  if waiter is None:
    return ""
  if isinstance(waiter, asyncio.Task):
    return waiter.get_name()
  children = getattr(waiter, "_children", None)
  if children is not None:
    return f"gather: {sum(not child.done() for child in children)} of {len(children)}"
  frames = task._frames()
  program = [index for index, frame in enumerate(frames) if not _is_library(frame)]
  inner = frames[program[-1] + 1:] if program else frames
  if inner and inner[0].f_code.co_name not in ("__aenter__", "__anext__"):
    return f"{inner[0].f_code.co_qualname}()"
  operation = _inspector.operation(task)
  if operation is None:
    return "a future"
  name, owner = operation
  return _OPERATIONS.get(name, name).format(type(owner).__name__)


def _place(task):
  """The innermost level of the program."""
  frame = next((frame for frame in reversed(task._frames()) if not _is_library(frame)), None)
  return "" if frame is None else f"{frame.f_code.co_filename}:{frame.f_lineno} in {frame.f_code.co_name}"


def _list_tasks(session, rest):
  rows = [(str(number), task.get_name(), _state(task), _waits_for(task), _place(task)) for number, task in enumerate(_tasks(session), 1)]
  if not rows:
    print("There are no unfinished tasks.")
    return
  rows.insert(0, ("N", "name", "state", "waits for", "where"))
  widths = [max(len(row[column]) for row in rows) for column in range(4)]
  for row in rows:
    print("  ".join([*(text.ljust(width) for text, width in zip(row, widths)), row[4]]).rstrip())


def _awaited(task, tasks):
  """The unfinished tasks that a task waits for: directly, with gather(), wait() or wait_for(), in a task group."""
  waiter = task._fut_waiter
  if waiter is None:
    return []

  def is_awaited(other):
    return other is waiter or any(target is waiter or getattr(target, "_parent_task", None) is task for target in _inspector.watchers(other))

  return [other for other in tasks if is_awaited(other)]


def _tree(session, rest):
  tasks = _tasks(session)
  awaited = {task: _awaited(task, tasks) for task in tasks}
  children = {child for found in awaited.values() for child in found}
  shown = set()

  def show(task, indent):
    line = f"{indent}{task.get_name()}  {_waits_for(task) or _state(task)}"
    if task in shown:
      print(line + "  (above)")
      return
    shown.add(task)
    print(f"{line}  {_place(task)}".rstrip())
    for child in awaited[task]:
      show(child, indent + "  ")

  for task in tasks:
    if task not in children:
      show(task, "")
  for task in tasks:  # tasks that wait for each other
    if task not in shown:
      show(task, "")
  if not tasks:
    print("There are no unfinished tasks.")


def _cancel(session, rest):
  tasks = _tasks(session)
  if not rest.isdecimal() or not 1 <= int(rest) <= len(tasks):
    raise CommandError("write :cancel N, where N is a number of :tasks")
  tasks[int(rest) - 1].cancel()


def _execute(session, text, filename, mode="exec"):
  """Run a text; of a mistake in it the place is shown, without the levels of the prompt."""
  try:
    session.execute(text, filename, mode)
  except SyntaxError as error:
    if error.filename != filename:
      raise
    session.namespace["_exc"] = error
    sys.excepthook(type(error), error.with_traceback(None), None)


def _amount(count):
  for unit in ("bytes", "kB", "MB"):
    if count < 1000:
      break
    count /= 1000
  else:
    unit = "GB"
  return f"{count:.0f} {unit}" if unit == "bytes" else f"{count:.1f} {unit}"


def _time(session, rest):
  steps, allocated = _inspector.counters()
  wall, processor = time.perf_counter(), time.process_time()
  try:
    _execute(session, rest, "<time>", "single")
  finally:
    wall, processor = time.perf_counter() - wall, time.process_time() - processor
    now_steps, now_allocated = _inspector.counters()
    print(f"{wall * 1000:.3f} ms, processor {processor * 1000:.3f} ms, {now_steps - steps} switches, "
          f"{_amount(now_allocated - allocated)} allocated")


def _code_of(value):
  """What has bytecode behind an object: functions, methods, wrapped functions, coroutines, classes (their functions)."""
  if isinstance(value, type):
    return [code for member in vars(value).values() for code in _code_of(member) if not isinstance(member, type)]
  for name in ("__func__", "fget", "__wrapped__", "func", "cr_code", "gi_code", "ag_code", "__code__"):
    inner = getattr(value, name, None)
    if inner is not None and inner is not value:
      return [inner] if name.endswith("code") or name == "__code__" else _code_of(inner)
  return [value] if type(value).__name__ == "code" else []


def _dis(session, rest):
  try:
    value = session.evaluate(rest)
  except Exception as error:
    raise CommandError(f"{type(error).__name__}: {error}") from None
  codes = _code_of(value)
  if not codes:
    raise CommandError(f"{rest} has no bytecode: a function of the program is wanted, not {type(value).__name__}")
  for code in codes:
    print(_inspector.disassembly(code), end="")


def _read(path):
  try:
    with open(path, encoding="utf-8") as file:
      return file.read()
  except UnicodeDecodeError:
    raise CommandError(f"cannot read {path}: it is no UTF-8 text") from None
  except OSError as error:
    raise CommandError(f"cannot read {path}: {error.strerror}") from None


def _load(session, rest):
  path = os.path.expanduser(rest)
  _execute(session, _read(path), path)


def _save(session, rest):
  try:
    with open(os.path.expanduser(rest), "w", encoding="utf-8") as file:
      file.write("".join(session.inputs))
  except OSError as error:
    raise CommandError(f"cannot write {rest}: {error.strerror}") from None


def _edit(session, rest):
  import shlex
  import subprocess
  import tempfile
  editor = shlex.split(os.environ.get("VISUAL") or os.environ.get("EDITOR") or "")
  if not editor:
    raise CommandError("set VISUAL or EDITOR to the editor you want")
  with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, "input.py")
    with open(path, "w", encoding="utf-8") as file:
      file.write(session.inputs[-1] if session.inputs else "")
    try:
      status = subprocess.run([*editor, path]).returncode
    except OSError as error:
      raise CommandError(f"cannot run {editor[0]}: {error.strerror}") from None
    if status:
      raise CommandError(f"{editor[0]} ended with status {status}; nothing is run")
    text = _read(path)
  if text.strip():
    session.note(text if text.endswith("\n") else text + "\n")
    _execute(session, text, "<edit>")


def _reset(session, rest):
  for task in _tasks(session):
    task.cancel()
  for name in [name for name in session.namespace if not name.startswith("__")]:
    del session.namespace[name]


# Name: (function, how it is written, what it does).
_COMMANDS = {
  "tasks": (_list_tasks, ":tasks", "the unfinished tasks: state, what each one waits for, and where"),
  "tree": (_tree, ":tree", "the unfinished tasks below those that await them"),
  "cancel": (_cancel, ":cancel N", "cancel task N of :tasks"),
  "time": (_time, ":time EXPR", "run an expression or statement, await included: time, task switches, memory"),
  "dis": (_dis, ":dis NAME", "the bytecode of a function, method or class"),
  "load": (_load, ":load FILE", "run the statements of a file in this session"),
  "save": (_save, ":save FILE", "write what was typed so far into a file"),
  "edit": (_edit, ":edit", "write the last input anew in $VISUAL or $EDITOR, then run it"),
  "reset": (_reset, ":reset", "forget all names and cancel all tasks"),
  "help": (_help, ":help", "this list; help(object) describes an object"),
}
