# Session, mask, signals and a function of one's own in the child.
import os
import signal
import subprocess
from subprocess import PIPE, run

print(run(["umask"], shell=True, umask=0o27, stdout=PIPE).stdout)
own = int(run(["sh", "-c", "cut -d' ' -f6 /proc/self/stat"], stdout=PIPE).stdout)
other = int(run(["sh", "-c", "cut -d' ' -f6 /proc/self/stat"], stdout=PIPE, start_new_session=True).stdout)
print(own == os.getsid(0), other == own)
group = int(run(["sh", "-c", "cut -d' ' -f5 /proc/self/stat"], stdout=PIPE, process_group=0).stdout)
print(group == os.getpgrp())
print(run(["sh", "-c", "echo program"], preexec_fn=lambda: os.write(1, b"function\n"), stdout=PIPE).stdout)
print(run(["cat", "closed"], preexec_fn=lambda: os.chdir("/"), stderr=PIPE, env={**os.environ, "LC_ALL": "C"}).stderr)
# SIGPIPE is ignored here, and is the program's end there.
print(run(["sh", "-c", "kill -PIPE $$; echo alive"], stdout=PIPE))
print(run(["sh", "-c", "kill -PIPE $$; echo alive"], stdout=PIPE, restore_signals=False))
signal.signal(signal.SIGUSR1, lambda *args: print("here"))
print(run(["sh", "-c", "kill -USR1 $$; echo alive"], stdout=PIPE))
