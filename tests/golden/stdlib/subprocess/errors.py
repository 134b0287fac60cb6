# Failures of programs and wrong arguments.
import subprocess
from subprocess import PIPE, Popen, run


def attempt(call):
    try:
        print(call())
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


attempt(lambda: run(["sh", "-c", "exit 3"], check=True))
attempt(lambda: run(["sh", "-c", "kill -9 $$"], check=True))
attempt(lambda: subprocess.check_output(["sh", "-c", "echo a; exit 2"]))
attempt(lambda: subprocess.check_call(["false"]))
attempt(lambda: run(["no-such-program"]))
attempt(lambda: run(["/etc/passwd"]))
attempt(lambda: run(["ls"], cwd="/no/such/folder"))
attempt(lambda: run(["ls"], cwd=5.5))
attempt(lambda: run("ls -l"))
attempt(lambda: run([""]))
attempt(lambda: run([]))
attempt(lambda: run(5))
attempt(lambda: run(["echo", 5]))
attempt(lambda: run(["a\0b"]))
attempt(lambda: run(["ls"], env={"a=b": "c"}))
attempt(lambda: run(["ls"], env={"a\0": "c"}))
attempt(lambda: run(["true"], input=b"", stdin=PIPE))
attempt(lambda: run(["true"], capture_output=True, stdout=PIPE))
attempt(lambda: subprocess.check_output(["true"], stdout=PIPE))
attempt(lambda: Popen(["true"], bufsize="x"))
attempt(lambda: Popen(["true"], text=True, universal_newlines=False))
attempt(lambda: Popen(["true"], creationflags=1))
attempt(lambda: run(["true"], preexec_fn=lambda: 1 / 0))
attempt(lambda: run(["true"], user=-1))
attempt(lambda: run(["true"], group=1.5))
attempt(lambda: run(["true"], extra_groups="x"))
error = subprocess.CalledProcessError(-100, "x", b"out", b"err")
print(error, repr(error), error.stdout, error.output, error.stderr, error.returncode, error.cmd)
error = subprocess.TimeoutExpired("x", 1.5, b"out")
print(error, repr(error), error.stdout, error.timeout)
attempt(lambda: subprocess.CompletedProcess(["x"], 1, "out").check_returncode())
