"""Configuring logging from a dictionary or a file.

>>> dictConfig({"version": 1, "root": {"level": "ERROR"}})
"""

import io
import logging
import logging.handlers
import os
import re
import threading

DEFAULT_LOGGING_CONFIG_PORT = 9030

_IDENTIFIER = re.compile(r"(?i)^[a-z_][a-z0-9_]*$")  # re.I would make the class of flags


def valid_ident(s):
  """True for the name of a parameter, else ValueError."""
  if not _IDENTIFIER.match(s):
    raise ValueError(f"Not a valid Python identifier: {s!r}")
  return True


def _resolve(name):
  """The object with a dotted name."""
  first, *parts = name.split(".")
  path = first
  found = __import__(path)
  for part in parts:
    path += "." + part
    try:
      found = getattr(found, part)
    except AttributeError:
      __import__(path)
      found = getattr(found, part)
  return found


def _clear_handlers():
  logging._handlers.clear()
  logging.shutdown(logging._handlerList[:])
  del logging._handlerList[:]


# Configuration files.

def fileConfig(fname, defaults=None, disable_existing_loggers=True, encoding=None):
  """Configures logging from a configparser file: [loggers], [handlers], [formatters] and a section for each of them."""
  import configparser
  if isinstance(fname, str):
    if not os.path.exists(fname):
      raise FileNotFoundError(f"{fname} doesn't exist")
    if not os.path.getsize(fname):
      raise RuntimeError(f"{fname} is an empty file")
  if isinstance(fname, configparser.RawConfigParser):
    parser = fname
  else:
    try:
      parser = configparser.ConfigParser(defaults)
      if hasattr(fname, "readline"):
        parser.read_file(fname)
      else:
        parser.read(fname, encoding=encoding)
    except configparser.ParsingError as error:
      raise RuntimeError(f"{fname} is invalid: {error}")
  formatters = _file_formatters(parser)
  with logging._lock:
    _clear_handlers()
    handlers = _file_handlers(parser, formatters)
    _file_loggers(parser, handlers, disable_existing_loggers)


def _names(text):
  return [name.strip() for name in text.split(",")]


def _file_formatters(parser):
  names = parser["formatters"]["keys"]
  result = {}
  for name in _names(names) if names else ():
    section = parser[f"formatter_{name}"]
    cls = _resolve(section["class"]) if section.get("class") else logging.Formatter
    result[name] = cls(parser.get(section.name, "format", raw=True, fallback=None),
                       parser.get(section.name, "datefmt", raw=True, fallback=None),
                       parser.get(section.name, "style", raw=True, fallback="%"))
  return result


def _file_handlers(parser, formatters):
  names = parser["handlers"]["keys"]
  result = {}
  targets = []
  for name in _names(names) if names else ():
    section = parser[f"handler_{name}"]
    kind = section["class"]
    try:
      cls = eval(kind, vars(logging))
    except (AttributeError, NameError):
      cls = _resolve(kind)
    args = eval(section.get("args", "()"), vars(logging))
    kwargs = eval(section.get("kwargs", "{}"), vars(logging))
    handler = cls(*args, **kwargs)
    handler.name = name
    if "level" in section:
      handler.setLevel(section["level"])
    formatter = section.get("formatter", "")
    if formatter:
      handler.setFormatter(formatters[formatter])
    if issubclass(cls, logging.handlers.MemoryHandler) and section.get("target", ""):
      targets.append((handler, section["target"]))
    result[name] = handler
  for handler, target in targets:
    handler.setTarget(result[target])
  return result


def _disable_others(existing, children, disable_existing):
  """What happens to loggers that the new configuration does not name."""
  for name in existing:
    logger = logging.root.manager.loggerDict[name]
    if name in children:
      logger.setLevel(logging.NOTSET)
      logger.handlers = []
      logger.propagate = True
    else:
      logger.disabled = disable_existing


def _take_with_children(name, existing, children):
  """Removes a logger from the existing ones; those below it become children."""
  if name in existing:
    prefix = name + "."
    children.extend([other for other in existing if other.startswith(prefix)])
    existing.remove(name)


