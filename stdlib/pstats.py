"""Reports about the statistics of cProfile and profile.

>>> import cProfile, io
>>> with cProfile.Profile() as profile:
...   _ = sorted([3, 1, 2])
>>> out = io.StringIO()
>>> _ = Stats(profile, stream=out).sort_stats(SortKey.NAME).print_stats("sorted")
>>> "{built-in method builtins.sorted}" in out.getvalue()
True

A function is a tuple (file, line, name), its statistics are (primitive calls, calls, own time, total time, callers); callers is a
dict of functions with (calls, primitive calls, own time, total time), or with the number of calls when profile counted."""
import os as _os
import sys as _sys

__all__ = ["Stats", "SortKey", "FunctionProfile", "StatsProfile"]


def __getattr__(name):
  # Reports are printed without them.
  if name not in __all__:
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
  import _pstats_classes
  value = globals()[name] = getattr(_pstats_classes, name)
  return value


def __dir__():
  return sorted({*globals(), *__all__})


# Columns of a row (primitive calls, calls, own time, total time, file, line, name, standard name); of numbers of the first four the largest come first.
_SORT_KEYS = {
  "calls": ((1,), "call count"),
  "ncalls": ((1,), "call count"),
  "cumtime": ((3,), "cumulative time"),
  "cumulative": ((3,), "cumulative time"),
  "filename": ((4,), "file name"),
  "line": ((5,), "line number"),
  "module": ((4,), "file name"),
  "name": ((6,), "function name"),
  "nfl": ((6, 4, 5), "name/file/line"),
  "pcalls": ((0,), "primitive call count"),
  "stdname": ((7,), "standard name"),
  "time": ((2,), "internal time"),
  "tottime": ((2,), "internal time"),
}
_NUMBERED_KEYS = {-1: "stdname", 0: "calls", 1: "time", 2: "cumulative"}


def _sort_value(key):
  from _pstats_classes import SortKey
  return key.value if isinstance(key, SortKey) else key


