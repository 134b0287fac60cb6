"""Logging: loggers in a tree, handlers, formatters, levels."""

import os
import sys
import time
from _thread import get_ident
from _types import _caller
from _weakref import ref as _ref
from threading import RLock

__all__ = ["BASIC_FORMAT", "BufferingFormatter", "CRITICAL", "DEBUG", "ERROR", "FATAL", "FileHandler", "Filter", "Formatter", "Handler",
           "INFO", "LogRecord", "Logger", "LoggerAdapter", "NOTSET", "NullHandler", "StreamHandler", "WARN", "WARNING", "addLevelName",
           "basicConfig", "captureWarnings", "critical", "debug", "disable", "error", "exception", "fatal", "getLevelName",
           "getLevelNamesMapping", "getLogger", "getLoggerClass", "info", "log", "makeLogRecord", "setLoggerClass", "shutdown", "warn",
           "warning", "getLogRecordFactory", "setLogRecordFactory", "lastResort", "raiseExceptions"]

_startTime = time.time()
raiseExceptions = True
logThreads = logMultiprocessing = logProcesses = logAsyncioTasks = True

CRITICAL = FATAL = 50
ERROR = 40
WARNING = WARN = 30
INFO = 20
DEBUG = 10
NOTSET = 0

_levelToName = {CRITICAL: "CRITICAL", ERROR: "ERROR", WARNING: "WARNING", INFO: "INFO", DEBUG: "DEBUG", NOTSET: "NOTSET"}
_nameToLevel = {"CRITICAL": CRITICAL, "FATAL": FATAL, "ERROR": ERROR, "WARN": WARNING, "WARNING": WARNING, "INFO": INFO, "DEBUG": DEBUG,
                "NOTSET": NOTSET}
_lock = RLock()


def _acquireLock():
  """What several programs outside take before they look at the handlers."""
  _lock.acquire()


def _releaseLock():
  """After _acquireLock()."""
  _lock.release()

_srcfile = __file__


def getLevelNamesMapping():
  """A copy of the mapping of level names to levels."""
  return _nameToLevel.copy()


def getLevelName(level):
  """The name of a level, or the level of a name."""
  result = _levelToName.get(level)
  if result is not None:
    return result
  result = _nameToLevel.get(level)
  return result if result is not None else f"Level {level}"


def addLevelName(level, levelName):
  """Give a level a name."""
  _levelToName[level] = levelName
  _nameToLevel[levelName] = level


def _checkLevel(level):
  if isinstance(level, int):
    return level
  if str(level) == level:
    if level not in _nameToLevel:
      raise ValueError(f"Unknown level: {level!r}")
    return _nameToLevel[level]
  raise TypeError(f"Level not an integer or a valid string: {level!r}")


currentframe = lambda: sys._getframe(1)


# -- records and formatters


class LogRecord:
  """One event."""

  def __init__(self, name, level, pathname, lineno, msg, args, exc_info, func=None, sinfo=None, **kwargs):
    ct = time.time()
    self.name = name
    self.msg = msg
    if args and len(args) == 1 and isinstance(args[0], dict) and args[0]:
      args = args[0]
    self.args = args
    self.levelname = getLevelName(level)
    self.levelno = level
    self.pathname = pathname
    if isinstance(pathname, str):
      self.filename = pathname.rpartition("/")[2]
      self.module = self.filename.rpartition(".")[0] or self.filename
    else:
      self.filename, self.module = pathname, "Unknown module"
    self.exc_info = exc_info
    self.exc_text = None
    self.stack_info = sinfo
    self.lineno = lineno
    self.funcName = func
    self.created = ct
    self.msecs = int((ct - int(ct)) * 1000) + 0.0
    self.relativeCreated = (self.created - _startTime) * 1000
    self.thread, self.threadName = (get_ident(), _thread_name()) if logThreads else (None, None)
    self.processName = _process_name() if logMultiprocessing else None
    self.process = os.getpid() if logProcesses else None

  def __repr__(self):
    return f'<LogRecord: {self.name}, {self.levelno}, {self.pathname}, {self.lineno}, "{self.msg}">'

  def getMessage(self):
    """The message with its arguments."""
    msg = str(self.msg)
    return msg % self.args if self.args else msg


