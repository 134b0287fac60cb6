"""Functions of os as coroutines, on a pool of threads; `path` is aiofiles.ospath."""

import os

from aiofiles import ospath as path
from aiofiles.ospath import wrap

__all__ = ["path", "stat", "rename", "renames", "replace", "remove", "unlink", "mkdir", "makedirs", "rmdir", "removedirs", "symlink", "readlink",
           "listdir", "scandir", "access", "wrap", "getcwd", "link", "statvfs"]

for _name in __all__:
  if _name not in ("path", "wrap"):
    globals()[_name] = wrap(getattr(os, _name))
if hasattr(os, "sendfile"):
  sendfile = wrap(os.sendfile)
