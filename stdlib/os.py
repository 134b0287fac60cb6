"""The operating system: files, folders, processes, environment.

>>> getenv("COIL_NO_SUCH_VARIABLE", "fallback")
'fallback'
"""

import sys
import posix
from _types import GenericAlias
from abc import ABC, abstractmethod
from posix import *
from _posix_files import *
from _posix_scandir import *

name = "posix"
linesep = "\n"
curdir = "."
pardir = ".."
sep = "/"
altsep = None
extsep = "."
pathsep = ":"
defpath = "/bin:/usr/bin"
devnull = "/dev/null"
SEEK_SET = 0
SEEK_CUR = 1
SEEK_END = 2
SEEK_DATA = 3
SEEK_HOLE = 4
P_NOWAIT = 1
P_NOWAITO = 1
P_WAIT = 0
F_ULOCK, F_LOCK, F_TLOCK, F_TEST = 0, 1, 2, 3
TMP_MAX = 238328
NGROUPS_MAX = 65536
O_NOCTTY = 0o400
O_NDELAY = 0o4000
O_DSYNC = 0o10000
O_ASYNC = 0o20000
O_DIRECT = 0o40000
O_LARGEFILE = 0
O_DIRECTORY = 0o200000
O_NOFOLLOW = 0o400000
O_NOATIME = 0o1000000
O_SYNC = O_RSYNC = O_FSYNC = 0o4010000
O_PATH = 0o10000000
O_TMPFILE = 0o20200000
O_ACCMODE = 3
(EX_USAGE, EX_DATAERR, EX_NOINPUT, EX_NOUSER, EX_NOHOST, EX_UNAVAILABLE, EX_SOFTWARE, EX_OSERR, EX_OSFILE, EX_CANTCREAT, EX_IOERR,
 EX_TEMPFAIL, EX_PROTOCOL, EX_NOPERM, EX_CONFIG) = range(64, 79)
ST_RDONLY, ST_NOSUID, ST_NODEV, ST_NOEXEC, ST_SYNCHRONOUS = 1, 2, 4, 8, 16
ST_MANDLOCK, ST_WRITE, ST_APPEND = 64, 128, 256
ST_NOATIME, ST_NODIRATIME, ST_RELATIME = 1024, 2048, 4096
supports_bytes_environ = True
_exit = posix._exit
stat_result = posix.stat_result
supports_dir_fd = {access, chmod, chown, link, lstat, mkdir, mkfifo, open, readlink, rename, replace, rmdir, stat, symlink, unlink, utime}
supports_effective_ids = {access}
supports_fd = {chdir, chmod, chown, execve, listdir, scandir, stat, statvfs, truncate, utime}
supports_follow_symlinks = {access, chown, link, stat, utime}

# posixpath imports this module: the names above are there, `path` follows.
sys.modules["os.path"] = None
import posixpath as path
sys.modules["os.path"] = path


class PathLike(ABC):
    """Objects with __fspath__()."""

    @abstractmethod
    def __fspath__(self):
        """The path as text or bytes."""
        raise NotImplementedError

    @classmethod
    def __subclasshook__(cls, subclass):
        if cls is PathLike:
            return any("__fspath__" in base.__dict__ for base in subclass.__mro__) or NotImplemented
        return NotImplemented

    __class_getitem__ = classmethod(GenericAlias)


# Words argument errors as natives do.
_native_wording = dict.fromkeys(("getcwdb", "getgrouplist", "getlogin", "fchown", "lchown", "device_encoding"), "")


def fsencode(filename):
    filename = fspath(filename)
    return filename.encode("utf-8", "surrogateescape") if isinstance(filename, str) else filename


def fsdecode(filename):
    filename = fspath(filename)
    return filename.decode("utf-8", "surrogateescape") if isinstance(filename, bytes) else filename


