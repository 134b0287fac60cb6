"""The profiler of cProfile written in the language, on sys.setprofile(). It is slower, and its methods can be changed in subclasses.

>>> import profile
>>> profile.Profile().runcall(sorted, [3, 1, 2])
[1, 2, 3]
"""
import sys as _sys
import time as _time

__all__ = ["run", "runctx", "Profile"]


def run(statement, filename=None, sort=-1):
  """Run the statement in __main__ under the profiler; print a report sorted by `sort`, or write the statistics to a file."""
  return _run(Profile, statement, filename, sort)


def runctx(statement, globals, locals, filename=None, sort=-1):
  """run() with the namespaces given."""
  return _runctx(Profile, statement, globals, locals, filename, sort)


def _run(profiler, statement, filename, sort):
  import __main__
  namespace = __main__.__dict__
  _runctx(profiler, statement, namespace, namespace, filename, sort)


def _runctx(profiler, statement, globals, locals, filename, sort):
  profile = profiler()
  try:
    profile.runctx(statement, globals, locals)
  except SystemExit:
    pass
  finally:
    if filename is None:
      profile.print_stats(sort)
    else:
      profile.dump_stats(filename)


class _Reports:
  """What both profilers do with their statistics."""

  def print_stats(self, sort=-1):
    """Print a report, sorted by a key of pstats."""
    import pstats
    pstats.Stats(self).strip_dirs().sort_stats(sort).print_stats()

  def dump_stats(self, file):
    """Write the statistics to a file that pstats.Stats() reads."""
    import marshal
    with open(file, "wb") as out:
      self.create_stats()
      marshal.dump(self.stats, out)

  def run(self, cmd):
    """Run the statement in __main__ under the profiler."""
    import __main__
    namespace = __main__.__dict__
    return self.runctx(cmd, namespace, namespace)


class _Call:
  """A call under way: its own time so far, and that of what it called."""

  __slots__ = "function", "own", "callees"

  def __init__(self, function):
    self.function = function
    self.own = self.callees = 0