def _thread_name():
  import threading
  return threading.current_thread().name


def _process_name():
  multiprocessing = sys.modules.get("multiprocessing")
  if multiprocessing is not None:
    try:
      return multiprocessing.current_process().name
    except Exception:
      pass  # The module is being imported.
  return "MainProcess"


_logRecordFactory = LogRecord


def setLogRecordFactory(factory):
  """Set what makes records."""
  global _logRecordFactory
  _logRecordFactory = factory


def getLogRecordFactory():
  """What makes records."""
  return _logRecordFactory


def makeLogRecord(dict):
  """A record with these attributes."""
  rv = _logRecordFactory(None, None, "", 0, "", (), None, None)
  rv.__dict__.update(dict)
  return rv


class PercentStyle:
  default_format = "%(message)s"
  asctime_format = "%(asctime)s"
  asctime_search = "%(asctime)"

  def __init__(self, fmt, *, defaults=None):
    self._fmt = fmt or self.default_format
    self._defaults = defaults

  def usesTime(self):
    return self._fmt.find(self.asctime_search) >= 0

  def validate(self):
    if self._fmt == self.default_format or self._fmt == BASIC_FORMAT:
      return
    import re
    if not re.search(r"%\(\w+\)[#0+ -]*(\*|\d+)?(\.(\*|\d+))?[diouxefgcrsa%]", self._fmt, re.I):
      raise ValueError(f"Invalid format '{self._fmt}' for '{self.default_format[0]}' style")

  def _values(self, record):
    return {**self._defaults, **record.__dict__} if self._defaults else record.__dict__

  def _format(self, record):
    return self._fmt % self._values(record)

  def format(self, record):
    try:
      return self._format(record)
    except KeyError as e:
      raise ValueError(f"Formatting field not found in record: {e}")


class StrFormatStyle(PercentStyle):
  default_format = "{message}"
  asctime_format = "{asctime}"
  asctime_search = "{asctime"

  def validate(self):
    import re
    from string import Formatter as StringFormatter
    fields = set()
    try:
      for _, name, spec, conversion in StringFormatter().parse(self._fmt):
        if name:
          if not re.match(r"^(\d+|\w+)(\.\w+|\[[^]]+\])*$", name):
            raise ValueError(f"invalid field name/expression: {name!r}")
          fields.add(name)
        if conversion and conversion not in "rsa":
          raise ValueError(f"invalid conversion: {conversion!r}")
        if spec and not re.match(r"^(.?[<=>^])?[+ -]?#?0?(\d+|{\w+})?[,_]?(\.(\d+|{\w+}))?[bcdefgnosx%]?$", spec, re.I):
          raise ValueError(f"bad specifier: {spec!r}")
    except ValueError as error:
      raise ValueError(f"invalid format: {error}")
    if not fields:
      raise ValueError("invalid format: no fields")

  def _format(self, record):
    return self._fmt.format(**self._values(record))


class StringTemplateStyle(PercentStyle):
  default_format = "${message}"
  asctime_format = "${asctime}"
  asctime_search = "${asctime}"

  def usesTime(self):
    return "$asctime" in self._fmt or self.asctime_search in self._fmt

  def validate(self):
    from string import Template
    fields = set()
    for match in Template.pattern.finditer(self._fmt):
      name = match.group("named") or match.group("braced")
      if name:
        fields.add(name)
      elif match.group() == "$":
        raise ValueError("invalid format: bare '$' not allowed")
    if not fields:
      raise ValueError("invalid format: no fields")

  def _format(self, record):
    from string import Template
    return Template(self._fmt).substitute(**self._values(record))


