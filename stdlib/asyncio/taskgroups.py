"""TaskGroup: tasks that are all done when the block is left."""
from _asyncio import CancelledError, _direct, _group_callback, _group_close, _group_spawn, _group_tasks, current_task, get_running_loop

__all__ = ("TaskGroup",)


def _leaves_everything(error):
  return isinstance(error, (SystemExit, KeyboardInterrupt))


class TaskGroup:
  """Waits for its tasks at the end of an `async with` block. A failure cancels the others and the block itself."""

  # Defaults of the class keep the instances small: most groups never change them.
  _exiting = False
  _aborting = False
  _loop = None
  _parent_task = None
  _cancelled_parent = False
  _errors = None  # a list from the first one on
  _base_error = None
  _all_done = None
  _interruption = None  # what was thrown into a native wait of __aexit__()
  _on_done = None  # knows the tasks, once entered; calls _on_task_done() for those that did not just return

  def __init__(self):
    pass

  @property
  def _entered(self):
    return self._on_done is not None

  @property
  def _tasks(self):
    if self._on_done is None:
      return set()
    return {task for task in _group_tasks(self._on_done) if not task.done()}

  def __repr__(self):
    info = ""
    if self._on_done is not None and self._on_done.remaining:
      info += f" tasks={self._on_done.remaining}"
    if self._errors:
      info += f" errors={len(self._errors)}"
    if self._aborting:
      info += " cancelling"
    elif self._entered:
      info += " entered"
    return f"<TaskGroup{info}>"

  async def __aenter__(self):
    if self._entered:
      raise RuntimeError(f"TaskGroup {self!r} has already been entered")
    if self._loop is None:
      self._loop = get_running_loop()
    self._parent_task = current_task(self._loop)
    if self._parent_task is None:
      raise RuntimeError(f"TaskGroup {self!r} cannot determine the parent task")
    self._on_done = _group_callback(self)
    return self
  _direct("group_enter", __aenter__)

  async def __aexit__(self, exc_type, exc, tb):
    resumed = self._exiting  # after the native wait for the tasks
    self._exiting = True
    _group_close(self._on_done)
    if exc is not None and self._base_error is None and _leaves_everything(exc):
      self._base_error = exc
    cancellation = exc if exc_type is CancelledError else None
    # The group's own request to cancel the parent is taken back; other requests keep the cancellation alive.
    if self._cancelled_parent and not resumed and self._parent_task.uncancel() == 0:
      cancellation = None
    if exc_type is not None and not self._aborting:
      self._abort()

    # The parent may be cancelled while it waits, and more than once.
    while self._on_done.remaining or self._interruption is not None:
      if self._all_done is None:
        self._all_done = self._loop.create_future()
      try:
        if self._interruption is not None:
          raise self._interruption
        await self._all_done
      except CancelledError as error:
        if not self._aborting:
          cancellation = error
          self._abort()
      finally:
        self._interruption = None
      self._all_done = None

    if self._base_error is not None:
      raise self._base_error
    if cancellation and not self._errors:
      raise cancellation
    if exc_type is not None and exc_type is not CancelledError:
      self._add_error(exc)
    if self._errors:
      try:
        raise BaseExceptionGroup("unhandled errors in a TaskGroup", self._errors) from None
      finally:
        self._errors = None
  _direct("group_exit", __aexit__)

  def create_task(self, coro, *, name=None, context=None):
    """Start a task of the group."""
    if not self._entered:
      raise RuntimeError(f"TaskGroup {self!r} has not been entered")
    if self._exiting and not self._on_done.remaining:
      raise RuntimeError(f"TaskGroup {self!r} is finished")
    if self._aborting:
      raise RuntimeError(f"TaskGroup {self!r} is shutting down")
    return _group_spawn(self, coro, name, context)
  _direct("group_create_task", create_task)

  def _add_error(self, error):
    if self._errors is None:
      self._errors = []
    self._errors.append(error)

  def _abort(self):
    self._aborting = True
    _group_close(self._on_done)
    for task in _group_tasks(self._on_done):
      if not task.done():
        task.cancel()

  def _on_task_done(self, task):
    if self._all_done is not None and not self._on_done.remaining and not self._all_done.done():
      self._all_done.set_result(True)
    if task.cancelled():
      return
    error = task.exception()
    if error is None:
      return
    self._add_error(error)
    if self._base_error is None and _leaves_everything(error):
      self._base_error = error
    if self._parent_task.done():
      self._loop.call_exception_handler({
        "message": f"Task {task!r} has errored out but its parent task {self._parent_task} is already completed",
        "exception": error,
        "task": task,
      })
      return
    if not self._aborting and not self._cancelled_parent:
      # The block itself has to end too; __aexit__ undoes this request.
      self._abort()
      self._cancelled_parent = True
      self._parent_task.cancel()