class Profile(_Reports):
  """Profile(timer=time.process_time, bias=None): counts what run(), runctx() and runcall() call.

  A timer gives seconds or a sequence of seconds to be added up; bias is the time that one event costs, see calibrate()."""

  bias = 0

  def __init__(self, timer=None, bias=None):
    self.timings = {}  # {function: [primitive calls, calls under way, own time, total time, {caller: calls}]}
    self.bias = self.bias if bias is None else bias
    self.timer = timer or _time.process_time
    try:
      len(self.timer())
      self.get_time = lambda: sum(self.timer())
    except TypeError:
      self.get_time = self.timer
    self._calls = []
    self._last = self.get_time()
    self.simulate_call("profiler")

  def dispatcher(self, frame, event, arg):
    """The profile function."""
    elapsed = self.get_time() - self._last - self.bias
    self._calls[-1].own += elapsed
    if event == "call":
      code = frame.f_code
      self._begin((code.co_filename, code.co_firstlineno, code.co_name))
    elif event == "c_call":
      self._begin(("", 0, arg.__name__))
    elif len(self._calls) > self._kept:
      # The function that called runcall() returns without a call.
      self._end()
    self._last = self.get_time()

  def _begin(self, function):
    caller = self._calls[-1].function if self._calls else None
    row = self.timings.setdefault(function, [0, 0, 0, 0, {}])
    row[1] += 1
    if caller is not None:
      row[4][caller] = row[4].get(caller, 0) + 1
    self._calls.append(_Call(function))

  def _end(self):
    call = self._calls.pop()
    row = self.timings[call.function]
    row[1] -= 1
    row[2] += call.own
    if row[1] == 0:
      row[0] += 1
      row[3] += call.own + call.callees
    if self._calls:
      self._calls[-1].callees += call.own + call.callees

  def simulate_call(self, name):
    """Count as if the function ("profile", 0, name) had been called."""
    self._begin(("profile", 0, name))

  def simulate_cmd_complete(self):
    """Return from all calls under way but the outermost."""
    while len(self._calls) > 1:
      self._end()

  def set_cmd(self, cmd):
    """Begin a run. What the first one is called stays."""
    if len(self._calls) == 1:
      self.cmd = cmd
      self.simulate_call(cmd)
      self._kept = len(self._calls)
    while len(self._calls) > self._kept:  # sys.setprofile(None) of the run before
      self._end()

  def create_stats(self):
    self.simulate_cmd_complete()
    self.snapshot_stats()

  def snapshot_stats(self):
    """Make .stats of what was counted: {function: (primitive calls, calls, own time, total time, {caller: calls})}."""
    self.stats = {
      function: (primitive, sum(callers.values()), own, total, callers.copy())
      for function, (primitive, _, own, total, callers) in self.timings.items()
    }

  def runctx(self, cmd, globals, locals):
    """Run the statement under the profiler with the namespaces given."""
    self.set_cmd(cmd)
    _sys.setprofile(self.dispatcher)
    try:
      exec(cmd, globals, locals)
    finally:
      _sys.setprofile(None)
    return self

  def runcall(self, func, /, *args, **kw):
    """Call the function under the profiler; its result."""
    self.set_cmd(repr(func))
    _sys.setprofile(self.dispatcher)
    try:
      return func(*args, **kw)
    finally:
      _sys.setprofile(None)

  def calibrate(self, m, verbose=0):
    """The time that an event costs, measured with m * 100 calls; to be assigned to Profile.bias."""
    if self.__class__ is not Profile:
      raise TypeError("Subclasses must override .calibrate().")

    def called():
      for _ in range(100):
        pass

    def caller():
      for _ in range(m):
        called()

    caller()
    began = self.get_time()
    caller()
    plain = self.get_time() - began
    profile = Profile(self.timer, 0)
    profile.runcall(caller)
    rows = [row for function, row in profile.timings.items() if function[2] in ("called", "caller")]
    calls = sum(row[0] for row in rows)
    counted = sum(row[2] for row in rows)
    mean = (counted - plain) / 2 / calls
    if verbose:
      print("elapsed time without profiling =", plain)
      print("'CPU seconds' profiler reported =", counted)
      print("total # calls =", calls)
      print("mean stopwatch overhead per profile event =", mean)
    return mean


def _main(runctx, program):
  """The command line of both profilers."""
  import os
  import pstats
  from optparse import OptionParser
  parser = OptionParser(usage=f"{program} [-o output_file_path] [-s sort] [-m module | scriptfile] [arg] ...")
  parser.allow_interspersed_args = False
  parser.add_option("-o", "--outfile", dest="outfile", help="Save stats to <outfile>")
  parser.add_option("-s", "--sort", dest="sort", default=2 if program == "cProfile.py" else -1,
                    choices=sorted(pstats.Stats.sort_arg_dict_default),
                    help="Sort order when printing to stdout, based on pstats.Stats class")
  parser.add_option("-m", dest="module", action="store_true", default=False, help="Profile a library module")
  options, args = parser.parse_args()
  if not args:
    parser.print_usage()
    _sys.exit(0 if _sys.argv[1:] else 2)
  _sys.argv[:] = args
  if options.outfile is not None:
    options.outfile = os.path.abspath(options.outfile)  # the script may change the folder
  if options.module:
    import runpy
    statement = "run_module(modname, run_name='__main__')"
    namespace = {"run_module": runpy.run_module, "modname": args[0]}
  else:
    script = args[0]
    _sys.path.insert(0, os.path.dirname(script))
    with open(script, "rb") as file:
      statement = compile(file.read(), script, "exec")
    namespace = {"__file__": script, "__name__": "__main__", "__package__": None, "__cached__": None}
  try:
    runctx(statement, namespace, None, options.outfile, options.sort)
  except BrokenPipeError as error:
    # Nothing more can be printed, at exit neither.
    _sys.stdout = None
    _sys.exit(error.errno)


def main():
  """coil -m profile [-o output file] [-s sort] [-m module | script] [arguments]"""
  _main(runctx, "profile.py")


if __name__ == "__main__":
  main()