BASIC_FORMAT = "%(levelname)s:%(name)s:%(message)s"
_STYLES = {"%": (PercentStyle, BASIC_FORMAT), "{": (StrFormatStyle, "{levelname}:{name}:{message}"),
           "$": (StringTemplateStyle, "${levelname}:${name}:${message}")}


class Formatter:
  """Makes text of a record."""

  converter = time.localtime
  default_time_format = "%Y-%m-%d %H:%M:%S"
  default_msec_format = "%s,%03d"

  def __init__(self, fmt=None, datefmt=None, style="%", validate=True, *, defaults=None):
    if style not in _STYLES:
      raise ValueError(f"Style must be one of: {','.join(_STYLES)}")
    self._style = _STYLES[style][0](fmt, defaults=defaults)
    if validate:
      self._style.validate()
    self._fmt = self._style._fmt
    self.datefmt = datefmt

  def formatTime(self, record, datefmt=None):
    """The time of a record as text."""
    ct = type(self).__dict__.get("converter", Formatter.__dict__["converter"])(record.created)
    if datefmt:
      return time.strftime(datefmt, ct)
    s = time.strftime(self.default_time_format, ct)
    if self.default_msec_format:
      s = self.default_msec_format % (s, record.msecs)
    return s

  def formatException(self, ei):
    """The text of an exception."""
    import traceback
    s = "".join(traceback.format_exception(ei[0], ei[1], ei[2]))
    return s[:-1] if s[-1:] == "\n" else s

  def usesTime(self):
    return self._style.usesTime()

  def formatMessage(self, record):
    return self._style.format(record)

  def formatStack(self, stack_info):
    return stack_info

  def format(self, record):
    """The text of a record."""
    record.message = record.getMessage()
    if self.usesTime():
      record.asctime = self.formatTime(record, self.datefmt)
    s = self.formatMessage(record)
    if record.exc_info and not record.exc_text:
      record.exc_text = self.formatException(record.exc_info)
    if record.exc_text:
      if s[-1:] != "\n":
        s += "\n"
      s += record.exc_text
    if record.stack_info:
      if s[-1:] != "\n":
        s += "\n"
      s += self.formatStack(record.stack_info)
    return s


_defaultFormatter = Formatter()


class BufferingFormatter:
  """Makes text of several records."""

  def __init__(self, linefmt=None):
    self.linefmt = linefmt or _defaultFormatter

  def formatHeader(self, records):
    return ""

  def formatFooter(self, records):
    return ""

  def format(self, records):
    if not records:
      return ""
    return self.formatHeader(records) + "".join(map(self.linefmt.format, records)) + self.formatFooter(records)


class Filter:
  """Lets pass the records of a logger and of those below it."""

  def __init__(self, name=""):
    self.name = name
    self.nlen = len(name)

  def filter(self, record):
    if self.nlen == 0 or self.name == record.name:
      return True
    return record.name.startswith(self.name) and record.name[self.nlen] == "."


class Filterer:
  """Base of loggers and handlers."""

  def __init__(self):
    self.filters = []

  def addFilter(self, filter):
    if filter not in self.filters:
      self.filters.append(filter)

  def removeFilter(self, filter):
    if filter in self.filters:
      self.filters.remove(filter)

  def filter(self, record):
    """Whether every filter lets the record pass."""
    for f in self.filters:
      result = f.filter(record) if hasattr(f, "filter") else f(record)
      if not result:
        return False
    return True


# -- handlers

_handlers = {}
_handlerList = []  # weak references to all that live, in the order in which they were made


def _forget_handler(reference):
  if reference in _handlerList:
    _handlerList.remove(reference)


