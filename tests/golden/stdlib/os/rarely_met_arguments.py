# Folders of programs from a PATH in bytes, errors of os.environ, mount points of path objects, a working folder that a test replaces.
import os
from unittest import mock

print(os.get_exec_path({"PATH": b"/a:/b"}), os.get_exec_path({b"PATH": b"/c"}))
try:
    del os.environ["SURELY_NOT_SET"]
except KeyError as error:
    print(repr(error), error.__suppress_context__)


class Path:
    def __init__(self, path):
        self.path = path

    def __fspath__(self):
        return self.path


print(os.path.ismount(Path("/")), os.path.ismount(Path(b"/")), os.path.ismount(Path("/missing")))
with mock.patch("os.getcwd", return_value="/home/user/here"):
    print(os.path.abspath("file"), os.path.relpath("a", "../b"), os.path.relpath("/home/user/there"))

# Errors of some functions name no file.
for function, *arguments in ((os.mkfifo, "/"), (os.mkfifo, "/missing/pipe"), (os.utime, "/missing"), (os.utime, 999), (os.mkdir, "/"), (os.truncate, "/missing", 1)):
    try:
        function(*arguments)
    except OSError as error:
        print(function.__name__, error, error.filename)
