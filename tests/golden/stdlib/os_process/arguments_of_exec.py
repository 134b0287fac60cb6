# Arguments and environments with which no program can be started.
import os

for call in (lambda: os.execve("/bin/true", "x", {}), lambda: os.execve("/bin/true", [], {}), lambda: os.execve("/bin/true", [""], {}),
             lambda: os.execve("/bin/true", ["a"], 5), lambda: os.execle("/bin/true", "a", None), lambda: os.execv("/bin/true", 5), lambda: os.execv("/bin/true", ())):
  try:
    call()
  except (TypeError, ValueError) as error:
    print(type(error).__name__, error)

# A program can be given as a descriptor too.
pid = os.fork()
if pid == 0:
    os.execve(os.open("/bin/sh", os.O_RDONLY), ["sh", "-c", "exit $CODE"], {"CODE": "7"})
print(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]), os.execve in os.supports_fd)
for program in (99, 1.5):
    try:
        os.execve(program, ["x"], {})
    except (OSError, TypeError) as error:
        print(type(error).__name__, error)