class Handler(Filterer):
  """Sends records somewhere."""

  def __init__(self, level=NOTSET):
    super().__init__()
    self._name = None
    self.level = _checkLevel(level)
    self.formatter = None
    self._closed = False
    _handlerList.append(_ref(self, _forget_handler))
    self.createLock()

  def get_name(self):
    return self._name

  def set_name(self, name):
    if self._name in _handlers:
      del _handlers[self._name]
    self._name = name
    if name:
      _handlers[name] = self

  name = property(get_name, set_name)

  def createLock(self):
    self.lock = RLock()

  def acquire(self):
    if self.lock:
      self.lock.acquire()

  def release(self):
    if self.lock:
      self.lock.release()

  def setLevel(self, level):
    """Ignore records below the level."""
    self.level = _checkLevel(level)

  def format(self, record):
    return (self.formatter or _defaultFormatter).format(record)

  def emit(self, record):
    raise NotImplementedError("emit must be implemented by Handler subclasses")

  def handle(self, record):
    rv = self.filter(record)
    if rv:
      self.acquire()
      try:
        self.emit(record)
      finally:
        self.release()
    return rv

  def setFormatter(self, fmt):
    """Set what makes text of records."""
    self.formatter = fmt

  def flush(self):
    pass

  def close(self):
    """Forget the handler."""
    self._closed = True
    if self._name in _handlers:
      del _handlers[self._name]

  def handleError(self, record):
    """Show an exception that was raised in emit()."""
    if raiseExceptions and sys.stderr:
      import traceback
      t, v, tb = sys.exc_info()
      try:
        sys.stderr.write("--- Logging error ---\n")
        traceback.print_exception(t, v, tb, None, sys.stderr)
        stack = traceback.extract_stack()
        while stack and os.path.dirname(stack[-1].filename) == __path__[0]:
          stack.pop()
        sys.stderr.write("Call stack:\n" + "".join(traceback.format_list(stack)))
        if not stack:
          sys.stderr.write(f"Logged from file {record.filename}, line {record.lineno}\n")
        try:
          sys.stderr.write(f"Message: {record.msg!r}\nArguments: {record.args}\n")
        except RecursionError:
          raise
        except Exception:
          sys.stderr.write("Unable to print the message and arguments - possible formatting error.\n"
                           "Use the traceback above to help find the error.\n")
      except OSError:
        pass
      finally:
        del t, v, tb

  def __repr__(self):
    return f"<{self.__class__.__name__} ({getLevelName(self.level)})>"


class StreamHandler(Handler):
  """Writes lines to a stream, stderr by default."""

  terminator = "\n"

  def __init__(self, stream=None):
    super().__init__()
    self.stream = sys.stderr if stream is None else stream

  def flush(self):
    self.acquire()
    try:
      if self.stream and hasattr(self.stream, "flush"):
        self.stream.flush()
    finally:
      self.release()

  def emit(self, record):
    try:
      self.stream.write(self.format(record) + self.terminator)
      self.flush()
    except RecursionError:
      raise
    except Exception:
      self.handleError(record)

  def setStream(self, stream):
    """Write to another stream; returns the old one, or None when it is the same."""
    if stream is self.stream:
      return None
    result = self.stream
    self.flush()
    self.stream = stream
    return result

  def __repr__(self):
    name = str(getattr(self.stream, "name", ""))
    return f"<{self.__class__.__name__} {name + ' ' if name else ''}({getLevelName(self.level)})>"

  __class_getitem__ = classmethod(type(list[int]))


class FileHandler(StreamHandler):
  """Writes lines to a file."""

  def __init__(self, filename, mode="a", encoding=None, delay=False, errors=None):
    self.baseFilename = os.path.abspath(os.fspath(filename))
    self.mode = mode
    self.encoding = "locale" if encoding is None and "b" not in mode else encoding
    self.errors = errors
    self.delay = delay
    if delay:
      Handler.__init__(self)
      self.stream = None
    else:
      super().__init__(self._open())

  def close(self):
    self.acquire()
    try:
      if self.stream:
        self.flush()
        stream, self.stream = self.stream, None
        stream.close()
      super().close()
    finally:
      self.release()

  def _open(self):
    return open(self.baseFilename, self.mode, encoding=self.encoding or (None if "b" in self.mode else "utf-8"), errors=self.errors)

  def emit(self, record):
    if self.stream is None and (self.mode != "w" or not self._closed):
      self.stream = self._open()
    if self.stream:
      super().emit(record)

  def __repr__(self):
    return f"<{self.__class__.__name__} {self.baseFilename} ({getLevelName(self.level)})>"


