# Popen: pipes as files, signals, exit codes.
import signal
import subprocess
from subprocess import PIPE, Popen

process = Popen(["cat"], stdin=PIPE, stdout=PIPE, text=True, bufsize=1)
process.stdin.write("line\n")
print(process.stdout.readline(), process.poll())
process.stdin.close()
print(repr(process.stdout.read()), process.wait(), process.returncode, process)
process.stdout.close()

process = Popen(["cat"], stdin=PIPE, stdout=PIPE, bufsize=0)
process.stdin.write(b"abc")
print(process.stdout.read(1), process.stdout.read(10))
print(process.communicate())

process = Popen(["sleep", "60"])
print(process)
process.terminate()
print(process.wait())
for send in (lambda p: p.kill(), lambda p: p.send_signal(signal.SIGINT)):
    process = Popen(["sleep", "60"])
    send(process)
    print(process.wait())
    send(process)  # nothing happens: it has ended

with Popen(["echo", "from with"], stdout=PIPE) as process:
    print(process.stdout.read())
print(process.returncode, process.args)
print(Popen(["sh", "-c", "exit $1", "name", "7"]).wait())
pipeline = Popen(["echo", "b\na"], stdout=PIPE)
print(Popen(["sort"], stdin=pipeline.stdout, stdout=PIPE).communicate())
pipeline.stdout.close()
print(pipeline.wait())
print(Popen("x" * 100 if False else ["true", "an argument that makes the line longer than eighty characters in total"]))
