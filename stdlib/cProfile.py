"""The profiler: how often each function was called, and the time it took.

>>> import cProfile
>>> profile = cProfile.Profile()
>>> profile.runcall(sorted, [3, 1, 2])
[1, 2, 3]

A coroutine that is suspended is not running: neither its own times nor those of its awaiter count what other tasks do meanwhile, and
each resumption of it counts as a call. What the event loop waits is the entry {method 'poll' of 'select.epoll' objects}."""
import _lsprof

import profile as _profile

__all__ = ["run", "runctx", "Profile"]


def run(statement, filename=None, sort=-1):
  """Run the statement in __main__ under the profiler; print a report sorted by `sort`, or write the statistics to a file."""
  return _profile._run(Profile, statement, filename, sort)


def runctx(statement, globals, locals, filename=None, sort=-1):
  """run() with the namespaces given."""
  return _profile._runctx(Profile, statement, globals, locals, filename, sort)


class Profile(_profile._Reports, _lsprof.Profiler):
  """Profile(timer=None, timeunit=None, subcalls=True, builtins=True): counts between enable() and disable(), or as a context manager.

  A timer is a function that gives seconds, or integers of `timeunit` seconds."""

  def create_stats(self):
    self.disable()
    self.snapshot_stats()

  def snapshot_stats(self):
    """Make .stats of what was counted, in the form that pstats describes."""
    entries = self.getstats()
    self.stats = {}
    callers_of = {}
    for entry in entries:
      callers = callers_of[entry.code] = {}
      calls, primitive, own, total = _counts(entry)
      self.stats[label(entry.code)] = primitive, calls, own, total, callers
    for entry in entries:
      caller = label(entry.code)
      for subentry in entry.calls or ():
        callers = callers_of.get(subentry.code)
        if callers is None:
          continue
        counts = _counts(subentry)
        if caller in callers:
          counts = tuple(map(sum, zip(counts, callers[caller])))
        callers[caller] = counts

  def __enter__(self):
    self.enable()
    return self

  def __exit__(self, *exc_info):
    self.disable()

  def runctx(self, cmd, globals, locals):
    """Run the statement under the profiler with the namespaces given."""
    self.enable()
    try:
      exec(cmd, globals, locals)
    finally:
      self.disable()
    return self

  def runcall(self, func, /, *args, **kw):
    """Call the function under the profiler; its result."""
    self.enable()
    try:
      return func(*args, **kw)
    finally:
      self.disable()


def _counts(entry):
  return entry.callcount, entry.callcount - entry.reccallcount, entry.inlinetime, entry.totaltime


def label(code):
  """The key of a function in the statistics: (file, line, name); natives are of file "~"."""
  if isinstance(code, str):
    return "~", 0, code
  return code.co_filename, code.co_firstlineno, code.co_name


def main():
  """coil -m cProfile [-o output file] [-s sort] [-m module | script] [arguments]"""
  _profile._main(runctx, "cProfile.py")


if __name__ == "__main__":
  main()
