# What few programs ask of the system: parts of files, counters, memory files, attributes, limits, spawned programs.
import os
import tempfile


def told(function, *args, **kwargs):
    try:
        print(function.__name__, function(*args, **kwargs))
    except (BufferError, OSError, TypeError, ValueError, OverflowError) as e:
        print(function.__name__, type(e).__name__, e)


os.chdir(tempfile.mkdtemp())
fd = os.open("f", os.O_RDWR | os.O_CREAT)
parts = [bytearray(2), bytearray(3)]
told(os.writev, fd, [b"abc", bytearray(b"defg")])
told(os.preadv, fd, parts, 1)
told(os.pwritev, fd, [b"X", b"Y"], 0)
os.lseek(fd, 0, 0)
told(os.readv, fd, parts)
print(parts)
told(os.readv, fd, 5)
told(os.writev, fd, ["a"])
other = os.open("g", os.O_RDWR | os.O_CREAT)
told(os.copy_file_range, fd, other, 4, 0, 0)
told(os.copy_file_range, fd, other, -1)
read_end, write_end = os.pipe()
told(os.splice, fd, write_end, 3, offset_src=0)
print(os.read(read_end, 9))
told(os.posix_fadvise, fd, 0, 0, os.POSIX_FADV_WILLNEED)
told(os.posix_fallocate, fd, 0, 100)
told(os.posix_fallocate, fd, 0, -1)
told(os.lockf, fd, os.F_LOCK, 0)
told(os.lockf, 99, os.F_TEST, 0)

counter = os.eventfd(3, os.EFD_NONBLOCK)
told(os.eventfd_read, counter)
told(os.eventfd_write, counter, 5)
told(os.eventfd_read, counter)
told(os.eventfd_read, counter)
memory = os.memfd_create("name")
os.write(memory, b"q")
print(os.fstat(memory).st_size, os.get_inheritable(memory))
told(os.mknod, "node")
told(os.mknod, "node")
told(os.getxattr, "nope", "user.x")
told(os.pathconf, "/", "PC_NAME_MAX")
told(os.pathconf, "/", "nope")
told(os.setreuid, -1, -1)
told(os.setgroups, ["a"])
told(os.sched_get_priority_max, os.SCHED_FIFO)
told(os.sched_getparam, 0)
told(os.sched_setparam, 0, 5)

child = os.posix_spawnp("sh", ["sh", "-c", "echo hi >&3; exit 2"], {"PATH": "/bin:/usr/bin"}, file_actions=[(os.POSIX_SPAWN_DUP2, write_end, 3)])
print(os.waitid(os.P_PID, child, os.WEXITED)[3:], os.read(read_end, 9))
told(os.posix_spawn, "nope", ["a"], {})
told(os.posix_spawn, "/bin/sh", [], {})
told(os.posix_spawn, "/bin/sh", ["a"], {}, file_actions=[(9,)])
told(os.posix_spawn, "/bin/sh", ["a"], {}, setsigmask=[999])
told(os.waitid, os.P_ALL, 0, os.WEXITED | os.WNOHANG)
child, terminal = os.forkpty()
if child == 0:
    os.write(1, b"child %d\n" % os.isatty(0))
    os._exit(0)
print(os.read(terminal, 100))
os.waitpid(child, 0)
names = {}
exec("from os import *", names)
print([name in names for name in ("environ", "eventfd", "path", "sys", "GenericAlias")], "eventfd" in dir(os), hasattr(os, "nope"))
for call in (lambda: os.truncate(9999, 1), lambda: os.truncate("f", 2**70), lambda: os.ftruncate(1, 2**70), lambda: os.truncate(None, 1)):
  try:
    call()
  except (OSError, OverflowError, TypeError) as error:
    print(type(error).__name__, error)

# Configuration of the system, by names.
print(len(os.sysconf_names), len(os.confstr_names), os.sysconf_names["SC_PAGESIZE"], sorted(os.confstr_names)[:2])
print(os.sysconf("SC_2_C_BIND"), os.sysconf("SC_INT_MAX"), os.sysconf(os.sysconf_names["SC_CHAR_BIT"]), os.confstr("CS_PATH"))
told(os.sysconf, "SC_NONE")
told(os.sysconf, 1.5)
told(os.confstr, -1)

# Lists of buffers.
for buffers in ([b"fixed"], [memoryview(b"fixed")], [5], "ab", 5, {}, [bytearray(1)] * 2000, (bytearray(1), memoryview(bytearray(1)))):
    told(os.preadv, fd, buffers, 0)
told(os.writev, fd, [b"a"] * 2000)
told(os.getxattr, "f", 5)
told(os.listxattr, 1.5)
told(os.getxattr, 1, "user.x", follow_symlinks=False)
