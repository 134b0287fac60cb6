"""Comma-separated values.

>>> import csv
>>> list(csv.reader(["a,b", '1,"x, y"']))
[['a', 'b'], ['1', 'x, y']]
"""

import _csv
from _csv import Error, field_size_limit

_native_wording = {"get_dialect": "", "list_dialects": "", "reader": " nameless", "register_dialect": " nameless", "unregister_dialect": "", "writer": " nameless"}  # Words argument errors as natives do.

__all__ = ["QUOTE_MINIMAL", "QUOTE_ALL", "QUOTE_NONNUMERIC", "QUOTE_NONE", "Error", "Dialect", "excel", "excel_tab", "field_size_limit",
           "reader", "writer", "register_dialect", "get_dialect", "list_dialects", "Sniffer", "unregister_dialect", "DictReader",
           "DictWriter", "unix_dialect", "__doc__", "__version__"]

__version__ = "1.0"

QUOTE_MINIMAL, QUOTE_ALL, QUOTE_NONNUMERIC, QUOTE_NONE = range(4)

_dialects = {}


class Dialect:
  """Base of descriptions of how a CSV text is written."""

  _name = ""
  _valid = False
  delimiter = None
  quotechar = None
  escapechar = None
  doublequote = None
  skipinitialspace = None
  lineterminator = None
  quoting = None

  def __init__(self):
    if self.__class__ != Dialect:
      self._valid = True
    try:
      _csv.Dialect(self)
    except TypeError as e:
      raise Error(str(e)) from None


class excel(Dialect):
  """What spreadsheets write."""

  delimiter = ","
  quotechar = '"'
  doublequote = True
  skipinitialspace = False
  lineterminator = "\r\n"
  quoting = QUOTE_MINIMAL


class excel_tab(excel):
  """The same with tabs."""

  delimiter = "\t"


class unix_dialect(Dialect):
  """Everything quoted, lines end with a newline."""

  delimiter = ","
  quotechar = '"'
  doublequote = True
  skipinitialspace = False
  lineterminator = "\n"
  quoting = QUOTE_ALL


def register_dialect(name, dialect=None, /, **fmtparams):
  """Give a dialect a name."""
  if not isinstance(name, str):
    raise TypeError("dialect name must be a string")
  _dialects[name] = _make_dialect(dialect, fmtparams)


def unregister_dialect(name):
  """Forget a dialect."""
  if name not in _dialects:
    raise Error("unknown dialect")
  del _dialects[name]


def get_dialect(name):
  """The dialect of a name."""
  try:
    return _dialects[name]
  except KeyError:
    raise Error("unknown dialect") from None


def list_dialects():
  """The names of all dialects."""
  return list(_dialects)


list_dialects.__module__ = "_csv"


def _make_dialect(dialect, fmtparams):
  if dialect is None:
    dialect = fmtparams.pop("dialect", None)
  if isinstance(dialect, str):
    dialect = get_dialect(dialect)
  return _csv.Dialect(dialect, **fmtparams)


def reader(iterable, dialect=None, /, **fmtparams):
  """An iterator over rows, each a list of texts."""
  return _csv.make_reader(iter(iterable), _make_dialect(dialect, fmtparams))


def writer(fileobj, dialect=None, /, **fmtparams):
  """An object with writerow() and writerows()."""
  return _csv.make_writer(_csv.write_method(fileobj), _make_dialect(dialect, fmtparams))


register_dialect("excel", excel)
register_dialect("excel-tab", excel_tab)
register_dialect("unix", unix_dialect)


class DictReader:
  """Rows as dictionaries; without fieldnames, the first row has them."""

  def __init__(self, f, fieldnames=None, restkey=None, restval=None, dialect="excel", *args, **kwds):
    self._fieldnames = fieldnames
    self.restkey = restkey
    self.restval = restval
    self.reader = reader(f, dialect, *args, **kwds)
    self.dialect = dialect
    self.line_num = 0

  def __iter__(self):
    return self

  @property
  def fieldnames(self):
    if self._fieldnames is None:
      try:
        self._fieldnames = next(self.reader)
      except StopIteration:
        pass
    self.line_num = self.reader.line_num
    return self._fieldnames

  @fieldnames.setter
  def fieldnames(self, value):
    self._fieldnames = value

  def __next__(self):
    if self.line_num == 0:
      self.fieldnames
    row = next(self.reader)
    self.line_num = self.reader.line_num
    while row == []:
      row = next(self.reader)
    names = self.fieldnames
    d = dict(zip(names, row))
    count = len(names)
    if count < len(row):
      d[self.restkey] = row[count:]
    elif count > len(row):
      for key in names[len(row):]:
        d[key] = self.restval
    return d

  def __class_getitem__(cls, item):
    from types import GenericAlias
    return GenericAlias(cls, item)


class DictWriter:
  """Writes dictionaries as rows."""

  def __init__(self, f, fieldnames, restval="", extrasaction="raise", dialect="excel", *args, **kwds):
    self.fieldnames = fieldnames
    self.restval = restval
    if extrasaction.lower() not in ("raise", "ignore"):
      raise ValueError("extrasaction (%s) must be 'raise' or 'ignore'" % extrasaction)
    self.extrasaction = extrasaction
    self.writer = writer(f, dialect, *args, **kwds)

  def writeheader(self):
    """Write the names of the fields."""
    return self.writerow(dict(zip(self.fieldnames, self.fieldnames)))

  def _row(self, rowdict):
    if self.extrasaction == "raise":
      wrong_fields = rowdict.keys() - self.fieldnames
      if wrong_fields:
        raise ValueError("dict contains fields not in fieldnames: " + ", ".join([repr(x) for x in wrong_fields]))
    get, restval = rowdict.get, self.restval
    return [get(key, restval) for key in self.fieldnames]

  def writerow(self, rowdict):
    return self.writer.writerow(self._row(rowdict))

  def writerows(self, rowdicts):
    return self.writer.writerows(map(self._row, rowdicts))

  def __class_getitem__(cls, item):
    from types import GenericAlias
    return GenericAlias(cls, item)


