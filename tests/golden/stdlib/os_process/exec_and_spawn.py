# Other programs in place of the process, or beside it.
import os

read_end, write_end = os.pipe()
if os.fork() == 0:
    os.dup2(write_end, 1)
    os.execve("/bin/sh", ["sh", "-c", "echo $NAME"], {"NAME": "value"})
print(os.wait()[1], os.read(read_end, 99))
if os.fork() == 0:
    os.dup2(write_end, 1)
    os.execlp("sh", "sh", "-c", "echo found in PATH")
print(os.wait()[1], os.read(read_end, 99))
print(os.spawnl(os.P_WAIT, "/bin/sh", "sh", "-c", "exit 5"), os.spawnvp(os.P_WAIT, "no-such-program", ["x"]))
pid = os.spawnvpe(os.P_NOWAIT, "sh", ["sh", "-c", "exit $CODE"], {"CODE": "6", "PATH": os.environ["PATH"]})
print(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
print(os.waitstatus_to_exitcode(os.system("exit 3")), os.system("true"))
with os.popen("echo from popen") as pipe:
    print(pipe.read())
pipe = os.popen("exit 3")
print(repr(pipe.read()), pipe.close())
print(os.popen("cat > /dev/null", "w").close())
for call in (lambda: os.execv("/no/such/program", ["x"]), lambda: os.execvp("no-such-program", ["x"]), lambda: os.execv("/bin/sh", []),
             lambda: os.execv("/bin/sh", 5), lambda: os.execve("/bin/sh", ["sh"], {"a=b": ""}), lambda: os.spawnv(os.P_WAIT, "/bin/sh", []),
             lambda: os.popen(5), lambda: os.popen("true", "rw")):
    try:
        call()
    except (OSError, ValueError, TypeError) as error:
        print(type(error).__name__, error)
