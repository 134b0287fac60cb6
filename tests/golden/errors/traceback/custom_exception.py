# Exceptions of the program's own, with a module-free name and a multi-line message.
class ConfigError(Exception):
  def __str__(self): return "line one\nline two"
raise ConfigError()