class _StderrHandler(StreamHandler):
  def __init__(self, level=NOTSET):
    Handler.__init__(self, level)

  @property
  def stream(self):
    return sys.stderr


class NullHandler(Handler):
  """Does nothing."""

  def handle(self, record):
    pass

  def emit(self, record):
    pass

  def createLock(self):
    self.lock = None


lastResort = _StderrHandler(WARNING)


# -- loggers


class PlaceHolder:
  """Stands in the tree for a logger nobody asked for yet."""

  def __init__(self, alogger):
    self.loggerMap = {alogger: None}

  def append(self, alogger):
    self.loggerMap.setdefault(alogger)


_loggerClass = None


def _check_logger_class(klass):
  if klass != Logger and not issubclass(klass, Logger):
    raise TypeError("logger not derived from logging.Logger: " + klass.__name__)


def setLoggerClass(klass):
  """Set the class of new loggers."""
  global _loggerClass
  _check_logger_class(klass)
  _loggerClass = klass


def getLoggerClass():
  """The class of new loggers."""
  return _loggerClass


class Manager:
  """The tree of loggers."""

  def __init__(self, rootnode):
    self.root = rootnode
    self._disable = 0
    self.emittedNoHandlerWarning = False
    self.loggerDict = {}
    self.loggerClass = None
    self.logRecordFactory = None

  @property
  def disable(self):
    """Events up to this level are ignored."""
    return self._disable

  @disable.setter
  def disable(self, value):
    self._disable = _checkLevel(value)

  def getLogger(self, name):
    if not isinstance(name, str):
      raise TypeError("A logger name must be a string")
    with _lock:
      rv = self.loggerDict.get(name)
      if rv is not None and not isinstance(rv, PlaceHolder):
        return rv
      placeholder = rv
      rv = (self.loggerClass or _loggerClass)(name)
      rv.manager = self
      self.loggerDict[name] = rv
      if placeholder is not None:
        self._fixupChildren(placeholder, rv)
      self._fixupParents(rv)
      return rv

  def setLoggerClass(self, klass):
    _check_logger_class(klass)
    self.loggerClass = klass

  def setLogRecordFactory(self, factory):
    self.logRecordFactory = factory

  def _fixupParents(self, alogger):
    name = alogger.name
    parent = None
    i = name.rfind(".")
    while i > 0 and parent is None:
      prefix = name[:i]
      obj = self.loggerDict.get(prefix)
      if obj is None:
        self.loggerDict[prefix] = PlaceHolder(alogger)
      elif isinstance(obj, Logger):
        parent = obj
      else:
        obj.append(alogger)
      i = name.rfind(".", 0, i)
    alogger.parent = parent or self.root

  def _fixupChildren(self, placeholder, alogger):
    name = alogger.name
    for child in placeholder.loggerMap:
      if child.parent.name[:len(name)] != name:
        alogger.parent = child.parent
        child.parent = alogger

  def _clear_cache(self):
    with _lock:
      for logger in self.loggerDict.values():
        if isinstance(logger, Logger):
          logger._cache.clear()
      self.root._cache.clear()


