"""How objects are pickled for other processes."""
import copyreg
import io
import pickle

from . import context

__all__ = ["ForkingPickler", "register", "dump", "DupFd"]


class ForkingPickler(pickle.Pickler):
  """A pickler with reductions of this package's own."""

  _extra_reducers = {}

  def __init__(self, *args):
    super().__init__(*args)
    self.dispatch_table = {**copyreg.dispatch_table, **self._extra_reducers}

  @classmethod
  def register(cls, type, reduce):
    """Say how objects of a type are reduced when they are sent."""
    cls._extra_reducers[type] = reduce

  @classmethod
  def dumps(cls, obj, protocol=None):
    """The pickled form."""
    if not cls._extra_reducers:
      return pickle.dumps(obj, protocol)
    file = io.BytesIO()
    cls(file, protocol).dump(obj)
    return file.getvalue()

  loads = staticmethod(pickle.loads)


register = ForkingPickler.register


def dump(obj, file, protocol=None):
  """Write the pickled form to a file."""
  ForkingPickler(file, protocol).dump(obj)


class DupFd:
  """A descriptor in the pickle of a new process's object."""

  def __init__(self, descriptor):
    popen = context.get_spawning_popen()
    if popen is None:
      raise RuntimeError("descriptors can only be sent to a process that is being started")
    self._descriptor = popen.duplicate_for_child(descriptor)

  def detach(self):
    """The descriptor in the child."""
    return self._descriptor
