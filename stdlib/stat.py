"""Names and tests for what os.stat() gives.

>>> S_ISDIR(0o040755), filemode(0o100644)
(True, '-rw-r--r--')
"""

_native_wording = dict.fromkeys(("S_IMODE", "S_IFMT", "S_ISDIR", "S_ISCHR", "S_ISBLK", "S_ISREG", "S_ISFIFO", "S_ISLNK", "S_ISSOCK", "S_ISDOOR", "S_ISPORT",
                                 "S_ISWHT", "filemode"), "")  # Words argument errors as natives do.

(ST_MODE, ST_INO, ST_DEV, ST_NLINK, ST_UID, ST_GID, ST_SIZE, ST_ATIME, ST_MTIME, ST_CTIME) = range(10)

S_IFIFO = 0o010000
S_IFCHR = 0o020000
S_IFDIR = 0o040000
S_IFBLK = 0o060000
S_IFREG = 0o100000
S_IFLNK = 0o120000
S_IFSOCK = 0o140000
S_IFDOOR = S_IFPORT = S_IFWHT = 0

S_ISUID = 0o4000
S_ISGID = S_ENFMT = 0o2000
S_ISVTX = 0o1000
S_IRWXU = 0o700
S_IRUSR = S_IREAD = 0o400
S_IWUSR = S_IWRITE = 0o200
S_IXUSR = S_IEXEC = 0o100
S_IRWXG = 0o070
S_IRGRP = 0o040
S_IWGRP = 0o020
S_IXGRP = 0o010
S_IRWXO = 0o007
S_IROTH = 0o004
S_IWOTH = 0o002
S_IXOTH = 0o001

UF_NODUMP = 0x00000001
UF_IMMUTABLE = 0x00000002
UF_APPEND = 0x00000004
UF_OPAQUE = 0x00000008
UF_NOUNLINK = 0x00000010
UF_COMPRESSED = 0x00000020
UF_HIDDEN = 0x00008000
SF_ARCHIVED = 0x00010000
SF_IMMUTABLE = 0x00020000
SF_APPEND = 0x00040000
SF_NOUNLINK = 0x00100000
SF_SNAPSHOT = 0x00200000

FILE_ATTRIBUTE_READONLY = 1
FILE_ATTRIBUTE_HIDDEN = 2
FILE_ATTRIBUTE_SYSTEM = 4
FILE_ATTRIBUTE_DIRECTORY = 16
FILE_ATTRIBUTE_ARCHIVE = 32
FILE_ATTRIBUTE_DEVICE = 64
FILE_ATTRIBUTE_NORMAL = 128
FILE_ATTRIBUTE_TEMPORARY = 256
FILE_ATTRIBUTE_SPARSE_FILE = 512
FILE_ATTRIBUTE_REPARSE_POINT = 1024
FILE_ATTRIBUTE_COMPRESSED = 2048
FILE_ATTRIBUTE_OFFLINE = 4096
FILE_ATTRIBUTE_NOT_CONTENT_INDEXED = 8192
FILE_ATTRIBUTE_ENCRYPTED = 16384
FILE_ATTRIBUTE_INTEGRITY_STREAM = 32768
FILE_ATTRIBUTE_VIRTUAL = 65536
FILE_ATTRIBUTE_NO_SCRUB_DATA = 131072


def _checked(mode):
  """A mode as the 32 bits of the machine's type."""
  if not hasattr(mode, "__index__"):
    raise TypeError("an integer is required")
  mode = mode.__index__()
  if mode < 0:
    raise OverflowError("can't convert negative value to unsigned int")
  if mode >> 64:
    raise OverflowError("Python int too large to convert to C unsigned long")
  if mode >> 32:
    raise OverflowError("mode out of range")
  return mode


def S_IMODE(mode, /):
  """The permission bits."""
  return _checked(mode) & 0o7777


def S_IFMT(mode, /):
  """The bits that tell the kind of file."""
  return _checked(mode) & 0o170000


def S_ISDIR(mode, /):
  """A folder."""
  return S_IFMT(mode) == S_IFDIR


def S_ISCHR(mode, /):
  """A character device."""
  return S_IFMT(mode) == S_IFCHR


def S_ISBLK(mode, /):
  """A block device."""
  return S_IFMT(mode) == S_IFBLK


def S_ISREG(mode, /):
  """A regular file."""
  return S_IFMT(mode) == S_IFREG


def S_ISFIFO(mode, /):
  """A named pipe."""
  return S_IFMT(mode) == S_IFIFO


def S_ISLNK(mode, /):
  """A symbolic link."""
  return S_IFMT(mode) == S_IFLNK


def S_ISSOCK(mode, /):
  """A socket."""
  return S_IFMT(mode) == S_IFSOCK


def S_ISDOOR(mode, /):
  """A door; there are none."""
  _checked(mode)
  return False


def S_ISPORT(mode, /):
  """An event port; there are none."""
  _checked(mode)
  return False


def S_ISWHT(mode, /):
  """A whiteout; there are none."""
  _checked(mode)
  return False


_KINDS = {S_IFLNK: "l", S_IFSOCK: "s", S_IFREG: "-", S_IFBLK: "b", S_IFDIR: "d", S_IFCHR: "c", S_IFIFO: "p"}


def filemode(mode, /):
  """The mode as `ls -l` shows it."""
  mode = _checked(mode)
  letters = [letter if mode & (0o400 >> place) else "-" for place, letter in enumerate("rwxrwxrwx")]
  for place, bit, with_x, without_x in ((2, S_ISUID, "s", "S"), (5, S_ISGID, "s", "S"), (8, S_ISVTX, "t", "T")):
    if mode & bit:
      letters[place] = with_x if letters[place] == "x" else without_x
  return _KINDS.get(S_IFMT(mode), "?") + "".join(letters)
