"""What machine and system this is.

>>> python_implementation()
'Coil'
"""

import os
import sys
from collections import namedtuple

__version__ = "1.0.8"

_Uname = namedtuple("uname_result_base", "system node release version machine")


class uname_result(_Uname):
  """What uname() gives; the processor is looked up when it is asked for."""

  _fields = _Uname._fields + ("processor",)

  @property
  def processor(self):
    return processor()

  @classmethod
  def _make(cls, iterable):
    made = cls.__new__(cls, *iterable)
    if len(made) != len(cls._fields):
      raise TypeError(f"Expected {len(cls._fields) - 1} arguments, got {len(made)}")
    return made

  def __iter__(self):
    yield from super().__iter__()
    yield self.processor

  def __len__(self):
    return len(tuple(iter(self)))

  def __getitem__(self, key):
    return tuple(self)[key]

  def __repr__(self):
    fields = ", ".join([f"{name}={value!r}" for name, value in zip(_Uname._fields, super().__iter__())])
    return f"{self.__class__.__name__}({fields})"

  def __reduce__(self):
    return uname_result, tuple(self)[:5]


_uname = None


def _read(path):
  try:
    with open(path, encoding="utf-8", errors="replace") as file:
      return file.read().strip()
  except OSError:
    return ""


def uname():
  """System, node, release, version, machine, processor."""
  global _uname
  if _uname is None:
    try:
      _uname = uname_result(*os.uname()[:5])
    except AttributeError:
      _uname = uname_result("Linux", _read("/proc/sys/kernel/hostname"), _read("/proc/sys/kernel/osrelease"),
                            _read("/proc/sys/kernel/version"), _read("/proc/sys/kernel/arch"))
  return _uname


def system():
  """The system's name: 'Linux'."""
  return uname().system


def node():
  """The machine's name in the network."""
  return uname().node


def release():
  """The system's release."""
  return uname().release


def version():
  """The system's version."""
  return uname().version


def machine():
  """The machine's type."""
  return uname().machine


def processor():
  """The processor's name, or ''."""
  return ""


def architecture(executable=sys.executable, bits="", linkage=""):
  """(bits, linkage) of an executable."""
  bits = bits or ("64bit" if sys.maxsize > 2**32 else "32bit")
  if not executable:
    return bits, linkage
  executable = os.path.realpath(executable)
  try:
    with open(executable, "rb") as file:
      start = file.read(5)
  except OSError:
    return bits, linkage
  if start[:4] != b"\x7fELF":
    return bits, linkage
  return {1: "32bit", 2: "64bit"}.get(start[4], bits), "ELF"


def system_alias(system, release, version):
  """The names that marketing uses, where they differ: SunOS 5.x is Solaris 2.x, win32 is Windows."""
  if system in ("win32", "win16"):
    return "Windows", release, version
  major, dot, minor = release.partition(".")
  if system != "SunOS" or release < "5":
    return system, release, version
  if major.isdigit():
    release = f"{int(major) - 3}{dot}{minor}"
  return "Solaris", release, version


def libc_ver(executable=None, lib="", version="", chunksize=16384):
  """(name, version) of the C library: of the running one, or of the newest one that a program's file names."""
  if not executable:
    try:
      name, number = os.confstr("CS_GNU_LIBC_VERSION").split(maxsplit=1)
      return name, number
    except (AttributeError, ValueError, OSError):
      executable = sys.executable
      if not executable:
        return lib, version
  import re
  mark = re.compile(rb"(?P<init>__libc_init)|GLIBC_(?P<glibc>[0-9.]+)|libc(?P<threads>_\w+)?\.so(?:\.(?P<number>\d[0-9.]*))?", re.ASCII)
  longest = 64  # of what is searched, for it may lie across two pieces
  with open(os.path.realpath(executable), "rb") as file:
    rest = b""
    while piece := file.read(chunksize):
      text = rest + piece
      for found in mark.finditer(text):
        lib, version = _newer_libc(lib, version, {name: part and part.decode("latin1") for name, part in found.groupdict().items()})
      rest = text[-longest:]
  return lib, version


def _newer_libc(lib, version, found):
  """What a mark in a program's file says about the C library, beside what was known."""
  if found["init"]:
    return lib or "libc", version
  if found["glibc"]:
    if lib != "glibc" or _numbers(found["glibc"]) > _numbers(version):
      version = found["glibc"]
    return "glibc", version
  if lib == "glibc":
    return lib, version
  number, threads = found["number"], found["threads"]
  if number and (not version or _numbers(number) > _numbers(version)):
    version = number
  if threads and not version.endswith(threads):
    version += threads
  return "libc", version


def _numbers(version):
  return [int(part) if part.isdigit() else 0 for part in version.split(".")]


def platform(aliased=False, terse=False):
  """All of it as one text."""
  library, number = libc_ver()
  parts = [system(), release(), machine(), "with", library + number]
  text = "-".join([part.strip() for part in parts if part])
  for unwanted in "/\\:;\"()":
    text = text.replace(unwanted, "-")
  text = text.replace(" ", "_").replace("unknown", "")
  while "--" in text:
    text = text.replace("--", "-")
  return text.rstrip("-")


def mac_ver(release="", versioninfo=("", "", ""), machine=""):
  """Empty here: this is no macOS."""
  return release, versioninfo, machine


def win32_ver(release="", version="", csd="", ptype=""):
  """Empty here: this is no Windows."""
  return release, version, csd, ptype


def win32_edition():
  """None: this is no Windows."""
  return None


def win32_is_iot():
  """False: this is no Windows."""
  return False


def java_ver(release="", vendor="", vminfo=("", "", ""), osinfo=("", "", "")):
  """Empty here: this is no Java."""
  return release, vendor, vminfo, osinfo


def freedesktop_os_release():
  """What /etc/os-release says, as a dictionary."""
  import errno
  import shlex
  for path in ("/etc/os-release", "/usr/lib/os-release"):
    text = _read(path)
    if text:
      result = {"NAME": "Linux", "ID": "linux", "PRETTY_NAME": "Linux"}
      for line in text.splitlines():
        name, equals, value = line.partition("=")
        if equals and not name.startswith("#"):
          result[name.strip()] = "".join(shlex.split(value))
      return result
  raise OSError(errno.ENOENT, "Unable to read files /etc/os-release, /usr/lib/os-release")


def python_implementation():
  """The interpreter: 'Coil'."""
  return sys.implementation.name.capitalize()


def python_version():
  """The language version."""
  return "%d.%d.%d" % sys.version_info[:3]


def python_version_tuple():
  """The language version as three texts."""
  return tuple(python_version().split("."))


def python_branch():
  """''."""
  return ""


def python_revision():
  """''."""
  return ""


def python_build():
  """(number, date) of the build; not recorded."""
  return "", ""


def python_compiler():
  """The compiler of the interpreter."""
  return sys.version.rpartition("[")[2].rstrip("]") if "[" in sys.version else ""


if __name__ == "__main__":
  import _command_lines
  _command_lines.platform()
