"""A child that starts from nothing: what it is told, and how it begins."""
import os
import sys

from . import process

__all__ = ["get_preparation_data", "get_executable", "set_executable", "spawn_main", "freeze_support"]

_executable = os.fsencode(sys.executable)


def set_executable(executable):
  """The interpreter that children run."""
  global _executable
  _executable = None if executable is None else os.fsencode(executable)


def get_executable():
  """The same, as bytes."""
  return _executable


def freeze_support():
  """Nothing to do: programs are not frozen."""


def get_command_line(descriptor):
  """How the child is started; it reads the rest from the descriptor."""
  code = f"from multiprocessing.spawn import spawn_main; spawn_main({descriptor})"
  return [get_executable(), "-c", code, "--multiprocessing-fork"]


def _check_not_importing_main():
  if getattr(process.current_process(), "_inheriting", False):
    raise RuntimeError("""
        An attempt has been made to start a new process before the
        current process has finished its bootstrapping phase.

        This probably means that you are not using fork to start your
        child processes and you have forgotten to use the proper idiom
        in the main module:

            if __name__ == '__main__':
                freeze_support()
                ...

        The "freeze_support()" line can be omitted if the program
        is not going to be frozen to produce an executable.""")


def get_preparation_data(name):
  """What a child has to know before it can unpickle its process object."""
  _check_not_importing_main()
  data = {
    "name": name,
    "authkey": bytes(process.current_process().authkey),
    "sys_path": [process.ORIGINAL_DIR if path == "" and process.ORIGINAL_DIR else path for path in sys.path],
    "sys_argv": sys.argv,
    "orig_dir": process.ORIGINAL_DIR,
    "dir": os.getcwd(),
    "start_method": "spawn",
  }
  main_module = sys.modules["__main__"]
  main_path = getattr(main_module, "__file__", None)
  spec_name = getattr(getattr(main_module, "__spec__", None), "name", None)
  if spec_name is not None:
    data["init_main_from_name"] = spec_name
  elif main_path is not None and not main_path.startswith("<"):
    if not os.path.isabs(main_path) and process.ORIGINAL_DIR is not None:
      main_path = os.path.join(process.ORIGINAL_DIR, main_path)
    data["init_main_from_path"] = os.path.normpath(main_path)
  return data


def spawn_main(descriptor):
  """The whole life of a child."""
  import _multiprocessing
  process.current_process()._inheriting = True
  try:
    try:
      data = _multiprocessing.receive_message(descriptor)
    except EOFError:
      sys.exit(1)
    process_obj = _load(data)
  finally:
    del process.current_process()._inheriting
  sys.exit(process_obj._bootstrap(parent_sentinel=descriptor))


def _load(data):
  """What prepares the process, then the object: two pickles in one message."""
  import io
  import pickle
  file = io.BytesIO(data)
  prepare(pickle.load(file))
  return pickle.load(file)


def prepare(data):
  """Make the process like its parent, as far as its object needs it."""
  current = process.current_process()
  current.name = data["name"]
  current.authkey = data["authkey"]
  sys.path[:] = data["sys_path"]
  sys.argv = data["sys_argv"]
  try:
    os.chdir(data["dir"])
  except OSError:
    pass
  process.ORIGINAL_DIR = data["orig_dir"]
  from . import context
  context._force_start_method(data["start_method"])
  if "init_main_from_name" in data:
    _import_main(data["init_main_from_name"], None)
  elif "init_main_from_path" in data:
    _import_main(None, data["init_main_from_path"])


def _import_main(name, path):
  """Run the program's file as module __mp_main__."""
  import types
  import _traceback
  if path is None:
    if name == "__main__" or name.endswith(".__main__"):
      return
    path = _traceback.find_source(name)
    if path is None:
      return
  if os.path.splitext(os.path.basename(path))[0] == "ipython":
    return
  module = types.ModuleType("__mp_main__")
  module.__file__ = path
  sys.modules["__main__"] = sys.modules["__mp_main__"] = module
  text = _traceback.source_text(path)
  if text is None:
    raise FileNotFoundError(2, os.strerror(2), path)
  exec(compile(text, path, "exec"), module.__dict__)
