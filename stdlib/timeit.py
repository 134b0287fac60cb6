"""Timing of small pieces of code.

>>> timeit("x = 1", number=10) >= 0
True
"""

import gc
import itertools
import sys
import time

__all__ = ["Timer", "timeit", "repeat", "default_timer"]

dummy_src_name = "<timeit-src>"
default_number = 1000000
default_repeat = 5
default_timer = time.perf_counter

_globals = globals

_TEMPLATE = """
def inner(_it, _timer{init}):
    {setup}
    _t0 = _timer()
    for _i in _it:
        {stmt}
        pass
    _t1 = _timer()
    return _t1 - _t0
"""


def reindent(src, indent):
  """The source with its lines after the first one moved to the right."""
  return src.replace("\n", "\n" + " " * indent)


class Timer:
  """Times a statement; both statement and setup may be functions."""

  def __init__(self, stmt="pass", setup="pass", timer=default_timer, globals=None):
    self.timer = timer
    names = {}
    init = ""
    namespace = _globals() if globals is None else globals
    setup_prefix = ""
    if isinstance(setup, str):
      compile(setup, dummy_src_name, "exec")
      setup_prefix = setup + "\n"
      setup = reindent(setup, 4)
    elif callable(setup):
      names["_setup"] = setup
      init += ", _setup=_setup"
      setup = "_setup()"
    else:
      raise ValueError("setup is neither a string nor callable")
    if isinstance(stmt, str):
      compile(setup_prefix + stmt, dummy_src_name, "exec")
      stmt = reindent(stmt, 8)
    elif callable(stmt):
      names["_stmt"] = stmt
      init += ", _stmt=_stmt"
      stmt = "_stmt()"
    else:
      raise ValueError("stmt is neither a string nor callable")
    self.src = _TEMPLATE.format(stmt=stmt, setup=setup, init=init)
    exec(compile(self.src, dummy_src_name, "exec"), namespace, names)
    self.inner = names["inner"]

  def print_exc(self, file=None):
    """Writes the traceback of the timed code."""
    import linecache
    import traceback
    lines = [line + "\n" for line in self.src.split("\n")]
    linecache.cache[dummy_src_name] = (len(self.src), None, lines, dummy_src_name)
    traceback.print_exc(file=file)

  def timeit(self, number=default_number):
    """Seconds for so many runs of the statement."""
    enabled = gc.isenabled()
    gc.disable()
    try:
      return self.inner(itertools.repeat(None, number), self.timer)
    finally:
      if enabled:
        gc.enable()

  def repeat(self, repeat=default_repeat, number=default_number):
    """The list of several timeit() results."""
    return [self.timeit(number) for _ in range(repeat)]

  def autorange(self, callback=None):
    """(number, seconds) for a number of runs that takes at least 0.2 seconds."""
    scale = 1
    while True:
      for digit in 1, 2, 5:
        number = scale * digit
        taken = self.timeit(number)
        if callback:
          callback(number, taken)
        if taken >= 0.2:
          return number, taken
      scale *= 10


def timeit(stmt="pass", setup="pass", timer=default_timer, number=default_number, globals=None):
  """Seconds for so many runs of the statement."""
  return Timer(stmt, setup, timer, globals).timeit(number)


def repeat(stmt="pass", setup="pass", timer=default_timer, repeat=default_repeat, number=default_number, globals=None):
  """The list of several timeit() results."""
  return Timer(stmt, setup, timer, globals).repeat(repeat, number)


def main(args=None, *, _wrap_timer=None):
  """python -m timeit: -n N runs, -r N repeats, -s setup, -u unit, -p processor time, -v details."""
  import getopt
  try:
    options, statements = getopt.getopt(sys.argv[1:] if args is None else args, "n:u:s:r:pvh",
                                        ["number=", "setup=", "repeat=", "process", "verbose", "unit=", "help"])
  except getopt.error as error:
    print(error)
    print("use -h/--help for command line help")
    return 2
  timer = default_timer
  number = 0
  repeats = default_repeat
  setups = []
  unit = None
  verbose = 0
  precision = 3
  units = {"nsec": 1e-9, "usec": 1e-6, "msec": 1e-3, "sec": 1.0}
  for option, value in options:
    if option in ("-n", "--number"):
      number = int(value)
    elif option in ("-s", "--setup"):
      setups.append(value)
    elif option in ("-u", "--unit"):
      if value not in units:
        print("Unrecognized unit. Please select nsec, usec, msec, or sec.", file=sys.stderr)
        return 2
      unit = value
    elif option in ("-r", "--repeat"):
      repeats = max(int(value), 1)
    elif option in ("-p", "--process"):
      timer = time.process_time
    elif option in ("-v", "--verbose"):
      precision += bool(verbose)
      verbose += 1
    else:
      print(main.__doc__)
      return 0
  sys.path.insert(0, "")
  if _wrap_timer is not None:
    timer = _wrap_timer(timer)
  measured = Timer("\n".join(statements) or "pass", "\n".join(setups) or "pass", timer)

  def report(number, taken):
    print(f"{number} loop{'s' if number != 1 else ''} -> {taken:.{precision}g} secs")

  try:
    if number == 0:
      number, _ = measured.autorange(report if verbose else None)
      if verbose:
        print()
    results = measured.repeat(repeats, number)
  except BaseException:
    measured.print_exc()
    return 1

  def shown(seconds):
    name = unit or next((name for name in ("sec", "msec", "usec", "nsec") if seconds >= units[name]), "nsec")
    return f"{seconds / units[name]:.{precision}g} {name}"

  if verbose:
    print(f"raw times: {', '.join(map(shown, results))}")
    print()
  results = [taken / number for taken in results]
  best, worst = min(results), max(results)
  print(f"{number} loop{'s' if number != 1 else ''}, best of {repeats}: {shown(best)} per loop")
  if worst >= best * 4:
    import warnings
    warnings.warn_explicit(f"The test results are likely unreliable. The worst time ({shown(worst)}) was more than four times slower "
                           f"than the best time ({shown(best)}).", UserWarning, "", 0)
  return None


if __name__ == "__main__":
  sys.exit(main())
