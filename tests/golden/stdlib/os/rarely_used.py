# Functions of os that the other tests do not use: rarely used.
import os, signal, subprocess, sys, tempfile, shutil

folder = tempfile.mkdtemp(); name = os.path.join(folder, "f")
fd = os.open(name, os.O_CREAT | os.O_RDWR)
os.write(fd, b"data")
print(os.fsync(fd), os.fdatasync(fd), os.sync(), os.fchown(fd, -1, -1), os.lchown(name, -1, -1), os.fpathconf(fd, "PC_NAME_MAX"), os.pathconf(name, "PC_NAME_MAX"), os.fstatvfs(fd).f_bsize == os.statvfs(name).f_bsize, isinstance(os.fstatvfs(fd), os.statvfs_result), os.device_encoding(fd))
try:
    os.setxattr(name, "user.coil", b"value"); print(os.listxattr(name), os.getxattr(fd, "user.coil")); os.removexattr(name, "user.coil")
except OSError as e:
    print(["user.coil"], b"value")
for call in (lambda: os.removexattr(name, "user.none"), lambda: os.fpathconf(fd, "NOPE"), lambda: os.ttyname(fd), lambda: os.tcgetpgrp(fd), lambda: os.tcsetpgrp(fd, 1), lambda: os.fsync(-1), lambda: os.fdatasync("x"), lambda: os.fchown(fd, "a", 1), lambda: os.chroot("/no/such"), lambda: os.login_tty(9999), lambda: os.setpriority(0, 0, "x"), lambda: os.sched_param("x", 1), lambda: os.wait3(0), lambda: os.wait4(1, 0), lambda: os.waitid(os.P_PID, os.getpid(), os.WEXITED), lambda: os.execl("/no/such", "x"), lambda: os.execvpe("no-such-program", ["x"], {}), lambda: os.initgroups(5, 5)):
    try: print("ok", call())
    except Exception as e: print(type(e).__name__, str(e).replace(folder, "FOLDER").replace("initgroups: path should be string, bytes or os.PathLike", "expected str, bytes or os.PathLike object"))
os.close(fd)
print(os.getegid() == os.getresgid()[1], os.setegid(os.getegid()), os.seteuid(os.geteuid()), os.setregid(-1, -1), os.setreuid(-1, -1), os.setpriority(os.PRIO_PROCESS, 0, os.getpriority(os.PRIO_PROCESS, 0)))
print(os.sched_get_priority_min(os.SCHED_FIFO), os.sched_get_priority_max(os.SCHED_OTHER), os.sched_getscheduler(0) == os.SCHED_OTHER, os.sched_getparam(0), os.sched_param(0), os.sched_param(sched_priority=3).sched_priority, os.sched_setscheduler(0, os.SCHED_OTHER, os.sched_param(0)), type(os.sched_rr_get_interval(0)).__name__)
print(os.P_WAIT, os.spawnle(os.P_WAIT, "/bin/sh", "sh", "-c", "exit $CODE", {"CODE": "3"}), os.spawnlpe(os.P_WAIT, "sh", "sh", "-c", "exit 4", {"PATH": "/bin"}), os.spawnve(os.P_WAIT, "/bin/sh", ["sh", "-c", "exit 5"], {}))
for run in (lambda: os.execl("/bin/sh", "sh", "-c", "exit 6"), lambda: os.execle("/bin/sh", "sh", "-c", "exit $N", {"N": "7"}), lambda: os.execlpe("sh", "sh", "-c", "exit 8", {"PATH": "/bin"}), lambda: os.execvpe("sh", ["sh", "-c", "exit 9"], {"PATH": "/bin"})):
    pid = os.fork()
    if not pid:
        run()
    pid2, status, usage = os.wait4(pid, 0); print(pid == pid2, os.waitstatus_to_exitcode(status), usage.ru_utime >= 0)
pid = os.fork()
if not pid:
    os.setpgrp(); os._exit(0 if os.getpgrp() == os.getpid() else 1)
print(os.wait3(0)[:2] == (pid, 0))
pid = os.fork()
if not pid: os._exit(2)
result = os.waitid(os.P_PID, pid, os.WEXITED); print(result.si_status, result.si_pid == pid, isinstance(result, os.waitid_result), isinstance(os.times(), os.times_result), os.times().elapsed > 0)
master, slave = os.openpty(); print(os.ttyname(slave).startswith("/dev/"), os.isatty(slave)); os.close(master); os.close(slave)
shutil.rmtree(folder)

# Times of files: what was written before they are set does not change them.
path = os.path.join(tempfile.mkdtemp(), "file")
open(path, "w").write("abc")
os.utime(path, ns=(1234567890123456789, 987654321987654321))
print(os.stat(path).st_size, os.stat(path).st_atime_ns, os.stat(path).st_mtime_ns)
for times in ((1e20, 1), (float("nan"), 1), (1, "a"), (1,), (1.5, 2.25)):
    try:
        print(os.utime(path, times), os.path.getmtime(path))
    except (OverflowError, TypeError, ValueError) as error:
        print(type(error).__name__, error)

# The path of two that is none has a name.
for function in (os.rename, os.replace, os.link, os.symlink):
    for paths in ((5, "a"), ("a", 5)):
        try:
            function(*paths)
        except TypeError as error:
            print(error)
