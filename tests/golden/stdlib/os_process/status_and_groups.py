# Wait statuses, process groups and sessions, descriptors, scheduling.
import os
import signal

for status in (0, 256, 9, 0x137f, 0xffff):
    try:
        print(status, os.waitstatus_to_exitcode(status))
    except ValueError as error:
        print(status, error)
print(os.WIFSTOPPED(0x137f), os.WSTOPSIG(0x137f), os.WIFSIGNALED(9), os.WTERMSIG(9), os.WCOREDUMP(128 | 6), os.WIFCONTINUED(0xffff))
print(os.getpgid(0) == os.getpgrp(), os.getsid(0) == os.getsid(os.getpid()))

pid = os.fork()
if pid == 0:
    os.setsid()
    os._exit(0 if os.getsid(0) == os.getpid() == os.getpgrp() else 1)
print(os.waitpid(pid, 0)[1])
pid = os.fork()
if pid == 0:
    signal.pause()
os.setpgid(pid, pid)
print(os.getpgid(pid) == pid, os.waitpid(pid, os.WNOHANG))
os.killpg(pid, signal.SIGKILL)
print(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))

descriptor = os.pidfd_open(os.getpid())
print(os.get_inheritable(descriptor))
os.close(descriptor)
read_end, write_end = os.pipe2(os.O_NONBLOCK)
print(os.get_blocking(read_end), os.get_inheritable(read_end))
os.set_inheritable(read_end, False)
os.set_blocking(read_end, True)
print(os.get_blocking(read_end), os.get_inheritable(read_end))
copy = os.dup2(read_end, 50, inheritable=False)
print(copy, os.get_inheritable(50), os.get_inheritable(os.dup2(read_end, 51)))
os.closerange(50, 52)
for call in (lambda: os.close(50), lambda: os.kill(2**22 + 1, 0), lambda: os.getpgid(2**22 + 1), lambda: os.pidfd_open(2**22 + 1),
             lambda: os.get_inheritable(50), lambda: os.kill(2**40, 0)):
    try:
        call()
    except (OSError, OverflowError) as error:
        print(type(error).__name__, error)
print(os.nice(0) == os.getpriority(os.PRIO_PROCESS, 0), len(os.sched_getaffinity(0)) > 0, os.sched_yield())
print(os.uname().sysname, os.uname()[0], len(os.getloadavg()), len(os.times()), len(os.getgroups()) >= 0)
mask = os.umask(0o22)
print(oct(os.umask(mask)))
