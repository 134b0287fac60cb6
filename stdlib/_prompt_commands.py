"""The commands of the prompt: lines that begin with a colon. They show and change the session that _prompt.Session keeps.

A command that cannot do what it was told raises CommandError: one line for the user, no traceback.
"""
import asyncio
import os
import sys
import time
from _asyncio import _unfinished_tasks

__all__ = ["CommandError", "names", "run"]


class CommandError(Exception):
  """What is wrong with a command, in one line."""


def run(session, line):
  """Obey a line that begins with a colon."""
  name, _, rest = line.strip()[1:].partition(" ")
  try:
    command = _COMMANDS.get(name)
    if command is None:
      raise CommandError(f"there is no command :{name}; :help lists them")
    function, usage, _ = command
    rest = rest.strip()
    if rest and " " not in usage:
      raise CommandError(f"write {usage} alone")
    if not rest and usage.endswith(tuple("ABCDEFGHIJKLMNOPQRSTUVWXYZ")):
      raise CommandError(f"write {usage}")
    function(session, rest)
  except CommandError as error:
    print(error, file=sys.stderr)


def names():
  """The words after a colon, for completion."""
  return sorted(_COMMANDS)


def _help(session, rest):
  for _, usage, text in _COMMANDS.values():
    print(f"{usage:15} {text}")
  print("Ctrl-C interrupts what runs; Ctrl-D leaves. _ is the last value, _exc the last exception.")


def _tasks(session):
  return sorted(_unfinished_tasks(session.loop()), key=lambda task: (len(task.get_name()), task.get_name()))


def _list_tasks(session, rest):
  tasks = _tasks(session)
  for number, task in enumerate(tasks, 1):
    stack = task.get_stack()
    where = f"{stack[-1].f_code.co_filename}:{stack[-1].f_lineno} in {stack[-1].f_code.co_name}" if stack else "?"
    print(f"{number:3} {task.get_name():16} {where}")
  if not tasks:
    print("There are no unfinished tasks.")


def _cancel(session, rest):
  tasks = _tasks(session)
  if not rest.isdecimal() or not 1 <= int(rest) <= len(tasks):
    raise CommandError("write :cancel N, where N is a number of :tasks")
  tasks[int(rest) - 1].cancel()


def _time(session, rest):
  wall, processor = time.perf_counter(), time.process_time()
  try:
    session.execute(rest, "<time>", "single")
  finally:
    wall, processor = time.perf_counter() - wall, time.process_time() - processor
    print(f"{wall * 1000:.3f} ms, processor {processor * 1000:.3f} ms")


def _load(session, rest):
  path = os.path.expanduser(rest)
  try:
    with open(path, encoding="utf-8") as file:
      text = file.read()
  except (OSError, UnicodeDecodeError) as error:
    raise CommandError(f"cannot read {rest}: {getattr(error, 'strerror', None) or error}") from None
  session.execute(text, path)


def _save(session, rest):
  try:
    with open(os.path.expanduser(rest), "w", encoding="utf-8") as file:
      file.write("".join(session.inputs))
  except OSError as error:
    raise CommandError(f"cannot write {rest}: {error.strerror}") from None


def _reset(session, rest):
  for task in _tasks(session):
    task.cancel()
  for name in [name for name in session.namespace if not name.startswith("__")]:
    del session.namespace[name]


# Name: (function, how it is written, what it does). A usage that ends in capitals needs its argument.
_COMMANDS = {
  "tasks": (_list_tasks, ":tasks", "the unfinished tasks: number, name, where each one waits"),
  "cancel": (_cancel, ":cancel N", "cancel task N of :tasks"),
  "time": (_time, ":time EXPR", "run an expression or statement, await included, and show the time it takes"),
  "load": (_load, ":load FILE", "run the statements of a file in this session"),
  "save": (_save, ":save FILE", "write what was typed so far into a file"),
  "reset": (_reset, ":reset", "forget all names and cancel all tasks"),
  "help": (_help, ":help", "this list; help(object) describes an object"),
}