class Logger(Filterer):
  """A named source of events."""

  def __init__(self, name, level=NOTSET):
    super().__init__()
    self.name = name
    self.level = _checkLevel(level)
    self.parent = None
    self.propagate = True
    self.handlers = []
    self.disabled = False
    self._cache = {}

  def __reduce__(self):
    if getLogger(self.name) is not self:
      import pickle
      raise pickle.PicklingError("logger cannot be pickled")
    return getLogger, (self.name,)

  def setLevel(self, level):
    """Ignore events below the level."""
    self.level = _checkLevel(level)
    self.manager._clear_cache()

  def debug(self, msg, *args, **kwargs):
    if self.isEnabledFor(DEBUG):
      self._log(DEBUG, msg, args, **kwargs)

  def info(self, msg, *args, **kwargs):
    if self.isEnabledFor(INFO):
      self._log(INFO, msg, args, **kwargs)

  def warning(self, msg, *args, **kwargs):
    if self.isEnabledFor(WARNING):
      self._log(WARNING, msg, args, **kwargs)

  def warn(self, msg, *args, **kwargs):
    import warnings
    warnings.warn("The 'warn' method is deprecated, use 'warning' instead", DeprecationWarning, 2)
    self.warning(msg, *args, **kwargs)

  def error(self, msg, *args, **kwargs):
    if self.isEnabledFor(ERROR):
      self._log(ERROR, msg, args, **kwargs)

  def exception(self, msg, *args, exc_info=True, **kwargs):
    """error() with the exception being handled."""
    self.error(msg, *args, exc_info=exc_info, **kwargs)

  def critical(self, msg, *args, **kwargs):
    if self.isEnabledFor(CRITICAL):
      self._log(CRITICAL, msg, args, **kwargs)

  def fatal(self, msg, *args, **kwargs):
    self.critical(msg, *args, **kwargs)

  def log(self, level, msg, *args, **kwargs):
    """An event of any level."""
    if not isinstance(level, int):
      if raiseExceptions:
        raise TypeError("level must be an integer")
      return
    if self.isEnabledFor(level):
      self._log(level, msg, args, **kwargs)

  def findCaller(self, stack_info=False, stacklevel=1):
    """(file, line, function, stack) of who logs."""
    caller = _caller(_srcfile, stacklevel)
    if caller is None:
      return "(unknown file)", 0, "(unknown function)", None
    sinfo = None
    if stack_info:
      import traceback
      lines = [line for line in traceback.format_stack() if _srcfile not in line.partition("\n")[0]]
      sinfo = "Stack (most recent call last):\n" + "".join(lines).rstrip("\n")
    return *caller, sinfo

  def makeRecord(self, name, level, fn, lno, msg, args, exc_info, func=None, extra=None, sinfo=None):
    rv = _logRecordFactory(name, level, fn, lno, msg, args, exc_info, func, sinfo)
    if extra is not None:
      for key in extra:
        if key in ("message", "asctime") or key in rv.__dict__:
          raise KeyError(f"Attempt to overwrite {key!r} in LogRecord")
        rv.__dict__[key] = extra[key]
    return rv

  def _log(self, level, msg, args, exc_info=None, extra=None, stack_info=False, stacklevel=1):
    fn, lno, func, sinfo = self.findCaller(stack_info, stacklevel)
    if exc_info:
      if isinstance(exc_info, BaseException):
        exc_info = (type(exc_info), exc_info, exc_info.__traceback__)
      elif not isinstance(exc_info, tuple):
        exc_info = sys.exc_info()
    self.handle(self.makeRecord(self.name, level, fn, lno, msg, args, exc_info, func, extra, sinfo))

  def handle(self, record):
    """Send a record to the handlers, if the filters let it pass."""
    if not self.disabled and self.filter(record):
      self.callHandlers(record)

  def addHandler(self, hdlr):
    with _lock:
      if hdlr not in self.handlers:
        self.handlers.append(hdlr)

  def removeHandler(self, hdlr):
    with _lock:
      if hdlr in self.handlers:
        self.handlers.remove(hdlr)

  def hasHandlers(self):
    """Whether a handler would get the events."""
    c = self
    while c:
      if c.handlers:
        return True
      if not c.propagate:
        break
      c = c.parent
    return False

  def callHandlers(self, record):
    c = self
    found = 0
    while c:
      for hdlr in c.handlers:
        found += 1
        if record.levelno >= hdlr.level:
          hdlr.handle(record)
      c = c.parent if c.propagate else None
    if found == 0:
      if lastResort:
        if record.levelno >= lastResort.level:
          lastResort.handle(record)
      elif raiseExceptions and not self.manager.emittedNoHandlerWarning:
        sys.stderr.write(f'No handlers could be found for logger "{self.name}"\n')
        self.manager.emittedNoHandlerWarning = True

  def getEffectiveLevel(self):
    """The level of this logger or of the nearest one above that has one."""
    logger = self
    while logger:
      if logger.level:
        return logger.level
      logger = logger.parent
    return NOTSET

  def isEnabledFor(self, level):
    """Whether events of the level are processed."""
    if self.disabled:
      return False
    try:
      return self._cache[level]
    except KeyError:
      enabled = self._cache[level] = self.manager.disable < level and level >= self.getEffectiveLevel()
      return enabled

  def getChild(self, suffix):
    """The logger below this one."""
    if self.root is not self:
      suffix = self.name + "." + suffix
    return self.manager.getLogger(suffix)

  def __repr__(self):
    return f"<{self.__class__.__name__} {self.name} ({getLevelName(self.getEffectiveLevel())})>"


