# Files that are rotated by size and by time, and a file that others move away.
import datetime
import logging
import logging.handlers
import os
import tempfile
import time

logger = logging.getLogger("rotating")
logger.setLevel(logging.DEBUG)
logger.propagate = False


def log(handler, *messages):
  handler.setFormatter(logging.Formatter("%(levelname)s %(message)s"))
  logger.addHandler(handler)
  for message in messages:
    logger.info(message)
  handler.close()
  logger.removeHandler(handler)


with tempfile.TemporaryDirectory() as folder:
  path = os.path.join(folder, "size.log")
  log(logging.handlers.RotatingFileHandler(path, maxBytes=50, backupCount=2), *[f"message {i}" for i in range(12)])
  for name in sorted(os.listdir(folder)):
    with open(os.path.join(folder, name)) as file:
      print(name, file.read().split("\n"))
  handler = logging.handlers.RotatingFileHandler(path, maxBytes=10, backupCount=1, delay=True)
  handler.namer = lambda name: name + ".old"
  handler.rotator = lambda source, target: (print("rotated to", os.path.basename(target)), os.rename(source, target))
  log(handler, "x" * 30, "y")
  path = os.path.join(folder, "time.log")
  handler = logging.handlers.TimedRotatingFileHandler(path, when="S", backupCount=1, utc=True)
  handler.rolloverAt = int(time.time()) - 1
  log(handler, "first")
  print(len([name for name in os.listdir(folder) if name.startswith("time.log")]))
  for when, now in [("S", 1000), ("M", 1000), ("H", 1000), ("D", 1000), ("MIDNIGHT", 1000), ("W0", 1000), ("W3", 1000), ("W6", 86400 * 3 + 5)]:
    handler = logging.handlers.TimedRotatingFileHandler(path, when=when, utc=True, delay=True)
    print(when, handler.computeRollover(now), handler.interval, handler.suffix)
  handler = logging.handlers.TimedRotatingFileHandler(path, when="midnight", utc=True, atTime=datetime.time(12, 30), delay=True)
  print(handler.computeRollover(1000), handler.computeRollover(86399))
  for when in ("X", "W", "W9"):
    try:
      logging.handlers.TimedRotatingFileHandler(path, when=when, delay=True)
    except ValueError as error:
      print(error)
  for name in ("time.log.2020-01-01", "time.log.2021-01-01", "time.log.2022-01-01", "time.log.other"):
    open(os.path.join(folder, name), "w").close()
  handler = logging.handlers.TimedRotatingFileHandler(path, when="D", backupCount=2, delay=True)
  print([os.path.basename(name) for name in handler.getFilesToDelete()])
  path = os.path.join(folder, "watched.log")
  watched = logging.handlers.WatchedFileHandler(path)
  logger.addHandler(watched)
  logger.info("before")
  os.rename(path, path + ".moved")
  logger.info("after")
  watched.close()
  logger.removeHandler(watched)
  print(open(path).read().split(), open(path + ".moved").read().split())
with tempfile.TemporaryDirectory() as folder:
  for options in ({}, {"encoding": "ascii"}):
    plain = logging.FileHandler(os.path.join(folder, "log"), delay=True, **options)
    rotating = logging.handlers.RotatingFileHandler(os.path.join(folder, "log"), delay=True, **options)
    print(plain.encoding, rotating.encoding)