class _Environ:
    """The process's environment as a mapping; changes reach child processes."""

    def __init__(self, data):
        self._data = data

    def _check(self, value):
        if not isinstance(value, str):
            raise TypeError("str expected, not %s" % type(value).__name__)
        return value

    def __getitem__(self, key):
        try:
            return self._data[self._check(key)]
        except KeyError:
            raise KeyError(key) from None

    def __setitem__(self, key, value):
        putenv(self._check(key), self._check(value))
        self._data[key] = value

    def __delitem__(self, key):
        unsetenv(self._check(key))
        if self._data.pop(key, None) is None:
            raise KeyError(key) from None

    def __iter__(self):
        yield from list(self._data)

    def __len__(self):
        return len(self._data)

    def __contains__(self, key):
        return self._check(key) in self._data

    def __eq__(self, other):
        return dict(self) == (dict(other) if isinstance(other, _Environ) else other)

    def __repr__(self):
        return f"environ({self._data!r})"

    # Views whose iterators do not mind changes.

    def keys(self):
        from _collections_abc import KeysView
        return KeysView(self)

    def values(self):
        from _collections_abc import ValuesView
        return ValuesView(self)

    def items(self):
        from _collections_abc import ItemsView
        return ItemsView(self)

    def get(self, key, default=None):
        return self._data.get(self._check(key), default)

    def copy(self):
        return dict(self._data)

    def setdefault(self, key, value):
        if key not in self:
            self[key] = value
        return self[key]

    def pop(self, key, *default):
        if key in self:
            value = self[key]
            del self[key]
            return value
        if default:
            return default[0]
        raise KeyError(key)

    def update(self, other=(), /, **more):
        for key, value in dict(other, **more).items():
            self[key] = value

    def clear(self):
        for key in list(self):
            del self[key]

    def popitem(self):
        for key in self._data:
            return key, self.pop(key)
        raise KeyError

    def __or__(self, other):
        return {**self._data, **other} if hasattr(other, "keys") else NotImplemented

    def __ror__(self, other):
        return {**other, **self._data} if hasattr(other, "keys") else NotImplemented

    def __ior__(self, other):
        self.update(other)
        return self


# Whichever of the two modules comes second makes it one.
if hasattr(sys.modules.get("_collections_abc"), "MutableMapping"):
    sys.modules["_collections_abc"].MutableMapping.register(_Environ)

environ = _Environ(posix.environ)


def getenv(key, default=None):
    return environ.get(key, default)


def getenvb(key, default=None):
    """A variable of the environment as bytes."""
    return __getattr__("environb").get(key, default)


def __getattr__(name):
    made = globals().get(name)
    if made is not None:
        return made
    if name == "environb":
        from _environb import EnvironBytes
        made = EnvironBytes()
    elif name == "__all__":
        foreign = {"ABC", "GenericAlias", "abstractmethod", "posix", "st", "sys"}
        made = [public for public in __dir__() if public[0] != "_" and public not in foreign] + ["_exit"]
    else:
        import _posix_rare
        if name[:1] == "_" or name not in vars(_posix_rare):
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}", name=name, obj=sys.modules[__name__])
        made = getattr(_posix_rare, name)
    globals()[name] = made
    return made


def __dir__():
    import _posix_rare
    return sorted({*globals(), "environb", *(name for name in vars(_posix_rare) if name[0] != "_")})


def getgrouplist(user, group, /):
    """The numbers of the groups that a user is in, beginning with the given one."""
    import grp
    if not isinstance(user, str):
        raise TypeError(f"getgrouplist() argument 1 must be str, not {type(user).__name__}")
    if not isinstance(group, int):
        raise TypeError(f"gid should be integer, not {type(group).__name__}")
    if "\0" in user:
        raise ValueError("embedded null character")
    if not -1 <= group < 1 << 32:
        raise OverflowError("gid is less than minimum")
    group = -1 if group == (1 << 32) - 1 else group
    return [group] + [entry.gr_gid for entry in grp.getgrall() if user in entry.gr_mem and entry.gr_gid != group]


def getlogin():
    """The name that the user of the session logged in with."""
    import pwd
    from errno import ENXIO
    try:
        with open("/proc/self/loginuid") as file:
            user = int(file.read())
    except (OSError, ValueError):
        user = stat(ttyname(0)).st_uid
    try:
        return pwd.getpwuid(user).pw_name
    except KeyError:
        raise OSError(ENXIO, strerror(ENXIO)) from None


def getcwdb():
    return fsencode(getcwd())


getlogin.__module__ = getcwdb.__module__ = "posix"


def fchown(fd, uid, gid):
    chown(fd, uid, gid)


def lchown(path, uid, gid):
    chown(path, uid, gid, follow_symlinks=False)


def device_encoding(fd):
    return "UTF-8" if isatty(fd) else None


