# MemoryHandler, BufferingHandler, QueueHandler and QueueListener; priorities of the system log.
import logging
import logging.handlers
import queue


class Show(logging.Handler):
  def emit(self, record):
    print("shown", self.format(record).splitlines()[-1])


logger = logging.getLogger("memory")
logger.setLevel(logging.DEBUG)
logger.propagate = False
memory = logging.handlers.MemoryHandler(3, target=Show())
logger.addHandler(memory)
logger.info("one")
logger.info("two")
print(len(memory.buffer))
logger.error("severe")
logger.info("at the end")
memory.close()
logger.removeHandler(memory)
buffering = logging.handlers.BufferingHandler(2)
logger.addHandler(buffering)
for _ in range(2):
  logger.info("kept")
  print(len(buffering.buffer))
logger.removeHandler(buffering)

records = queue.Queue()
handler = logging.handlers.QueueHandler(records)
logger.addHandler(handler)
listener = logging.handlers.QueueListener(records, Show(), respect_handler_level=True)
listener.start()
try:
  1 / 0
except ZeroDivisionError:
  logger.exception("with %s", "traceback")
logger.info("number %d", 5)
listener.stop()
logger.removeHandler(handler)
record = logging.makeLogRecord({"msg": "m %s", "args": ("x",), "levelno": 20, "levelname": "INFO"})
prepared = handler.prepare(record)
print(prepared.msg, prepared.args, prepared.message, record.args)
system = logging.handlers.SysLogHandler.__new__(logging.handlers.SysLogHandler)
print(system.encodePriority("local0", "debug"), system.mapPriority("INFO"), system.mapPriority("other"), system.encodePriority(1, 2))
for arguments in ({"method": "PUT"}, {"context": 1}):
  try:
    logging.handlers.HTTPHandler("host", "url", **arguments)
  except ValueError as error:
    print(error)
try:
  logging.handlers.QueueListener(queue.Queue()).stop()
except AttributeError as error:
  print(error)