def _file_loggers(parser, handlers, disable_existing):
  names = _names(parser["loggers"]["keys"])
  names.remove("root")
  section = parser["logger_root"]
  root = logging.root
  if "level" in section:
    root.setLevel(section["level"])
  for handler in root.handlers[:]:
    root.removeHandler(handler)
  for name in _names(section["handlers"]) if section["handlers"] else ():
    root.addHandler(handlers[name])
  existing = sorted(root.manager.loggerDict)
  children = []
  for name in names:
    section = parser[f"logger_{name}"]
    qualified = section["qualname"]
    logger = logging.getLogger(qualified)
    _take_with_children(qualified, existing, children)
    if "level" in section:
      logger.setLevel(section["level"])
    for handler in logger.handlers[:]:
      logger.removeHandler(handler)
    logger.propagate = section.getint("propagate", fallback=1)
    logger.disabled = 0
    for handler in _names(section["handlers"]) if section["handlers"] else ():
      logger.addHandler(handlers[handler])
  _disable_others(existing, children, disable_existing)


# Dictionaries: values may be written as cfg://path (another value of the dictionary) or ext://name (an object of a module).

class ConvertingMixin:
  """Containers whose items are converted when they are read."""

  def convert_with_key(self, key, value, replace=True):
    result = self.configurator.convert(value)
    if value is not result:
      if replace:
        self[key] = result
      if isinstance(result, (ConvertingDict, ConvertingList, ConvertingTuple)):
        result.parent = self
        result.key = key
    return result

  def convert(self, value):
    result = self.configurator.convert(value)
    if value is not result and isinstance(result, (ConvertingDict, ConvertingList, ConvertingTuple)):
      result.parent = self
    return result


class ConvertingDict(dict, ConvertingMixin):
  """A dictionary whose values are converted when they are read."""

  def __getitem__(self, key):
    return self.convert_with_key(key, dict.__getitem__(self, key))

  def get(self, key, default=None):
    return self.convert_with_key(key, dict.get(self, key, default))

  def pop(self, key, default=None):
    return self.convert_with_key(key, dict.pop(self, key, default), replace=False)


class ConvertingList(list, ConvertingMixin):
  """A list whose items are converted when they are read."""

  def __getitem__(self, key):
    return self.convert_with_key(key, list.__getitem__(self, key))

  def pop(self, index=-1):
    return self.convert(list.pop(self, index))


class ConvertingTuple(tuple, ConvertingMixin):
  """A tuple whose items are converted when they are read."""

  def __getitem__(self, key):
    return self.convert_with_key(key, tuple.__getitem__(self, key), replace=False)


class BaseConfigurator:
  """Reads values of configuration dictionaries."""

  value_converters = {"ext": "ext_convert", "cfg": "cfg_convert"}
  importer = staticmethod(__import__)

  def __init__(self, config):
    self.config = ConvertingDict(config)
    self.config.configurator = self

  def resolve(self, s):
    """The object with a dotted name."""
    parts = s.split(".")
    path = parts.pop(0)
    try:
      found = self.importer(path)
      for part in parts:
        path += "." + part
        try:
          found = getattr(found, part)
        except AttributeError:
          self.importer(path)
          found = getattr(found, part)
      return found
    except ImportError as error:
      raise ValueError(f"Cannot resolve {s!r}: {error}") from error

  def ext_convert(self, value):
    return self.resolve(value)

  def cfg_convert(self, value):
    """The value at a path like handlers.console or list[0]."""
    rest = value
    match = re.match(r"^\s*(\w+)\s*", rest)
    if match is None:
      raise ValueError(f"Unable to convert {value!r}")
    rest = rest[match.end():]
    found = self.config[match.groups()[0]]
    while rest:
      match = re.match(r"^\.\s*(\w+)\s*", rest)
      if match:
        found = found[match.groups()[0]]
      else:
        match = re.match(r"^\[([^\[]+)\]\s*", rest)
        if not match:
          raise ValueError(f"Unable to convert {value!r} at {rest!r}")
        index = match.groups()[0]
        try:
          found = found[int(index) if index.isdigit() else index]
        except (TypeError, KeyError):
          found = found[index]
      rest = rest[match.end():]
    return found

  def convert(self, value):
    """The value with containers that convert, and prefixes replaced."""
    for cls, base in ((ConvertingDict, dict), (ConvertingList, list), (ConvertingTuple, tuple)):
      if isinstance(value, base) and not isinstance(value, cls) and not hasattr(value, "_fields"):
        value = cls(value)
        value.configurator = self
        return value
    if isinstance(value, str):
      match = re.match(r"^(?P<prefix>[a-z]+)://(?P<suffix>.*)$", value)
      converter = match and self.value_converters.get(match.group("prefix"))
      if converter:
        return getattr(self, converter)(match.group("suffix"))
    return value

  def configure_custom(self, config):
    """Makes an object with the factory under "()"."""
    factory = config.pop("()")
    if not callable(factory):
      factory = self.resolve(factory)
    result = factory(**{key: config[key] for key in config if key != "." and valid_ident(key)})
    for name, value in (config.pop(".", None) or {}).items():
      setattr(result, name, value)
    return result

  def as_tuple(self, value):
    return tuple(value) if isinstance(value, list) else value