def get_exec_path(env=None):
    search = (environ if env is None else env).get("PATH")
    return (defpath if search is None else fsdecode(search)).split(pathsep)


def makedirs(name, mode=0o777, exist_ok=False):
    head, tail = path.split(name)
    if not tail:
        head, tail = path.split(head)
    if head and tail and not path.exists(head):
        try:
            makedirs(head, exist_ok=exist_ok)
        except FileExistsError:
            pass
        if tail == curdir:
            return
    try:
        mkdir(name, mode)
    except OSError:
        if not exist_ok or not path.isdir(name):
            raise


def renames(old, new):
    head, tail = path.split(new)
    if head and tail and not path.exists(head):
        makedirs(head)
    rename(old, new)
    head, tail = path.split(old)
    if head and tail:
        try:
            removedirs(head)
        except OSError:
            pass


def removedirs(name):
    rmdir(name)
    head, tail = path.split(name)
    if not tail:
        head, tail = path.split(head)
    while head and tail:
        try:
            rmdir(head)
        except OSError:
            break
        head, tail = path.split(head)


def _is_folder(name, dir_fd):
    return lstat(name, dir_fd=dir_fd).st_mode & 0o170000 == 0o040000


def fwalk(top=".", topdown=True, onerror=None, *, follow_symlinks=False, dir_fd=None):
    """As walk(), with a descriptor of each folder, which is closed when the next one comes."""
    top = fspath(top)
    if not follow_symlinks and not _is_folder(top, dir_fd):
        return
    descriptor = open(top, O_RDONLY, dir_fd=dir_fd)
    yield from _fwalk(descriptor, top, topdown, onerror, follow_symlinks)


def _leads_to_folder(entry):
    try:
        return entry.is_dir()
    except OSError:
        return False


def _fwalk(descriptor, top, topdown, onerror, follow_symlinks):
    """The part of fwalk() below an open folder, which is closed at the end."""
    try:
        folders, files = [], []
        with scandir(descriptor) as entries:
            for entry in entries:
                (folders if _leads_to_folder(entry) else files).append(fsencode(entry.name) if isinstance(top, bytes) else entry.name)
        if topdown:
            yield top, folders, files, descriptor
        for name in list(folders):
            try:
                if not follow_symlinks and not _is_folder(name, descriptor):
                    continue
                below = open(name, O_RDONLY, dir_fd=descriptor)
            except OSError as error:
                if onerror is not None:
                    onerror(error)
                continue
            yield from _fwalk(below, path.join(top, name), topdown, onerror, follow_symlinks)
        if not topdown:
            yield top, folders, files, descriptor
    finally:
        close(descriptor)


def walk(top, topdown=True, onerror=None, followlinks=False):
    """(folder, names of folders, names of files) for a folder and all below it."""
    return _walk(fspath(top), topdown, onerror, followlinks)


def _walk(top, topdown, onerror, followlinks):
    # An explicit stack: trees may be deeper than recursion. What has been listed waits for its turn as a tuple.
    waiting = [top]
    islink, join = path.islink, path.join
    while waiting:
        top = waiting.pop()
        if isinstance(top, tuple):
            yield top
            continue
        folders, files, below = [], [], []
        try:
            entries = list(scandir(top))
        except OSError as error:
            if onerror is not None:
                onerror(error)
            continue
        for entry in entries:
            is_folder = _leads_to_folder(entry)
            (folders if is_folder else files).append(entry.name)
            if not topdown and is_folder:
                try:
                    if followlinks or not entry.is_symlink():
                        below.append(entry.path)
                except OSError:
                    below.append(entry.path)
        if topdown:
            yield top, folders, files
            # The caller may have changed the list of folders.
            for name in reversed(folders):
                full = join(top, name)
                if followlinks or not islink(full):
                    waiting.append(full)
        else:
            waiting.append((top, folders, files))
            waiting.extend(reversed(below))


def fdopen(fd, mode="r", buffering=-1, encoding=None, *args, **kwargs):
    if not isinstance(fd, int):
        raise TypeError("invalid fd type (%s, expected integer)" % type(fd))
    import io
    return io.open(fd, mode, buffering, encoding, *args, **kwargs)


def abort():
    kill(getpid(), 6)


# -- other programs

def get_exec_path(env=None):
    """The folders in which programs are looked for."""
    value = (environ if env is None else env).get("PATH")
    if env is not None and b"PATH" in env:
        if value is not None:
            raise ValueError("env cannot contain 'PATH' and b'PATH' keys")
        value = env[b"PATH"]
    return (defpath if value is None else fsdecode(value)).split(pathsep)


