"""Stacks of tasks, and their repr for tasks in the language."""
import linecache
import reprlib
import traceback

from . import base_futures, coroutines


def _task_repr_info(task):
  info = base_futures._future_repr_info(task)
  if task.cancelling() and not task.done():
    info[0] = "cancelling"
  info[1:1] = [f"name={task.get_name()!r}", f"coro=<{coroutines._format_coroutine(task._coro)}>"]
  if task._fut_waiter is not None:
    info.insert(3, f"wait_for={task._fut_waiter!r}")
  return info


@reprlib.recursive_repr()
def _task_repr(task):
  return f"<{task.__class__.__name__} {' '.join(_task_repr_info(task))}>"


def _coroutine_frame(coro):
  for name in ("cr_frame", "gi_frame", "ag_frame"):
    if hasattr(coro, name):
      return getattr(coro, name)
  return None


def _task_get_stack(task, limit):
  frame = _coroutine_frame(task._coro)
  if frame is not None:
    # A suspended coroutine has its own frame only; a running one also those that run it. The newest are kept.
    frames = []
    while frame is not None and (limit is None or not limit <= len(frames)):
      frames.append(frame)
      frame = frame.f_back
    frames.reverse()
    return frames
  frames = []
  error = task._exception
  entry = error.__traceback__ if error is not None else None
  while entry is not None and (limit is None or not limit <= len(frames)):
    frames.append(entry.tb_frame)
    entry = entry.tb_next
  return frames


def _task_print_stack(task, limit, file):
  entries = []
  for frame in task.get_stack(limit=limit):
    code = frame.f_code
    linecache.checkcache(code.co_filename)
    line = linecache.getline(code.co_filename, frame.f_lineno, frame.f_globals)
    entries.append((code.co_filename, frame.f_lineno, code.co_name, line))
  error = task._exception
  if not entries:
    print(f"No stack for {task!r}", file=file)
  else:
    kind = "Stack" if error is None else "Traceback"
    print(f"{kind} for {task!r} (most recent call last):", file=file)
  traceback.print_list(entries, file=file)
  if error is not None:
    for line in traceback.format_exception_only(type(error), error):
      print(line, file=file, end="")
