"""Who waits for whom: call graphs of tasks and futures, for reports about programs that hang.

A task's stack is the chain of its awaits. Who waits for a future is found among the unfinished tasks of its loop.
"""
import sys
from dataclasses import dataclass

from _asyncio import Future, Task, _get_running_loop, _unfinished_tasks, current_task

from .futures import _get_loop

__all__ = ("capture_call_graph", "format_call_graph", "print_call_graph", "FrameCallGraphEntry", "FutureCallGraph")


@dataclass(frozen=True, slots=True)
class FrameCallGraphEntry:
  """A level of a stack."""
  frame: object


@dataclass(frozen=True, slots=True)
class FutureCallGraph:
  """A future, its stack from the innermost level outwards, and the graphs of the tasks that wait for it."""
  future: Future
  call_stack: tuple
  awaited_by: tuple


def _waits_for(task, future):
  waiting_on = task._fut_waiter
  return waiting_on is future or future in getattr(waiting_on, "_children", ())


def _awaiters(future):
  tasks = _unfinished_tasks(_get_loop(future))
  found = [task for task in tasks if _waits_for(task, future)]
  for callback, _ in future._callbacks or ():
    # A TaskGroup waits for its tasks with a callback of its own; wait() for a future that the callback sets.
    holder = getattr(callback, "__self__", None)
    parent = getattr(holder, "_parent_task", None)
    waiting = [parent] if parent is not None and not parent.done() else []
    if isinstance(holder, Future):
      waiting = [task for task in tasks if task._fut_waiter is holder]
    found.extend(task for task in waiting if task not in found)
  return found


def _cut(levels, limit):
  """At most `limit` levels, nearest to the future; a negative limit counts from the other end."""
  if limit is None:
    return levels
  if limit == 0:
    return []
  return levels[:limit] if limit > 0 else levels[limit:]


def _stack(future, limit):
  if not isinstance(future, Task):
    return ()
  frames = list(reversed(future._frames()))
  return tuple(FrameCallGraphEntry(frame) for frame in _cut(frames, limit))


def _graph(future, limit, seen):
  seen = seen | {future}
  awaited_by = tuple(_graph(task, limit, seen) for task in _awaiters(future) if task not in seen)
  return FutureCallGraph(future, _stack(future, limit), awaited_by)


def capture_call_graph(future=None, /, *, depth=1, limit=None):
  """The graph of a future or task; without one, of the running task (None outside of a task).

  `depth`: for the running task, how many of the innermost levels to leave out. `limit`: at most so many levels of each
  stack; negative: the outermost ones.
  """
  loop = _get_running_loop()
  if future is not None and not (isinstance(future, Future) or hasattr(future, "_asyncio_future_blocking")):
    raise TypeError(f"{future!r} object does not appear to be compatible with asyncio.Future")
  if future is None:
    if loop is None:
      raise RuntimeError("capture_call_graph() is called outside of a running event loop and no future to introspect was "
                         "provided")
    future = current_task(loop)
    if future is None:
      return None
  if loop is None or future is not current_task(loop):
    return _graph(future, limit, frozenset())
  frames = []
  frame = sys._getframe(depth)
  while frame is not None:
    frames.append(frame)
    frame = frame.f_back
  running = _running_levels(frames, future)
  stack = tuple(FrameCallGraphEntry(level) for level in _cut(running, limit))
  awaited_by = tuple(_graph(task, limit, frozenset((future,))) for task in _awaiters(future))
  return FutureCallGraph(future, stack, awaited_by)


def _running_levels(frames, task):
  """The frames up to the task's own coroutine; what is outside of it is the loop's."""
  code = getattr(task.get_coro(), "cr_code", None)
  for index, frame in enumerate(frames):
    if frame.f_code is code and not any(outer.f_code is code for outer in frames[index + 1:]):
      return frames[:index + 1]
  return frames


# co_flags of what can be suspended.
_KINDS = ((0x80, "async "), (0x200, "async generator "), (0x20, "generator "))


def _level_line(frame):
  code = frame.f_code
  kind = next((text for flag, text in _KINDS if code.co_flags & flag), "")
  return f"  |   File {code.co_filename!r}, line {frame.f_lineno}, in {kind}{code.co_qualname}()"


def _lines(graph, indent):
  future = graph.future
  if isinstance(future, Task):
    yield f"{indent}* Task(name={future.get_name()!r}, id={id(future):#x})"
  else:
    yield f"{indent}* Future(id={id(future):#x})"
  if graph.call_stack:
    yield indent + "  + Call stack:"
    for entry in graph.call_stack:
      yield indent + _level_line(entry.frame)
  if graph.awaited_by:
    yield indent + "  + Awaited by:"
    for awaiter in graph.awaited_by:
      yield from _lines(awaiter, indent + "    ")


def format_call_graph(future=None, /, *, depth=1, limit=None):
  """The graph of capture_call_graph() as text."""
  graph = capture_call_graph(future, depth=depth + 1, limit=limit)
  return "" if graph is None else "\n".join(_lines(graph, ""))


def print_call_graph(future=None, /, *, file=None, depth=1, limit=None):
  """Write the graph, to stdout unless a file is given."""
  print(format_call_graph(future, depth=depth + 1, limit=limit), file=file)