class RootLogger(Logger):
  """The top of the tree."""

  def __init__(self, level):
    super().__init__("root", level)

  def __reduce__(self):
    return getLogger, ()


_loggerClass = Logger
root = RootLogger(WARNING)
Logger.root = root
Logger.manager = Manager(root)


class LoggerAdapter:
  """A logger with additional information."""

  def __init__(self, logger, extra=None):
    self.logger = logger
    self.extra = extra

  def process(self, msg, kwargs):
    kwargs["extra"] = self.extra
    return msg, kwargs

  def debug(self, msg, *args, **kwargs):
    self.log(DEBUG, msg, *args, **kwargs)

  def info(self, msg, *args, **kwargs):
    self.log(INFO, msg, *args, **kwargs)

  def warning(self, msg, *args, **kwargs):
    self.log(WARNING, msg, *args, **kwargs)

  def error(self, msg, *args, **kwargs):
    self.log(ERROR, msg, *args, **kwargs)

  def exception(self, msg, *args, exc_info=True, **kwargs):
    self.log(ERROR, msg, *args, exc_info=exc_info, **kwargs)

  def critical(self, msg, *args, **kwargs):
    self.log(CRITICAL, msg, *args, **kwargs)

  def warn(self, msg, *args, **kwargs):
    import warnings
    warnings.warn("The 'warn' method is deprecated, use 'warning' instead", DeprecationWarning, 2)
    self.warning(msg, *args, **kwargs)

  def log(self, level, msg, *args, **kwargs):
    if self.isEnabledFor(level):
      msg, kwargs = self.process(msg, kwargs)
      self.logger.log(level, msg, *args, **kwargs)

  def _log(self, level, msg, args, **kwargs):
    return self.logger._log(level, msg, args, **kwargs)

  def isEnabledFor(self, level):
    return self.logger.isEnabledFor(level)

  def setLevel(self, level):
    self.logger.setLevel(level)

  def getEffectiveLevel(self):
    return self.logger.getEffectiveLevel()

  def hasHandlers(self):
    return self.logger.hasHandlers()

  @property
  def manager(self):
    return self.logger.manager

  @manager.setter
  def manager(self, value):
    self.logger.manager = value

  @property
  def name(self):
    return self.logger.name

  def __repr__(self):
    return f"<{self.__class__.__name__} {self.logger.name} ({getLevelName(self.logger.getEffectiveLevel())})>"

  __class_getitem__ = classmethod(type(list[int]))


# -- functions of the root logger


