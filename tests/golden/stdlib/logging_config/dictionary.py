# dictConfig(): formatters, filters, handlers, loggers, references, increments, errors.
import logging
import logging.config
import sys


class Without:
  def __init__(self, word=None):
    self.word = word

  def filter(self, record):
    return self.word not in record.getMessage()


def make(level=None, **options):
  print("made with", options)
  return logging.StreamHandler(sys.stdout)


logging.getLogger("old")
logging.getLogger("app.part").setLevel(logging.DEBUG)
logging.config.dictConfig({
  "version": 1,
  "formatters": {"plain": {"format": "%(levelname)s|%(name)s|%(message)s"}, "brace": {"format": "{message}!", "style": "{"}},
  "filters": {"without": {"()": Without, "word": "secret"}},
  "handlers": {
    "console": {"class": "logging.StreamHandler", "stream": "ext://sys.stdout", "formatter": "plain", "level": "INFO", "filters": ["without"]},
    "memory": {"class": "logging.handlers.MemoryHandler", "capacity": 2, "target": "console"},
    "made": {"()": "__main__.make", "x": 1, "formatter": "brace", ".": {"attribute": 5}},
  },
  "loggers": {
    "app": {"level": "DEBUG", "handlers": ["console"], "propagate": False},
    "memory": {"handlers": ["memory"], "level": "INFO", "propagate": False},
    "made": {"handlers": ["made"], "propagate": False},
  },
  "root": {"level": "WARNING", "handlers": ["console"]},
})
logging.getLogger("app").info("shown")
logging.getLogger("app").debug("too low")
logging.getLogger("app").info("a secret")
logging.getLogger("app.part").info("from below")
logging.getLogger("other").warning("to the root")
for text in ("first", "second"):
  logging.getLogger("memory").info(text)
logging.getLogger("made").warning("with a brace")
print(logging.getLogger("old").disabled, logging.getLogger("app.part").disabled, logging.getLogger("made").handlers[0].attribute,
      logging.getLogger("made").handlers[0].name)
logging.config.dictConfig({"version": 1, "incremental": True, "handlers": {"console": {"level": "ERROR"}},
                           "loggers": {"app": {"level": "ERROR", "propagate": True}}})
print(logging.getLogger("app").level, logging.getLogger("app").propagate)
for wrong in ({}, {"version": 2}, {"version": 1, "handlers": {"h": {"class": "none.X"}}},
              {"version": 1, "handlers": {"h": {"class": "logging.StreamHandler", "formatter": "none"}}},
              {"version": 1, "loggers": {"l": {"handlers": ["none"]}}}, {"version": 1, "root": {"level": "BAD"}},
              {"version": 1, "incremental": True, "handlers": {"none": {"level": 1}}}):
  try:
    logging.config.dictConfig(wrong)
  except ValueError as error:
    print(error, "|", repr(error.__cause__))
