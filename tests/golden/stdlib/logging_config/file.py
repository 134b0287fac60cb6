# fileConfig(): sections for loggers, handlers and formatters.
import io
import logging
import logging.config

TEXT = """[loggers]
keys=root,app
[handlers]
keys=plain,formatted
[formatters]
keys=f
[logger_root]
level=WARNING
handlers=formatted
[logger_app]
level=DEBUG
handlers=plain
qualname=app
propagate=0
[handler_formatted]
class=StreamHandler
args=(sys.stdout,)
formatter=f
[handler_plain]
class=StreamHandler
level=INFO
args=(sys.stdout,)
[formatter_f]
format=formatted %(message)s
"""
logging.getLogger("old")
logging.config.fileConfig(io.StringIO(TEXT))
logging.getLogger().warning("root")
logging.getLogger("app").debug("too low")
logging.getLogger("app").info("app")
print(logging.getLogger("old").disabled)
try:
  logging.config.fileConfig("/no/such/file")
except FileNotFoundError as error:
  print(error)
