# What os.PathLike accepts, and who accepts paths.
import configparser
import os
import pathlib
import tempfile
import types


class Own:
  def __fspath__(self):
    return "own"


class Registered:
  pass


os.PathLike.register(Registered)
print(isinstance(pathlib.Path("x"), os.PathLike), isinstance(Own(), os.PathLike), isinstance("x", os.PathLike), issubclass(Registered, os.PathLike), issubclass(int, os.PathLike))
print(os.fspath(Own()), os.fspath(pathlib.Path("a/b")), os.PathLike[str], type(os.PathLike).__name__)
try:
  os.PathLike()
except TypeError as error:
  print(error)
with tempfile.TemporaryDirectory() as folder:
  path = pathlib.Path(folder, "settings.ini")
  path.write_text("[a]\nb = %(c)s\nc = 1\n")
  parser = configparser.ConfigParser()
  print(parser.read(path) == [str(path)] or parser.read(path) == [path], parser["a"]["b"], os.path.exists(path), os.path.basename(path), os.stat(path).st_size)
