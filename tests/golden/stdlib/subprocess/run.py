# run() waits for a program and captures what it writes.
import subprocess
from subprocess import DEVNULL, PIPE, STDOUT, run

print(run(["echo", "hi"], capture_output=True))
print(run(["echo", "hi"], capture_output=True, text=True))
print(run("echo $0 a b; echo err >&2; exit 3", shell=True, capture_output=True, text=True))
print(run(["cat"], input=b"x" * 200_000, stdout=PIPE).stdout == b"x" * 200_000)
print(run(["cat"], input="h\xe9\n", stdout=PIPE, text=True).stdout)
print(run(["cat"], input="h\xe9\n", stdout=PIPE, encoding="latin-1").stdout)
print(repr(run(["printf", r"a\r\nb\rc"], stdout=PIPE, text=True).stdout))
print(run(["true"], input=b"x" * 200_000))
print(run(["sh", "-c", "echo out; echo err >&2"], stdout=PIPE, stderr=STDOUT).stdout)
print(run(["sh", "-c", "echo out; echo err >&2"], stdout=DEVNULL, stderr=PIPE).stderr)
print(run(["env"], env={"A": "1", "B": "\xe9"}, capture_output=True).stdout)
print(run(["pwd"], cwd="/", capture_output=True).stdout)
print(run(["sh", "-c", "kill -9 $$"]))
print(run(["sh", "-c", "echo $0"], executable="/bin/sh", capture_output=True).stdout)
print(subprocess.check_output(["echo", "z"]), subprocess.check_call(["true"]), subprocess.call(["false"]))
print(subprocess.check_output(["cat"], input=None), subprocess.check_output(["cat"], input=None, text=True) == "")
print(repr(subprocess.getoutput("echo x; echo y >&2")), subprocess.getstatusoutput("exit 5"))
