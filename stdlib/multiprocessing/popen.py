"""How a child is made, watched and ended: a copy by fork(), or a fresh interpreter."""
import os
import sys

import _posixsubprocess
import _signal

from . import context, util
from .process import current_process


class _Popen:
  """A child: its number, its exit code, and a descriptor that becomes readable when it ends."""

  def __init__(self, process_obj):
    util._flush_std_streams()
    self.returncode = None
    self.finalizer = None
    self._launch(process_obj)

  def poll(self, flag=os.WNOHANG):
    """The exit code, or None while the child lives."""
    if self.returncode is None:
      try:
        pid, status = os.waitpid(self.pid, flag)
      except OSError:
        # Not a child of this process, or already reaped by somebody else.
        return None
      if pid == self.pid:
        self.returncode = os.waitstatus_to_exitcode(status)
    return self.returncode

  def wait(self, timeout=None):
    """Wait for the end: the exit code, or None when the time is over."""
    if self.returncode is None:
      if timeout is not None:
        from .connection import wait
        if not wait([self.sentinel], timeout):
          return None
      # A child whose descriptor is closed ends at once, but may not have ended yet.
      return self.poll(os.WNOHANG if timeout == 0.0 else 0)
    return self.returncode

  def _send_signal(self, number):
    if self.returncode is None:
      try:
        os.kill(self.pid, number)
      except ProcessLookupError:
        pass
      except OSError:
        if self.wait(timeout=0.1) is None:
          raise

  def terminate(self):
    self._send_signal(_signal.SIGTERM)

  def kill(self):
    self._send_signal(_signal.SIGKILL)

  def close(self):
    """Close the descriptors."""
    if self.finalizer is not None:
      self.finalizer()


class ForkPopen(_Popen):
  """A child that is a copy of this process."""

  method = "fork"

  def _launch(self, process_obj):
    code = 1
    parent_read, child_write = os.pipe()
    child_read, parent_write = os.pipe()
    self.pid = os.fork()
    if self.pid == 0:
      try:
        os.close(parent_read)
        os.close(parent_write)
        code = process_obj._bootstrap(parent_sentinel=child_read)
      finally:
        os._exit(code)
    os.close(child_write)
    os.close(child_read)
    self.finalizer = util.Finalize(self, util.close_fds, (parent_read, parent_write))
    self.sentinel = parent_read


class SpawnPopen(_Popen):
  """A child that starts from nothing and unpickles its process object."""

  method = "spawn"

  def __init__(self, process_obj):
    self._descriptors = []
    super().__init__(process_obj)

  def duplicate_for_child(self, descriptor):
    """The child gets the descriptor under the same number."""
    self._descriptors.append(descriptor)
    return descriptor

  def _launch(self, process_obj):
    from . import spawn
    from .reduction import ForkingPickler
    preparation = spawn.get_preparation_data(process_obj._name)
    context.set_spawning_popen(self)
    try:
      data = ForkingPickler.dumps(preparation) + ForkingPickler.dumps(process_obj)
    finally:
      context.set_spawning_popen(None)
    parent_read, child_write = os.pipe()
    child_read, parent_write = os.pipe()
    try:
      command = spawn.get_command_line(child_read)
      self.pid, error, step = _posixsubprocess.fork_exec(
        command, [command[0]], True, tuple(sorted({child_read, child_write, *self._descriptors})), None, None,
        -1, -1, -1, False, False, -1, -1, None, -1, -1, None)
      if error:
        raise OSError(error, os.strerror(error), command[0])
      self.sentinel = parent_read
      import _multiprocessing
      _multiprocessing.send_message(parent_write, data)
    except BrokenPipeError:
      pass  # it ended before it read anything: the exit code will tell
    except:
      os.close(parent_read)
      os.close(parent_write)
      raise
    finally:
      os.close(child_read)
      os.close(child_write)
    self.finalizer = util.Finalize(self, util.close_fds, (parent_read, parent_write))