def basicConfig(**kwargs):
  """Give the root logger a handler, unless it has one."""
  with _lock:
    force = kwargs.pop("force", False)
    encoding = kwargs.pop("encoding", None)
    errors = kwargs.pop("errors", "backslashreplace")
    if force:
      for h in root.handlers[:]:
        root.removeHandler(h)
        h.close()
    if root.handlers:
      return
    handlers = kwargs.pop("handlers", None)
    if handlers is None:
      if "stream" in kwargs and "filename" in kwargs:
        raise ValueError("'stream' and 'filename' should not be specified together")
    elif "stream" in kwargs or "filename" in kwargs:
      raise ValueError("'stream' or 'filename' should not be specified together with 'handlers'")
    if handlers is None:
      filename = kwargs.pop("filename", None)
      mode = kwargs.pop("filemode", "a")
      if filename:
        if "b" in mode:
          encoding = errors = None
        handlers = [FileHandler(filename, mode, encoding=encoding, errors=errors)]
      else:
        handlers = [StreamHandler(kwargs.pop("stream", None))]
    dfs = kwargs.pop("datefmt", None)
    style = kwargs.pop("style", "%")
    if style not in _STYLES:
      raise ValueError(f"Style must be one of: {','.join(_STYLES)}")
    fmt = Formatter(kwargs.pop("format", _STYLES[style][1]), dfs, style)
    for h in handlers:
      if h.formatter is None:
        h.setFormatter(fmt)
      root.addHandler(h)
    level = kwargs.pop("level", None)
    if level is not None:
      root.setLevel(level)
    if kwargs:
      raise ValueError(f"Unrecognised argument(s): {', '.join(kwargs.keys())}")


def getLogger(name=None):
  """The logger of a name; the root logger without one."""
  if not name or isinstance(name, str) and name == root.name:
    return root
  return Logger.manager.getLogger(name)


def critical(msg, *args, **kwargs):
  if not root.handlers:
    basicConfig()
  root.critical(msg, *args, **kwargs)


fatal = critical


def error(msg, *args, **kwargs):
  if not root.handlers:
    basicConfig()
  root.error(msg, *args, **kwargs)


def exception(msg, *args, exc_info=True, **kwargs):
  error(msg, *args, exc_info=exc_info, **kwargs)


def warning(msg, *args, **kwargs):
  if not root.handlers:
    basicConfig()
  root.warning(msg, *args, **kwargs)


def warn(msg, *args, **kwargs):
  import warnings
  warnings.warn("The 'warn' function is deprecated, use 'warning' instead", DeprecationWarning, 2)
  warning(msg, *args, **kwargs)


def info(msg, *args, **kwargs):
  if not root.handlers:
    basicConfig()
  root.info(msg, *args, **kwargs)


def debug(msg, *args, **kwargs):
  if not root.handlers:
    basicConfig()
  root.debug(msg, *args, **kwargs)


def log(level, msg, *args, **kwargs):
  if not root.handlers:
    basicConfig()
  root.log(level, msg, *args, **kwargs)


def disable(level=CRITICAL):
  """Ignore all events up to the level."""
  root.manager.disable = level
  root.manager._clear_cache()


def shutdown(handlerList=None):
  """Flush and close all handlers."""
  for h in reversed(list(_handlerList if handlerList is None else handlerList)):
    if not isinstance(h, Handler):
      h = h()  # a weak reference, as CPython keeps them
    try:
      if h:
        try:
          h.acquire()
          h.flush()
          h.close()
        except (OSError, ValueError):
          pass  # Its file may be closed already.
        finally:
          h.release()
    except Exception:
      if raiseExceptions:
        raise


_warnings_showwarning = None


def captureWarnings(capture):
  """Send warnings to the logger py.warnings."""
  global _warnings_showwarning
  import warnings
  if capture:
    if _warnings_showwarning is None:
      _warnings_showwarning = warnings.showwarning
      warnings.showwarning = _showwarning
  elif _warnings_showwarning is not None:
    warnings.showwarning = _warnings_showwarning
    _warnings_showwarning = None


def _showwarning(message, category, filename, lineno, file=None, line=None):
  import warnings
  if file is not None:
    if _warnings_showwarning is not None:
      _warnings_showwarning(message, category, filename, lineno, file, line)
    return
  logger = getLogger("py.warnings")
  if not logger.handlers:
    logger.addHandler(NullHandler())
  logger.warning(warnings.formatwarning(message, category, filename, lineno, line))


import atexit

atexit.register(shutdown)
del atexit
