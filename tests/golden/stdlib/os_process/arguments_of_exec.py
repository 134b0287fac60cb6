# Arguments and environments with which no program can be started.
import os

for call in (lambda: os.execve("/bin/true", "x", {}), lambda: os.execve("/bin/true", [], {}), lambda: os.execve("/bin/true", [""], {}),
             lambda: os.execve("/bin/true", ["a"], 5), lambda: os.execle("/bin/true", "a", None), lambda: os.execv("/bin/true", 5), lambda: os.execv("/bin/true", ())):
  try:
    call()
  except (TypeError, ValueError) as error:
    print(type(error).__name__, error)