class DictConfigurator(BaseConfigurator):
  """Configures logging from a dictionary."""

  def configure(self):
    """Does it."""
    config = self.config
    if "version" not in config:
      raise ValueError("dictionary doesn't specify a version")
    if config["version"] != 1:
      raise ValueError(f"Unsupported version: {config['version']}")
    with logging._lock:
      if config.pop("incremental", False):
        self._configure_increment(config)
      else:
        self._configure_all(config)

  def _configure_increment(self, config):
    """Only levels of handlers, and levels and propagation of loggers."""
    for name, entry in config.get("handlers", {}).items():
      if name not in logging._handlers:
        raise ValueError(f"No handler found with name {name!r}")
      try:
        level = entry.get("level", None)
        if level:
          logging._handlers[name].setLevel(logging._checkLevel(level))
      except Exception as error:
        raise ValueError(f"Unable to configure handler {name!r}") from error
    for name, entry in config.get("loggers", {}).items():
      try:
        self.configure_logger(name, entry, True)
      except Exception as error:
        raise ValueError(f"Unable to configure logger {name!r}") from error
    root = config.get("root", None)
    if root:
      try:
        self.configure_root(root, True)
      except Exception as error:
        raise ValueError("Unable to configure root logger") from error

  def _configure_all(self, config):
    disable_existing = config.pop("disable_existing_loggers", True)
    _clear_handlers()
    for kind, configure in (("formatters", self.configure_formatter), ("filters", self.configure_filter)):
      entries = config.get(kind, {})
      for name in entries:
        try:
          entries[name] = configure(entries[name])
        except Exception as error:
          raise ValueError(f"Unable to configure {kind[:-1]} {name!r}") from error
    self._configure_handlers(config.get("handlers", {}))
    root = logging.root
    existing = sorted(root.manager.loggerDict)
    children = []
    loggers = config.get("loggers", {})
    for name in loggers:
      _take_with_children(name, existing, children)
      try:
        self.configure_logger(name, loggers[name])
      except Exception as error:
        raise ValueError(f"Unable to configure logger {name!r}") from error
    _disable_others(existing, children, disable_existing)
    entry = config.get("root", None)
    if entry:
      try:
        self.configure_root(entry)
      except Exception as error:
        raise ValueError("Unable to configure root logger") from error

  def _configure_handlers(self, entries):
    # A handler may name another one as its target, which then has to be there: it is tried again after all others.
    deferred = []
    for name in sorted(entries):
      try:
        handler = self.configure_handler(entries[name])
        handler.name = name
        entries[name] = handler
      except Exception as error:
        if "target not configured yet" in str(error.__cause__):
          deferred.append(name)
        else:
          raise ValueError(f"Unable to configure handler {name!r}") from error
    for name in deferred:
      try:
        handler = self.configure_handler(entries[name])
        handler.name = name
        entries[name] = handler
      except Exception as error:
        raise ValueError(f"Unable to configure handler {name!r}") from error

  def configure_formatter(self, config):
    """A formatter."""
    if "()" in config:
      factory = config["()"]
      try:
        return self.configure_custom(config)
      except TypeError as error:
        if "'format'" not in str(error):
          raise
        # The parameter is called fmt in newer formatters.
        config["fmt"] = config.pop("format")
        config["()"] = factory
        return self.configure_custom(config)
    name = config.get("class", None)
    cls = _resolve(name) if name else logging.Formatter
    args = config.get("format", None), config.get("datefmt", None), config.get("style", "%")
    if "validate" in config:
      return cls(*args, config["validate"])
    return cls(*args)

  def configure_filter(self, config):
    """A filter."""
    return self.configure_custom(config) if "()" in config else logging.Filter(config.get("name", ""))

  def add_filters(self, filterer, filters):
    """Adds filters, given by name or themselves."""
    for item in filters:
      try:
        wanted = item if callable(item) or callable(getattr(item, "filter", None)) else self.config["filters"][item]
        filterer.addFilter(wanted)
      except Exception as error:
        raise ValueError(f"Unable to add filter {item!r}") from error

  def configure_handler(self, config):
    """A handler."""
    original = dict(config)
    formatter = config.pop("formatter", None)
    if formatter:
      try:
        formatter = self.config["formatters"][formatter]
      except Exception as error:
        raise ValueError(f"Unable to set formatter {formatter!r}") from error
    level = config.pop("level", None)
    filters = config.pop("filters", None)
    if "()" in config:
      factory = config.pop("()")
      if not callable(factory):
        factory = self.resolve(factory)
    else:
      cls = self.resolve(config.pop("class"))
      if issubclass(cls, logging.handlers.MemoryHandler) and "target" in config:
        try:
          target = self.config["handlers"][config["target"]]
          if not isinstance(target, logging.Handler):
            config.update(original)
            raise TypeError("target not configured yet")
          config["target"] = target
        except Exception as error:
          raise ValueError(f"Unable to set target handler {config['target']!r}") from error
      elif issubclass(cls, logging.handlers.SMTPHandler) and "mailhost" in config:
        config["mailhost"] = self.as_tuple(config["mailhost"])
      elif issubclass(cls, logging.handlers.SysLogHandler) and "address" in config:
        config["address"] = self.as_tuple(config["address"])
      factory = cls
    attributes = config.pop(".", None)
    kwargs = {key: config[key] for key in config if valid_ident(key)}
    try:
      handler = factory(**kwargs)
    except TypeError as error:
      if "'stream'" not in str(error):
        raise
      kwargs["strm"] = kwargs.pop("stream")
      handler = factory(**kwargs)
    if formatter:
      handler.setFormatter(formatter)
    if level is not None:
      handler.setLevel(logging._checkLevel(level))
    if filters:
      self.add_filters(handler, filters)
    for name, value in (attributes or {}).items():
      setattr(handler, name, value)
    return handler

  def add_handlers(self, logger, handlers):
    """Adds handlers, given by name."""
    for name in handlers:
      try:
        logger.addHandler(self.config["handlers"][name])
      except Exception as error:
        raise ValueError(f"Unable to add handler {name!r}") from error

  def common_logger_config(self, logger, config, incremental=False):
    """What root and other loggers have in common."""
    level = config.get("level", None)
    if level is not None:
      logger.setLevel(logging._checkLevel(level))
    if incremental:
      return
    for handler in logger.handlers[:]:
      logger.removeHandler(handler)
    handlers = config.get("handlers", None)
    if handlers:
      self.add_handlers(logger, handlers)
    filters = config.get("filters", None)
    if filters:
      self.add_filters(logger, filters)

  def configure_logger(self, name, config, incremental=False):
    """A logger."""
    logger = logging.getLogger(name)
    self.common_logger_config(logger, config, incremental)
    logger.disabled = False
    propagate = config.get("propagate", None)
    if propagate is not None:
      logger.propagate = propagate

  def configure_root(self, config, incremental=False):
    """The root logger."""
    self.common_logger_config(logging.getLogger(), config, incremental)