def _execvpe(file, args, env=None):
    run, rest = (execv, (args,)) if env is None else (execve, (args, env))
    if path.dirname(file):
        return run(file, *rest)
    problem = None
    for folder in get_exec_path(env):
        try:
            run(path.join(fsencode(folder), fsencode(file)), *rest)
        except (FileNotFoundError, NotADirectoryError) as error:
            last = error
        except OSError as error:
            last = error
            problem = problem or error
    raise problem or last


def execl(file, *args):
    """Run the program in this process; the arguments follow, its own name first."""
    execv(file, args)


def execle(file, *args):
    """execl() with the environment as the last argument."""
    execve(file, args[:-1], args[-1])


def execlp(file, *args):
    """execl() that looks for the program in PATH."""
    execvp(file, args)


def execlpe(file, *args):
    """execlp() with the environment as the last argument."""
    execvpe(file, args[:-1], args[-1])


def execvp(file, args):
    """execv() that looks for the program in PATH."""
    _execvpe(file, args)


def execvpe(file, args, env):
    """execve() that looks for the program in PATH."""
    _execvpe(file, args, env)


def _spawn(mode, file, args, run, *more):
    if not isinstance(args, (tuple, list)):
        raise TypeError("argv must be a tuple or a list")
    if not args or not args[0]:
        raise ValueError("argv first element cannot be empty")
    pid = fork()
    if pid == 0:
        try:
            run(file, args, *more)
        finally:
            _exit(127)
    if mode == P_NOWAIT:
        return pid
    while True:
        status = waitpid(pid, 0)[1]
        if not WIFSTOPPED(status):
            return waitstatus_to_exitcode(status)


def spawnv(mode, file, args):
    """Run a program in a child: its exit code (P_WAIT) or its process number (P_NOWAIT)."""
    return _spawn(mode, file, args, execv)


def spawnve(mode, file, args, env):
    """spawnv() with an environment."""
    return _spawn(mode, file, args, execve, env)


def spawnvp(mode, file, args):
    """spawnv() that looks for the program in PATH."""
    return _spawn(mode, file, args, execvp)


def spawnvpe(mode, file, args, env):
    """spawnve() that looks for the program in PATH."""
    return _spawn(mode, file, args, execvpe, env)


def spawnl(mode, file, *args):
    """spawnv() with the arguments one by one."""
    return spawnv(mode, file, args)


def spawnle(mode, file, *args):
    """spawnve() with the arguments one by one, the environment last."""
    return spawnve(mode, file, args[:-1], args[-1])


def spawnlp(mode, file, *args):
    """spawnvp() with the arguments one by one."""
    return spawnvp(mode, file, args)


def spawnlpe(mode, file, *args):
    """spawnvpe() with the arguments one by one, the environment last."""
    return spawnvpe(mode, file, args[:-1], args[-1])


def popen(cmd, mode="r", buffering=-1):
    """A pipe from or to a shell command; close() gives its wait status, None for success."""
    if not isinstance(cmd, str):
        raise TypeError("invalid cmd type (%s, expected string)" % type(cmd))
    if mode not in ("r", "w"):
        raise ValueError("invalid mode %r" % mode)
    if buffering == 0 or buffering is None:
        raise ValueError("popen() does not support unbuffered streams")
    import subprocess
    if mode == "r":
        process = subprocess.Popen(cmd, shell=True, text=True, stdout=subprocess.PIPE, bufsize=buffering)
        return _wrap_close(process.stdout, process)
    process = subprocess.Popen(cmd, shell=True, text=True, stdin=subprocess.PIPE, bufsize=buffering)
    return _wrap_close(process.stdin, process)


class _wrap_close:
    """The stream of popen(), whose end is the end of the command."""

    def __init__(self, stream, process):
        self._stream = stream
        self._process = process

    def close(self):
        self._stream.close()
        code = self._process.wait()
        if code == 0:
            return None
        return code << 8

    def __enter__(self):
        return self

    def __exit__(self, *exc_info):
        self.close()

    def __getattr__(self, name):
        return getattr(self._stream, name)

    def __iter__(self):
        return iter(self._stream)


def process_cpu_count():
    return cpu_count()
