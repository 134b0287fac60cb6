# Ordinary use, mistakes and corners of os: setresuid, unsetenv, DirEntry, killpg.
import os, tempfile, sys, signal

def err(f, *a, **k):
    try:
        r = f(*a, **k)
        print("ok", type(r).__name__ if " at 0x" in repr(r) else r)
    except Exception as e:
        print(type(e).__name__, str(e).partition(" at 0x")[0])

d = tempfile.mkdtemp(); open(d + '/f', 'w').close(); os.mkdir(d + '/sub'); os.symlink('f', d + '/ln')
with os.scandir(d) as it:
    for e in sorted(it, key=lambda e: e.name): print(e.name, e.is_file(), e.is_dir(), e.is_symlink(), e.is_file(follow_symlinks=False), e.path == d + '/' + e.name, e.inode() == os.lstat(e.path).st_ino, e.stat().st_size, e.stat(follow_symlinks=False).st_mode == os.lstat(e.path).st_mode, repr(e), os.fspath(e) == e.path)
e = next(iter(os.scandir(d.encode()))); print(type(e.name).__name__, type(e.path).__name__); err(os.DirEntry); err(e.is_file, 1); err(e.stat, x=1); err(os.scandir, '/no/such'); err(next, iter(os.scandir(d + '/sub'))); err(os.scandir, d + '/f') if 0 else None
os.environ['COIL_T'] = 'v'; print(os.getenv('COIL_T'), os.popen('echo $COIL_T').read()); os.unsetenv('COIL_T'); print(os.getenv('COIL_T'), repr(os.popen('echo $COIL_T').read())); del os.environ['COIL_T']; err(os.unsetenv); err(os.unsetenv, 'a=b'); err(os.putenv, 'a=b', 'c'); err(os.putenv, 'a'); err(lambda: os.environ['NOPE_X']); err(os.environ.__setitem__, 'k', 5); err(os.environ.__setitem__, 5, 'k'); err(os.environ.__delitem__, 'NOPE_X'); err(os.environ.__setitem__, 'a\0b', 'c'); print(os.environ.pop('NOPE', 'd'), 'PATH' in os.environ, os.environb[b'PATH'] == os.fsencode(os.environ['PATH']), os.environ.setdefault('COIL_Q', 'z'), os.environ | {'A': 1} != 5, os.getenv('NOPE', 5), os.getenvb(b'COIL_Q'))
pid = os.fork()
if pid == 0: os._exit(3)
p, st = os.waitpid(pid, 0); print(p == pid, os.WIFEXITED(st), os.WEXITSTATUS(st), os.WIFSIGNALED(st), os.waitstatus_to_exitcode(st), os.WCOREDUMP(st), os.WIFSTOPPED(st), os.WIFCONTINUED(st))
pid = os.fork()
if pid == 0: signal.pause()
os.kill(pid, signal.SIGTERM); p, st = os.waitpid(pid, 0); print(os.WIFSIGNALED(st), os.WTERMSIG(st), os.waitstatus_to_exitcode(st)); err(os.WIFSIGNALED, 'x'); err(os.WIFSIGNALED); err(os.WEXITSTATUS, 1.5); err(os.waitstatus_to_exitcode, 'x'); err(os.waitpid, 'x', 0)
pid = os.fork()
if pid == 0: os.setsid(); signal.pause()
import time; time.sleep(0.05); print(os.getpgid(pid) == pid, os.killpg(pid, signal.SIGKILL), os.waitpid(pid, 0)[1]); err(os.killpg, pid, 9); err(os.killpg, 'x', 1); err(os.killpg, 1); err(os.getpgid, 1 << 22)
u = os.getresuid(); print(os.setresuid(*u), os.setresgid(*os.getresgid()), os.setresuid(-1, -1, -1)); err(os.setresuid, 1); err(os.setresuid, 'a', 0, 0); err(os.setuid, -5); err(os.setgid, 'x')
print(os.getgrouplist('root', 0)[:1], 0 in os.getgroups() or os.getgroups(), os.getlogin.__name__); err(os.getgrouplist, 'root'); err(os.getgrouplist, 5, 0); err(os.getgrouplist, 'root', 'x'); err(os.setgroups, 5)
print(os.cpu_count() > 0, os.getpriority(os.PRIO_PROCESS, 0) == os.nice(0), os.umask(0o22), os.umask(0o22), os.get_exec_path()[:1] != [], os.path.exists(os.ctermid()), os.sysconf('SC_PAGE_SIZE'), os.confstr('CS_PATH'), os.times()._fields if hasattr(os.times(), '_fields') else len(os.times()), os.uname().sysname, os.urandom(3).__class__, os.strerror(2), os.name, os.extsep, os.get_terminal_size.__name__, os.fspath('x'), os.fsencode('é'), os.fsdecode(b'\xff'), len(os.getrandom(4)), os.getloadavg().__class__); err(os.sysconf, 'NOPE'); err(os.fspath, 5); err(os.nice, 'x'); err(os.urandom, -1); err(os.umask, 'x'); err(os.get_terminal_size, 999); import shutil; shutil.rmtree(d)
