# Links, sizes, permissions, times and positions; errors name the path as text.
import os
import pathlib
import tempfile

with tempfile.TemporaryDirectory() as top:
  path = os.path.join(top, "file")
  descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
  print(os.write(descriptor, b"hello"), os.pread(descriptor, 3, 1), os.pwrite(descriptor, b"J", 0), os.lseek(descriptor, 0, os.SEEK_SET),
        os.read(descriptor, 10))
  os.ftruncate(descriptor, 2)
  os.fchmod(descriptor, 0o640)
  print(os.fstat(descriptor).st_size, oct(os.fstat(descriptor).st_mode), os.get_inheritable(descriptor), os.get_blocking(descriptor))
  os.set_inheritable(descriptor, True)
  print(os.get_inheritable(descriptor))
  os.close(descriptor)
  os.truncate(path, 4)
  print(open(path, "rb").read())
  os.link(path, path + "2")
  print(os.stat(path).st_nlink, os.path.samefile(path, path + "2"))
  os.utime(path, ns=(1_500_000_000_123456789, 1_600_000_000_000000001))
  print(os.stat(path).st_atime_ns, os.stat(path).st_mtime_ns, os.stat(path).st_mtime)
  os.utime(path, (1, 2.5))
  print(os.path.getatime(path), os.path.getmtime(path))
  os.chmod(pathlib.Path(path), 0o400)
  print(oct(os.stat(path).st_mode), os.access(path, os.R_OK), os.path.getsize(path))
  os.chown(path, -1, -1)
  os.mkfifo(os.path.join(top, "pipe"))
  print(sorted(os.listdir(top)))
  print(os.statvfs(top).f_bsize > 0, os.major(os.makedev(8, 300)), os.minor(os.makedev(8, 300)))
  print(os.sysconf("SC_PAGESIZE") >= 4096, os.confstr("CS_PATH") is not None, os.uname().sysname, len(os.getloadavg()))
  print(os.get_exec_path({"PATH": "/a:/b"}), os.terminal_size((80, 24)), os.terminal_size((80, 24)).columns)
  for fail in (lambda: os.stat(pathlib.Path("none")), lambda: os.mkdir(pathlib.Path("none/x")), lambda: open(pathlib.Path("none")),
               lambda: os.unlink(b"none"), lambda: os.rename("none", pathlib.Path("other")), lambda: os.link("none", "x"), lambda: os.listdir(3.5),
               lambda: os.stat("a\0b"), lambda: os.close(999), lambda: os.get_terminal_size(999), lambda: os.sysconf("SC_NONE")):
    try:
      fail()
    except (OSError, TypeError, ValueError) as error:
      print(type(error).__name__, error)