dictConfigClass = DictConfigurator


def dictConfig(config):
  """Configures logging from a dictionary."""
  dictConfigClass(config).configure()


_listener = None


def listen(port=DEFAULT_LOGGING_CONFIG_PORT, verify=None):
  """A thread that takes configurations from a socket on this machine: four bytes of length, then JSON or a configuration file."""
  import json
  import socket

  class Listener(threading.Thread):
    def __init__(self):
      super().__init__()
      self.ready = threading.Event()
      self.stopped = False

    def run(self):
      global _listener
      with socket.create_server(("localhost", port)) as server:
        self.port = server.getsockname()[1]
        server.settimeout(0.2)
        _listener = self
        self.ready.set()
        while not self.stopped:
          try:
            connection, _ = server.accept()
          except TimeoutError:
            continue
          with connection:
            self.serve(connection)

    def receive(self, connection, size):
      data = b""
      while len(data) < size and (piece := connection.recv(size - len(data))):
        data += piece
      return data

    def serve(self, connection):
      connection.settimeout(None)
      data = self.receive(connection, int.from_bytes(self.receive(connection, 4), "big"))
      if verify is not None:
        data = verify(data)
      if data is None:
        return
      text = data.decode("utf-8")
      try:
        dictConfig(json.loads(text))
      except Exception:
        try:
          fileConfig(io.StringIO(text))
        except Exception:
          import traceback
          traceback.print_exc()

  return Listener()


def stopListening():
  """Ends the thread of listen()."""
  global _listener
  if _listener is not None:
    _listener.stopped = True
    _listener = None
