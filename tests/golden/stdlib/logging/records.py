# Records, formatters, filters, adapters, handlers, the tree of loggers.
import io
import logging
import pickle
import sys

stream = io.StringIO()
handler = logging.StreamHandler(stream)
handler.setFormatter(logging.Formatter("%(levelname)s|%(name)s|%(message)s|%(funcName)s|%(module)s|%(processName)s|%(threadName)s"))
log = logging.getLogger("app.part")
log.addHandler(handler)
log.setLevel(logging.DEBUG)
log.propagate = False


def work():
  log.debug("value %d of %s", 1, "x")
  log.info("by name %(a)s", {"a": 5})
  log.warning("none")
  log.error(ValueError("an object"))
  log.critical("%s %s", 1, 2)
  log.fatal("fatal")
  log.log(35, "between")


work()
logging.addLevelName(35, "ODD")
log.log(35, "named")
print(stream.getvalue())
print(logging.getLevelName(35), logging.getLevelName("ODD"), logging.getLevelName(7), logging.getLevelNamesMapping()["ODD"], log.getEffectiveLevel(),
      log.isEnabledFor(5), log.hasHandlers(), log.getChild("sub").name, log.parent.name, log, logging.getLogger("app"), logging.getLogger())
print(pickle.loads(pickle.dumps(log)) is log, pickle.loads(pickle.dumps(logging.getLogger())) is logging.root)

record = logging.LogRecord("name", logging.INFO, "/some/where/file.py", 12, "text %s", ("arg",), None, "function")
print(record, record.getMessage(), record.filename, record.module, record.pathname, record.lineno, record.levelname, record.funcName, record.exc_info, record.msecs >= 0)
for fmt, style, options in (("%(message)s %(lineno)05d", "%", {}), ("{message!r:>12} {levelname}", "{", {}), ("$message ${name} $$", "$", {}),
                            ("{message} {extra}", "{", {"defaults": {"extra": "E"}})):
  print(logging.Formatter(fmt, style=style, **options).format(record))
formatter = logging.Formatter("%(asctime)s %(message)s", "%Y")
record.created = record.msecs = 0
formatter.converter = __import__("time").gmtime
print(formatter.format(record), formatter.usesTime(), formatter.formatTime(record), logging.Formatter().formatTime(record)[-4:-3] == ",")
try:
  1 / 0
except ZeroDivisionError:
  print(formatter.formatException(sys.exc_info()).splitlines()[-1])
print(logging.BufferingFormatter(logging.Formatter("%(message)s")).format([record, record]), logging.makeLogRecord({"msg": "made", "levelno": 10}).getMessage())
for fmt, style in (("{x!z}", "{"), ("{", "{"), ("{a!rr:5}", "{"), ("{x:.2ff}", "{"), ("no fields", "{"), ("%(x)z", "%"), ("$", "$"), ("x", "?")):
  try:
    logging.Formatter(fmt, style=style)
    print("accepted", fmt)
  except ValueError as error:
    print(error)

below = logging.Filter("app.part")
print(below.filter(logging.makeLogRecord({"name": "app.part.x"})), below.filter(logging.makeLogRecord({"name": "app.party"})))
log.addFilter(lambda record: "secret" not in record.getMessage())
stream.truncate(0)
stream.seek(0)
handler.setFormatter(logging.Formatter("%(message)s %(user)s"))
adapter = logging.LoggerAdapter(log, {"user": "ann"})
adapter.info("secret thing")
adapter.info("open thing")
adapter.critical("adapted %s", 1)
print(stream.getvalue(), adapter.isEnabledFor(10), adapter.getEffectiveLevel(), adapter.hasHandlers(), adapter)

log.removeHandler(handler)
for name in ("quiet", "loud"):
  logging.getLogger(name).addHandler(logging.NullHandler())
logging.disable(logging.INFO)
print(log.isEnabledFor(logging.INFO), log.isEnabledFor(logging.ERROR))
logging.disable(logging.NOTSET)


class Loud(logging.Logger):
  def shout(self, text):
    self.info(text.upper())


logging.setLoggerClass(Loud)
print(type(logging.getLogger("new")).__name__, logging.getLoggerClass().__name__)
for function in (lambda: logging.setLoggerClass(int), lambda: log.setLevel("NONE"), lambda: log.setLevel(1.5), lambda: logging.getLogger(5)):
  try:
    function()
  except (TypeError, ValueError) as error:
    print(type(error).__name__, error)
logging.setLoggerClass(logging.Logger)
factory = logging.getLogRecordFactory()
logging.setLogRecordFactory(lambda *args, **kwargs: setattr(made := factory(*args, **kwargs), "extra", "added") or made)
handler.setFormatter(logging.Formatter("%(message)s %(extra)s"))
log.addHandler(handler)
log.info("with factory")
logging.setLogRecordFactory(factory)
print(stream.getvalue().splitlines()[-1])
handler.setStream(sys.stdout)
handler.setFormatter(None)
logging.logThreads = logging.logProcesses = logging.logMultiprocessing = False
record = log.makeRecord("n", 10, None, 1, "m", (), None)
print(record.thread, record.threadName, record.process, record.processName, record.module)
log.info("stack", stack_info=False, extra={"more": 1})