class Stats:
  """Stats(*profiles or file names, stream=sys.stdout): statistics, added up. Methods that print or change give the object back."""

  # Sort key: (((column, direction), ...), what reports call it).
  sort_arg_dict_default = {
    key: (tuple((column, -1 if column < 4 else 1) for column in columns), text) for key, (columns, text) in _SORT_KEYS.items()
  }

  def __init__(self, *args, stream=None):
    self.stream = stream or _sys.stdout
    self.init(args[0] if args else None)
    self.add(*args[1:])

  def init(self, arg):
    self.all_callees = None
    self.files = []
    self.fcn_list = None
    self.total_tt = 0
    self.total_calls = 0
    self.prim_calls = 0
    self.max_name_len = 0
    self.top_level = set()
    self.stats = {}
    self.sort_arg_dict = {}
    self.load_stats(arg)
    try:
      self.get_top_level_stats()
    except Exception:
      print(f"Invalid timing data {self.files[-1] if self.files else ''}", file=self.stream)
      raise

  def load_stats(self, arg):
    if arg is None:
      return
    if isinstance(arg, str):
      import marshal
      import time
      with open(arg, "rb") as file:
        self.stats = marshal.load(file)
      self.files = [f"{time.ctime(_os.stat(arg).st_mtime)}    {arg}"]
    elif hasattr(arg, "create_stats"):
      arg.create_stats()
      self.stats = arg.stats
      arg.stats = {}
    if not self.stats:
      raise TypeError(f"Cannot create or construct a {self.__class__!r} object from {arg!r}")

  def get_top_level_stats(self):
    for function, (primitive, calls, own, _, callers) in self.stats.items():
      self.total_calls += calls
      self.prim_calls += primitive
      self.total_tt += own
      if ("jprofile", 0, "profiler") in callers:
        self.top_level.add(function)
    self.max_name_len = _widest(self.stats)

  def add(self, *arg_list):
    """Add the statistics of others: Stats, profiles or names of files."""
    for item in reversed(arg_list):
      if type(self) is not type(item):
        item = Stats(item)
      self.files += item.files
      self.total_calls += item.total_calls
      self.prim_calls += item.prim_calls
      self.total_tt += item.total_tt
      self.top_level |= item.top_level
      self.max_name_len = max(self.max_name_len, item.max_name_len)
      self.fcn_list = None
      for function, row in item.stats.items():
        self.stats[function] = add_func_stats(self.stats.get(function, (0, 0, 0, 0, {})), row)
    return self

  def dump_stats(self, filename):
    """Write the statistics to a file, which Stats() and CPython's tools read."""
    import marshal
    with open(filename, "wb") as file:
      marshal.dump(self.stats, file)

  def get_sort_arg_defs(self):
    """The sort keys and their unambiguous beginnings."""
    if not self.sort_arg_dict:
      found = {}
      ambiguous = set()
      for key, meaning in self.sort_arg_dict_default.items():
        for length in range(len(key), 0, -1):
          beginning = key[:length]
          if beginning in found:
            ambiguous.add(beginning)
            break
          found[beginning] = meaning
      self.sort_arg_dict = {key: meaning for key, meaning in found.items() if key not in ambiguous}
    return self.sort_arg_dict

  def sort_stats(self, *field):
    """Sort by keys: members of SortKey, their values or unambiguous beginnings of these, or one number of -1 to 2."""
    if not field:
      self.fcn_list = 0
      return self
    if len(field) == 1 and isinstance(field[0], int):
      field = [_NUMBERED_KEYS[field[0]]]
    elif any(type(key) is not type(field[0]) for key in field[1:]):
      raise TypeError("Can't have mixed argument type")
    known = self.get_sort_arg_defs()
    self.sort_type = ""
    meanings = [known[key if type(key) is str else _sort_value(key)] for key in field]
    columns = [column for meaning in meanings for column in meaning[0]]
    self.sort_type = ", ".join(meaning[1] for meaning in meanings)

    def sort_key(function):
      row = self.stats[function][:4] + function + (func_std_string(function),)
      return [row[column] * direction if direction < 0 else row[column] for column, direction in columns]

    self.fcn_list = sorted(self.stats, key=sort_key)
    return self

  def reverse_order(self):
    """Turn the order around that sort_stats() made."""
    if self.fcn_list:
      self.fcn_list.reverse()
    return self

  def strip_dirs(self):
    """Drop the folders of the files; functions that are the same then are added up."""
    stats = {}
    for function, (*counts, callers) in self.stats.items():
      stripped = func_strip_path(function)
      row = (*counts, {func_strip_path(caller): value for caller, value in callers.items()})
      stats[stripped] = add_func_stats(stats[stripped], row) if stripped in stats else row
    self.stats = stats
    self.top_level = {func_strip_path(function) for function in self.top_level}
    self.max_name_len = _widest(stats)
    self.fcn_list = None
    self.all_callees = None
    return self

  def calc_callees(self):
    """Make .all_callees: {function: {function it called: counts}}."""
    if self.all_callees:
      return
    self.all_callees = {}
    for function, row in self.stats.items():
      self.all_callees.setdefault(function, {})
      for caller, value in row[4].items():
        self.all_callees.setdefault(caller, {})[function] = value

  def eval_print_amount(self, sel, list, msg):
    """The functions that a restriction leaves, and the message with a line about it."""
    kept = list
    if isinstance(sel, str):
      import re
      try:
        pattern = re.compile(sel)
      except re.error:
        return list, f"{msg}   <Invalid regular expression {sel!r}>\n"
      kept = [function for function in list if pattern.search(func_std_string(function))]
    elif isinstance(sel, float) and 0.0 <= sel < 1.0:
      kept = list[:int(len(list) * sel + .5)]
    elif isinstance(sel, int) and 0 <= sel < len(list):
      kept = list[:sel]
    if len(kept) != len(list):
      msg += f"   List reduced from {len(list)} to {len(kept)} due to restriction <{sel!r}>\n"
    return kept, msg

  def get_stats_profile(self):
    """The rows as a StatsProfile; numbers are rounded as in reports."""
    functions = self.fcn_list or list(self.stats)
    from _pstats_classes import FunctionProfile, StatsProfile
    profile = StatsProfile(float(f8(self.total_tt)) if functions else 0, {})
    for function in functions:
      primitive, calls, own, total, _ = self.stats[function]
      file, line, name = function
      profile.func_profiles[name] = FunctionProfile(
        _calls_text(calls, primitive), float(f8(own)), float(f8(own / calls)) if calls else -1,
        float(f8(total)), float(f8(total / primitive)) if primitive else -1, file, line)
    return profile

  def get_print_list(self, sel_list):
    """(width of the names, functions) that the restrictions leave; prints how they are ordered."""
    if self.fcn_list:
      functions = self.fcn_list[:]
      message = f"   Ordered by: {self.sort_type}\n"
    else:
      functions = list(self.stats)
      message = "   Random listing order was used\n"
    for selection in sel_list:
      functions, message = self.eval_print_amount(selection, functions, message)
    if not functions:
      return 0, functions
    print(message, file=self.stream)
    width = self.max_name_len if len(functions) == len(self.stats) else _widest(functions)
    return width + 2, functions

  def print_stats(self, *amount):
    """Print the report. Restrictions, one after the other: a count, a fraction below 1, or a pattern for the names."""
    for filename in self.files:
      print(filename, file=self.stream)
    if self.files:
      print(file=self.stream)
    indent = " " * 8
    for function in self.top_level:
      print(indent, func_get_function_name(function), file=self.stream)
    primitive = f" ({self.prim_calls} primitive calls)" if self.total_calls != self.prim_calls else ""
    print(f"{indent} {self.total_calls} function calls{primitive} in {self.total_tt:.3f} seconds\n", file=self.stream)
    _, functions = self.get_print_list(amount)
    if functions:
      self.print_title()
      for function in functions:
        self.print_line(function)
      print("\n", file=self.stream)
    return self

  def print_callees(self, *amount):
    """Print what the functions called."""
    width, functions = self.get_print_list(amount)
    if functions:
      self.calc_callees()
      self.print_call_heading(width, "called...")
      for function in functions:
        self.print_call_line(width, function, self.all_callees.get(function, {}))
      print("\n", file=self.stream)
    return self

  def print_callers(self, *amount):
    """Print what called the functions."""
    width, functions = self.get_print_list(amount)
    if functions:
      self.print_call_heading(width, "was called by...")
      for function in functions:
        self.print_call_line(width, function, self.stats[function][4], "<-")
      print("\n", file=self.stream)
    return self

  def print_call_heading(self, name_size, column_title):
    print("Function ".ljust(name_size) + column_title, file=self.stream)
    callers = next((row[4] for row in self.stats.values() if row[4]), None)
    if callers and isinstance(next(iter(callers.values())), tuple):
      print(" " * name_size + "    ncalls  tottime  cumtime", file=self.stream)

  def print_call_line(self, name_size, source, call_dict, arrow="->"):
    print(func_std_string(source).ljust(name_size) + arrow, end=" " if call_dict else " \n", file=self.stream)
    first = True
    for function in sorted(call_dict):
      name = func_std_string(function)
      value = call_dict[function]
      if isinstance(value, tuple):
        calls, primitive, own, total = value
        text = f"{_calls_text(calls, primitive).rjust(7 if first else 9)} {f8(own)} {f8(total)}  {name}"
        indent = name_size + 1
      else:
        text = f"{name}({value!r}) {f8(self.stats[function][3])}"
        indent = name_size + 3
      print(text if first else " " * indent + text, file=self.stream)
      first = False

  def print_title(self):
    print("   ncalls  tottime  percall  cumtime  percall filename:lineno(function)", file=self.stream)

  def print_line(self, func):
    primitive, calls, own, total, _ = self.stats[func]
    own_each = f8(own / calls) if calls else " " * 8
    total_each = f8(total / primitive) if primitive else " " * 8
    print(_calls_text(calls, primitive).rjust(9), f8(own), own_each, f8(total), total_each, func_std_string(func), file=self.stream)


