# Names that lead to modules, and to objects in them.
import pkgutil

for name in ("os", "os.path", "os.path:join", "os.path:", "os:path.join", "logging.handlers:SysLogHandler.LOG_ALERT",
             "logging.handlers.SysLogHandler.LOG_ALERT", "builtins:int.from_bytes", "builtins.ZeroDivisionError"):
  found = pkgutil.resolve_name(name)
  print(name, "->", getattr(found, "__name__", found))

for name in (None, 1, "", "?abc", "abc/foo", "no_such_module", "os.foo", "os.foo:", "os.pth:sep", "logging.handlers:No", "os.path.9abc", "9abc",
             "ZeroDivisionError", "os:path:join", " os", "os.", "\u0966\u0935"):
  try:
    print(pkgutil.resolve_name(name))
  except Exception as error:
    print(repr(name), type(error).__name__, error)
