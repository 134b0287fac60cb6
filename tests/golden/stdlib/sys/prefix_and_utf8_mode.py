# The folder that the interpreter is installed in, and whether UTF-8 mode was asked for.
import os
import subprocess
import sys

print(os.path.isabs(sys.prefix), os.path.isdir(sys.prefix))
print(sys.prefix == sys.base_prefix == sys.exec_prefix == sys.base_exec_prefix)


def utf8_mode(*options, **variables):
    environment = {"PATH": os.environ["PATH"], **variables}
    command = [sys.executable, *options, "-c", "import sys; print(sys.flags.utf8_mode)"]
    return subprocess.run(command, env=environment, capture_output=True, text=True).stdout.strip()


print(utf8_mode(), utf8_mode(LANG="C.UTF-8"), utf8_mode(LC_ALL="POSIX", LANG="C.UTF-8"))
print(utf8_mode(PYTHONUTF8="1", LANG="C.UTF-8"), utf8_mode("-X", "utf8", LANG="C.UTF-8"), utf8_mode("-X", "utf8=0"), utf8_mode(PYTHONUTF8="0"))