def func_strip_path(func_name):
  filename, line, name = func_name
  return _os.path.basename(filename), line, name


def func_get_function_name(func):
  return func[2]


def func_std_string(func_name):
  """How reports show a function; natives in braces."""
  file, line, name = func_name
  if (file, line) != ("~", 0):
    return f"{file}:{line}({name})"
  return f"{{{name[1:-1]}}}" if name.startswith("<") and name.endswith(">") else name


def add_func_stats(target, source):
  """The sum of two rows."""
  return (*(a + b for a, b in zip(target[:4], source[:4])), add_callers(target[4], source[4]))


def add_callers(target, source):
  """The sum of two dicts of callers."""
  callers = dict(target)
  for function, value in source.items():
    if function not in callers:
      callers[function] = value
    elif isinstance(value, tuple):
      callers[function] = tuple(a + b for a, b in zip(value, callers[function]))
    else:
      callers[function] += value
  return callers


def count_calls(callers):
  """The number of calls in a dict of callers that holds numbers."""
  return sum(callers.values())


def f8(x):
  return f"{x:8.3f}"


def _calls_text(calls, primitive):
  return str(calls) if calls == primitive else f"{calls}/{primitive}"


def _widest(functions):
  return max((len(func_std_string(function)) for function in functions), default=0)