class Sniffer:
  """Guesses how a CSV text is written."""

  def __init__(self):
    self.preferred = [",", "\t", ";", " ", ":"]

  def sniff(self, sample, delimiters=None):
    """A Dialect for the sample."""
    quotechar, doublequote, delimiter, skipinitialspace = self._by_quotes(sample, delimiters)
    if not delimiter:
      delimiter, skipinitialspace = self._by_frequency(sample, delimiters)
    if not delimiter:
      raise Error("Could not determine delimiter")

    class dialect(Dialect):
      _name = "sniffed"
      lineterminator = "\r\n"
      quoting = QUOTE_MINIMAL

    dialect.doublequote = doublequote
    dialect.delimiter = delimiter
    dialect.quotechar = quotechar or '"'
    dialect.skipinitialspace = skipinitialspace
    return dialect

  def _by_quotes(self, data, delimiters):
    """Delimiters that stand beside quoted fields."""
    import re
    matches = []
    for pattern in (r'(?P<delim>[^\w\n"\'])(?P<space> ?)(?P<quote>["\']).*?(?P=quote)(?P=delim)',
                    r'(?:^|\n)(?P<quote>["\']).*?(?P=quote)(?P<delim>[^\w\n"\'])(?P<space> ?)',
                    r'(?P<delim>[^\w\n"\'])(?P<space> ?)(?P<quote>["\']).*?(?P=quote)(?:$|\n)',
                    r'(?:^|\n)(?P<quote>["\']).*?(?P=quote)(?:$|\n)'):
      regexp = re.compile(pattern, re.DOTALL | re.MULTILINE)
      matches = regexp.findall(data)
      if matches:
        break
    if not matches:
      return "", False, None, 0
    quotes, delims, spaces = {}, {}, 0
    index = regexp.groupindex
    for m in matches:
      key = m[index["quote"] - 1]
      if key:
        quotes[key] = quotes.get(key, 0) + 1
      if "delim" not in index:
        continue
      key = m[index["delim"] - 1]
      if key and (delimiters is None or key in delimiters):
        delims[key] = delims.get(key, 0) + 1
      if m[index["space"] - 1]:
        spaces += 1
    quotechar = max(quotes, key=quotes.get)
    if delims:
      delim = max(delims, key=delims.get)
      skipinitialspace = delims[delim] == spaces
      if delim == "\n":
        delim = ""
    else:
      delim, skipinitialspace = "", 0
    doubled = re.compile(r"((%(delim)s)|^)\W*%(quote)s[^%(delim)s\n]*%(quote)s[^%(delim)s\n]*%(quote)s\W*((%(delim)s)|$)" %
                         {"delim": re.escape(delim), "quote": quotechar}, re.MULTILINE)
    return quotechar, bool(doubled.search(data)), delim, skipinitialspace

  def _by_frequency(self, data, delimiters):
    """The character that comes equally often in most lines."""
    lines = list(filter(None, data.split("\n")))
    ascii = [chr(c) for c in range(127)]
    chunk = min(10, len(lines))
    frequencies = {}
    modes = {}
    delims = {}
    start, end = 0, chunk
    iteration = 0
    while start < len(lines):
      iteration += 1
      for line in lines[start:end]:
        for char in ascii:
          counts = frequencies.setdefault(char, {})
          count = line.count(char)
          counts[count] = counts.get(count, 0) + 1
      for char, counts in frequencies.items():
        items = list(counts.items())
        if len(items) == 1 and items[0][0] == 0:
          continue
        if len(items) > 1:
          best = max(items, key=lambda x: x[1])
          items.remove(best)
          modes[char] = best[0], best[1] - sum(item[1] for item in items)
        else:
          modes[char] = items[0]
      total = float(min(chunk * iteration, len(lines)))
      consistency = 1.0
      while not delims and consistency >= 0.9:
        for char, (frequency, lines_with) in modes.items():
          if frequency > 0 and lines_with > 0 and lines_with / total >= consistency and (delimiters is None or char in delimiters):
            delims[char] = frequency, lines_with
        consistency -= 0.01
      if len(delims) == 1:
        delim = list(delims)[0]
        return delim, lines[0].count(delim) == lines[0].count("%c " % delim)
      start = end
      end += chunk
    if not delims:
      return "", 0
    for delim in self.preferred:
      if delim in delims:
        break
    else:
      delim = sorted((v, k) for k, v in delims.items())[-1][1]
    return delim, lines[0].count(delim) == lines[0].count("%c " % delim)

  def has_header(self, sample):
    """Whether the first row looks different from the others."""
    import io
    rows = reader(io.StringIO(sample), self.sniff(sample))
    header = next(rows)
    columns = len(header)
    types = {i: None for i in range(columns)}
    checked = 0
    for row in rows:
      if checked > 20:
        break
      checked += 1
      if len(row) != columns:
        continue
      for column in list(types):
        try:
          complex(row[column])
          kind = complex
        except (ValueError, OverflowError):
          kind = len(row[column])
        if kind != types[column]:
          if types[column] is None:
            types[column] = kind
          else:
            del types[column]
    votes = 0
    for column, kind in types.items():
      if isinstance(kind, int):
        votes += 1 if len(header[column]) != kind else -1
      else:
        try:
          kind(header[column])
        except (ValueError, TypeError):
          votes += 1
        else:
          votes -= 1
    return votes > 0
