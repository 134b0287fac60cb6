"""Copying, moving and removing files and folders."""

import errno
import os
import stat
import sys

__all__ = ["copyfileobj", "copyfile", "copymode", "copystat", "copy", "copy2", "copytree", "move", "rmtree", "Error", "SpecialFileError",
           "ExecError", "make_archive", "get_archive_formats", "register_archive_format", "unregister_archive_format",
           "get_unpack_formats", "register_unpack_format", "unregister_unpack_format", "unpack_archive", "ignore_patterns", "chown",
           "which", "get_terminal_size", "SameFileError", "disk_usage"]

COPY_BUFSIZE = 64 * 1024


class Error(OSError):
  """Several files could not be copied, or a move is impossible."""


class SameFileError(Error):
  """Source and destination are one file."""


class SpecialFileError(OSError):
  """The operation is not possible with a special file such as a named pipe."""


class ExecError(OSError):
  """A command could not be executed."""


class ReadError(OSError):
  """An archive cannot be read."""


class RegistryError(Exception):
  """A registry operation with archive formats failed."""


def copyfileobj(fsrc, fdst, length=0):
  """Copies what is left in a file object to another one."""
  read, write = fsrc.read, fdst.write
  length = length or COPY_BUFSIZE
  while data := read(length):
    write(data)


def _samefile(src, dst):
  if isinstance(src, os.DirEntry):
    try:
      return os.path.samestat(src.stat(), os.stat(dst))
    except OSError:
      return False
  try:
    return os.path.samefile(src, dst)
  except OSError:
    return False


def copyfile(src, dst, *, follow_symlinks=True):
  """Copies the contents of a file."""
  if _samefile(src, dst):
    raise SameFileError(f"{src!r} and {dst!r} are the same file")
  for path in (src, dst):
    try:
      mode = os.stat(path).st_mode
    except OSError:
      continue
    if stat.S_ISFIFO(mode):
      path = path.path if isinstance(path, os.DirEntry) else path
      raise SpecialFileError(f"`{path}` is a named pipe")
  if not follow_symlinks and os.path.islink(src):
    os.symlink(os.readlink(src), dst)
    return dst
  with open(src, "rb") as source:
    try:
      with open(dst, "wb") as target:
        copyfileobj(source, target)
    except IsADirectoryError as error:
      if not os.path.exists(dst):
        raise FileNotFoundError(f"Directory does not exist: {dst}") from error
      raise
  return dst


def copymode(src, dst, *, follow_symlinks=True):
  """Copies the permission bits."""
  if not follow_symlinks and os.path.islink(src) and os.path.islink(dst):
    return
  os.chmod(dst, stat.S_IMODE(os.stat(src).st_mode))


def _copy_attributes(src, dst, follow):
  """Copies the extended attributes, where both file systems have them."""
  try:
    names = os.listxattr(src, follow_symlinks=follow)
  except OSError as error:
    if error.errno not in (errno.ENOTSUP, errno.ENODATA, errno.EINVAL):
      raise
    return
  for name in names:
    try:
      os.setxattr(dst, name, os.getxattr(src, name, follow_symlinks=follow), follow_symlinks=follow)
    except OSError as error:
      if error.errno not in (errno.EPERM, errno.ENOTSUP, errno.ENODATA, errno.EINVAL):
        raise


def copystat(src, dst, *, follow_symlinks=True):
  """Copies permission bits, times and extended attributes."""
  follow = follow_symlinks or not (os.path.islink(src) and os.path.islink(dst))
  status = src.stat(follow_symlinks=follow) if isinstance(src, os.DirEntry) else os.stat(src, follow_symlinks=follow)
  os.utime(dst, ns=(status.st_atime_ns, status.st_mtime_ns), follow_symlinks=follow)
  _copy_attributes(src, dst, follow)
  if follow:
    os.chmod(dst, stat.S_IMODE(status.st_mode))


def _into(src, dst):
  """The file to write: dst itself, or the source's name inside the folder dst."""
  return os.path.join(dst, os.path.basename(src)) if os.path.isdir(dst) else dst


def copy(src, dst, *, follow_symlinks=True):
  """Copies contents and permission bits; returns the path of the copy."""
  dst = _into(src, dst)
  copyfile(src, dst, follow_symlinks=follow_symlinks)
  copymode(src, dst, follow_symlinks=follow_symlinks)
  return dst


def copy2(src, dst, *, follow_symlinks=True):
  """Copies contents, permission bits and times; returns the path of the copy."""
  dst = _into(src, dst)
  copyfile(src, dst, follow_symlinks=follow_symlinks)
  copystat(src, dst, follow_symlinks=follow_symlinks)
  return dst


def ignore_patterns(*patterns):
  """A function for copytree(ignore=...) that leaves out names matching a pattern."""
  def _ignore_patterns(path, names):
    import fnmatch
    return {name for pattern in patterns for name in fnmatch.filter(names, pattern)}
  return _ignore_patterns


def copytree(src, dst, symlinks=False, ignore=None, copy_function=copy2, ignore_dangling_symlinks=False, dirs_exist_ok=False):
  """Copies a folder with all it contains; returns the path of the copy."""
  with os.scandir(src) as scan:
    entries = list(scan)
  ignored = ignore(os.fspath(src), [entry.name for entry in entries]) if ignore is not None else ()
  os.makedirs(dst, exist_ok=dirs_exist_ok)
  errors = []
  # Entries go to the built-in functions as such (their stat is known); others are promised a path.
  keep_entry = copy_function is copy2 or copy_function is copy
  for entry in entries:
    if entry.name in ignored:
      continue
    source = os.path.join(src, entry.name)
    target = os.path.join(dst, entry.name)
    source_or_entry = entry if keep_entry else source
    try:
      is_link = entry.is_symlink()
      if is_link and symlinks:
        os.symlink(os.readlink(source), target)
        copystat(source_or_entry, target, follow_symlinks=False)
      elif is_link and ignore_dangling_symlinks and not os.path.exists(source):
        continue
      elif entry.is_dir():
        copytree(source_or_entry, target, symlinks, ignore, copy_function, ignore_dangling_symlinks, dirs_exist_ok)
      else:
        copy_function(source_or_entry, target)
    except Error as error:
      errors.extend(error.args[0])
    except OSError as why:
      errors.append((source, target, str(why)))
  try:
    copystat(src, dst)
  except OSError as why:
    errors.append((src, dst, str(why)))
  if errors:
    raise Error(errors)
  return dst


def rmtree(path, ignore_errors=False, onerror=None, *, dir_fd=None):
  """Removes a folder with all it contains. onerror(function, path, exc_info) is called for what cannot be removed."""
  if ignore_errors:
    def onerror(*args):
      pass
  elif onerror is None:
    def onerror(*args):
      raise
  if isinstance(path, bytes):
    path = os.fsdecode(path)
  try:
    status = os.lstat(path, dir_fd=dir_fd)
  except Exception:
    onerror(os.lstat, path, sys.exc_info())
    return
  try:
    folder = os.open(path, os.O_RDONLY, dir_fd=dir_fd)
  except Exception:
    onerror(os.open, path, sys.exc_info())
    return
  try:
    if not os.path.samestat(status, os.fstat(folder)):
      raise OSError("Cannot call rmtree on a symbolic link")
  except OSError:
    onerror(os.path.islink, path, sys.exc_info())
  else:
    _remove_entries(folder, path, onerror)
    _remove_folder(path, dir_fd, path, onerror)
  finally:
    os.close(folder)


rmtree.avoids_symlink_attacks = True


def _remove_entries(folder, path, onerror):
  """Empty an open folder. All is done relative to its descriptor, so that no link put in the way can lead elsewhere."""
  try:
    with os.scandir(folder) as scan:
      entries = list(scan)
  except OSError as error:
    error.filename = path
    onerror(os.scandir, path, sys.exc_info())
    return
  for entry in entries:
    full = os.path.join(path, entry.name)
    try:
      is_dir = entry.is_dir(follow_symlinks=False)
    except OSError:
      is_dir = False
    if not is_dir:
      try:
        os.unlink(entry.name, dir_fd=folder)
      except OSError:
        onerror(os.unlink, full, sys.exc_info())
      continue
    try:
      inner = os.open(entry.name, os.O_RDONLY | os.O_NOFOLLOW, dir_fd=folder)
    except OSError:
      onerror(os.open, full, sys.exc_info())
      continue
    try:
      _remove_entries(inner, full, onerror)
      _remove_folder(entry.name, folder, full, onerror)
    finally:
      os.close(inner)


def _remove_folder(name, dir_fd, path, onerror):
  try:
    os.rmdir(name, dir_fd=dir_fd)
  except OSError:
    onerror(os.rmdir, path, sys.exc_info())


def _is_inside(path, folder):
  path = os.path.abspath(path)
  folder = os.path.abspath(folder)
  return (path + os.sep).startswith(folder if folder.endswith(os.sep) else folder + os.sep)


def move(src, dst, copy_function=copy2):
  """Moves a file or folder, over file systems too; returns the new path."""
  target = dst
  if os.path.isdir(dst):
    if _samefile(src, dst):
      os.rename(src, dst)
      return
    target = os.path.join(dst, os.path.basename(os.fspath(src).rstrip(os.sep)))
    if os.path.exists(target):
      raise Error(f"Destination path '{target}' already exists")
  try:
    os.rename(src, target)
  except OSError:
    if os.path.islink(src):
      os.symlink(os.readlink(src), target)
      os.unlink(src)
    elif os.path.isdir(src):
      if _is_inside(dst, src):
        raise Error(f"Cannot move a directory '{src}' into itself '{dst}'.")
      copytree(src, target, copy_function=copy_function, symlinks=True)
      rmtree(src)
    else:
      copy_function(src, target)
      os.unlink(src)
  return target


_Usage = None  # made when it is needed first


def disk_usage(path):
  """The total, used and free bytes of the file system that holds the path."""
  global _Usage
  if _Usage is None:
    from collections import namedtuple
    _Usage = namedtuple("usage", "total used free")
  status = os.statvfs(path)
  return _Usage(status.f_blocks * status.f_frsize, (status.f_blocks - status.f_bfree) * status.f_frsize, status.f_bavail * status.f_frsize)


def chown(path, user=None, group=None):
  """Changes owner and group, given as names or numbers."""
  if user is None and group is None:
    raise ValueError("user and/or group must be set")
  ids = []
  for kind, name, database in (("user", user, "/etc/passwd"), ("group", group, "/etc/group")):
    if isinstance(name, str):
      number = _id_of(name, database)
      if number is None:
        raise LookupError(f"no such {kind}: {name!r}")
      ids.append(number)
    else:
      ids.append(-1 if name is None else name)
  os.chown(path, *ids)


def _id_of(name, database):
  with open(database) as lines:
    for line in lines:
      fields = line.split(":")
      if fields[0] == name:
        return int(fields[2])
  return None


def get_terminal_size(fallback=(80, 24)):
  """Columns and lines: from COLUMNS and LINES, else from the terminal, else the fallback."""
  sizes = []
  for name in ("COLUMNS", "LINES"):
    try:
      sizes.append(int(os.environ[name]))
    except (KeyError, ValueError):
      sizes.append(0)
  columns, lines = sizes
  if columns <= 0 or lines <= 0:
    try:
      size = os.get_terminal_size(sys.__stdout__.fileno())
    except (AttributeError, ValueError, OSError):
      size = fallback
    if columns <= 0:
      columns = size[0] or fallback[0]
    if lines <= 0:
      lines = size[1] or fallback[1]
  return os.terminal_size((columns, lines))


def which(cmd, mode=os.F_OK | os.X_OK, path=None):
  """The file that a command would run, or None."""
  def runs(file):
    return os.path.exists(file) and os.access(file, mode) and not os.path.isdir(file)

  if os.path.dirname(cmd):
    return cmd if runs(cmd) else None
  if path is None:
    path = os.environ.get("PATH")
    if path is None:
      try:
        path = os.confstr("CS_PATH")
      except (AttributeError, ValueError):
        path = os.defpath
  if not path:
    return None
  is_bytes = isinstance(cmd, bytes)
  path = os.fsencode(path) if is_bytes else os.fsdecode(path)
  seen = set()
  for folder in path.split(os.fsencode(os.pathsep) if is_bytes else os.pathsep):
    if folder not in seen:
      seen.add(folder)
      file = os.path.join(folder, cmd)
      if runs(file):
        return file
  return None


# Archives: the formats are known by name; tar and zip need modules that are loaded when they are used.

def _archive_members(base_dir, root_dir):
  """(path, path in the archive) of the folder and all below it."""
  def member(path):
    return path, os.path.normpath(path if root_dir is None else os.path.relpath(path, root_dir))

  top = os.path.normpath(base_dir if root_dir is None else os.path.join(root_dir, base_dir))
  if os.path.normpath(base_dir) != os.curdir:
    yield member(top)
  for folder, folders, files in os.walk(top):
    for name in sorted(folders):
      yield member(os.path.join(folder, name))
    for name in files:
      path = os.path.normpath(os.path.join(folder, name))
      if os.path.isfile(path):
        yield member(path)


def _make_archive_folder(base_name, dry_run, logger):
  """Makes the folder that the archive goes to."""
  folder = os.path.dirname(base_name)
  if folder and not os.path.exists(folder):
    if logger is not None:
      logger.info("creating %s", folder)
    if not dry_run:
      os.makedirs(folder)


def _make_tar(compression, suffix):
  def _make_tarball(base_name, base_dir, dry_run=0, owner=None, group=None, logger=None, root_dir=None, **kwargs):
    import tarfile
    name = base_name + ".tar" + suffix
    _make_archive_folder(name, dry_run, logger)
    if logger is not None:
      logger.info("Creating tar archive")
    uid, gid = _user_number(owner), _group_number(group)

    def owned(member):
      if uid is not None:
        member.uid, member.uname = uid, owner
      if gid is not None:
        member.gid, member.gname = gid, group
      return member

    if not dry_run:
      with tarfile.open(name, "w" + (":" + compression if compression else "")) as archive:
        archive.add(base_dir if root_dir is None else os.path.join(root_dir, base_dir), base_dir, filter=owned)
    return name if root_dir is None else os.path.abspath(name)
  return _make_tarball


def _user_number(name):
  import pwd
  try:
    return None if name is None else pwd.getpwnam(name)[2]
  except KeyError:
    return None


def _group_number(name):
  import grp
  try:
    return None if name is None else grp.getgrnam(name)[2]
  except KeyError:
    return None


def _make_zipfile(base_name, base_dir, dry_run=0, logger=None, root_dir=None, **kwargs):
  import zipfile
  name = base_name + ".zip"
  _make_archive_folder(base_name, dry_run, logger)
  if logger is not None:
    logger.info("creating '%s' and adding '%s' to it", name, base_dir)
  if not dry_run:
    with zipfile.ZipFile(name, "w", compression=zipfile.ZIP_DEFLATED) as archive:
      for path, stored_as in _archive_members(base_dir, root_dir):
        archive.write(path, stored_as)
        if logger is not None:
          logger.info("adding '%s'", path)
  return name if root_dir is None else os.path.abspath(name)


def _unpack_tarfile(filename, extract_dir, *, filter=None):
  import tarfile
  try:
    archive = tarfile.open(filename)
  except tarfile.TarError:
    raise ReadError(f"{filename} is not a compressed or uncompressed tar file")
  with archive:
    archive.extractall(extract_dir, filter=filter)


def _unpack_zipfile(filename, extract_dir):
  import zipfile
  if not zipfile.is_zipfile(filename):
    raise ReadError(f"{filename} is not a zip file")
  with zipfile.ZipFile(filename) as archive:
    for name in archive.namelist():
      # Members that would leave the folder are left out.
      if name.startswith("/") or ".." in name:
        continue
      target = os.path.join(extract_dir, *name.split("/"))
      os.makedirs(os.path.dirname(target), exist_ok=True)
      if not name.endswith("/"):
        with archive.open(name) as source, open(target, "wb") as copied:
          copyfileobj(source, copied)


# Function, further arguments, description, and whether the function takes a root_dir; for others the current folder is changed.
_ARCHIVE_FORMATS = {
  "tar": (_make_tar("", ""), [], "uncompressed tar file", True),
  "gztar": (_make_tar("gz", ".gz"), [], "gzip'ed tar-file", True),
  "bztar": (_make_tar("bz2", ".bz2"), [], "bzip2'ed tar-file", True),
  "xztar": (_make_tar("xz", ".xz"), [], "xz'ed tar-file", True),
  "zip": (_make_zipfile, [], "ZIP file", True),
}
_UNPACK_FORMATS = {
  "tar": ([".tar"], _unpack_tarfile, [], "uncompressed tar file"),
  "gztar": ([".tar.gz", ".tgz"], _unpack_tarfile, [], "gzip'ed tar-file"),
  "bztar": ([".tar.bz2", ".tbz2"], _unpack_tarfile, [], "bzip2'ed tar-file"),
  "xztar": ([".tar.xz", ".txz"], _unpack_tarfile, [], "xz'ed tar-file"),
  "zip": ([".zip"], _unpack_zipfile, [], "ZIP file"),
}


def get_archive_formats():
  """(name, description) of the formats make_archive() knows."""
  return sorted([(name, entry[2]) for name, entry in _ARCHIVE_FORMATS.items()])


def register_archive_format(name, function, extra_args=None, description=""):
  """Adds a format to make_archive()."""
  extra_args = [] if extra_args is None else extra_args
  if not callable(function):
    raise TypeError(f"The {function} object is not callable")
  if not isinstance(extra_args, (tuple, list)):
    raise TypeError("extra_args needs to be a sequence")
  for element in extra_args:
    if not isinstance(element, (tuple, list)) or len(element) != 2:
      raise TypeError("extra_args elements are : (arg_name, value)")
  _ARCHIVE_FORMATS[name] = (function, extra_args, description, False)


def unregister_archive_format(name):
  """Removes a format."""
  del _ARCHIVE_FORMATS[name]


def make_archive(base_name, format, root_dir=None, base_dir=None, verbose=0, dry_run=0, owner=None, group=None, logger=None):
  """Makes an archive of a folder; returns its path."""
  try:
    function, extra_args, _, takes_root = _ARCHIVE_FORMATS[format]
  except KeyError:
    raise ValueError(f"unknown archive format '{format}'") from None
  kwargs = {"dry_run": dry_run, "logger": logger, "owner": owner, "group": group, **dict(extra_args)}
  before = None
  if root_dir is not None:
    if not stat.S_ISDIR(os.stat(root_dir).st_mode):
      raise NotADirectoryError(errno.ENOTDIR, "Not a directory", root_dir)
    if takes_root:
      base_name = os.fspath(base_name)
      kwargs["root_dir"] = root_dir
    else:
      before = os.getcwd()
      if logger is not None:
        logger.debug("changing into '%s'", root_dir)
      base_name = os.path.abspath(base_name)
      if not dry_run:
        os.chdir(root_dir)
  try:
    return function(base_name, os.curdir if base_dir is None else base_dir, **kwargs)
  finally:
    if before is not None:
      if logger is not None:
        logger.debug("changing back to '%s'", before)
      os.chdir(before)


def get_unpack_formats():
  """(name, extensions, description) of the formats unpack_archive() knows."""
  return sorted([(name, entry[0], entry[3]) for name, entry in _UNPACK_FORMATS.items()])


def register_unpack_format(name, extensions, function, extra_args=None, description=""):
  """Adds a format to unpack_archive()."""
  taken = {extension: other for other, entry in _UNPACK_FORMATS.items() for extension in entry[0]}
  for extension in extensions:
    if extension in taken:
      raise RegistryError(f'{extension} is already registered for "{taken[extension]}"')
  if not callable(function):
    raise TypeError("The registered function must be a callable")
  _UNPACK_FORMATS[name] = (extensions, function, extra_args or [], description)


def unregister_unpack_format(name):
  """Removes a format."""
  del _UNPACK_FORMATS[name]


def unpack_archive(filename, extract_dir=None, format=None, *, filter=None):
  """Unpacks an archive into a folder."""
  extract_dir = os.getcwd() if extract_dir is None else os.fspath(extract_dir)
  filename = os.fspath(filename)
  if format is None:
    for name, (extensions, *_) in _UNPACK_FORMATS.items():
      if any(filename.endswith(extension) for extension in extensions):
        format = name
        break
    else:
      raise ReadError(f"Unknown archive format '{filename}'")
  try:
    _, function, extra_args, _ = _UNPACK_FORMATS[format]
  except KeyError:
    raise ValueError(f"Unknown unpack format '{format}'") from None
  kwargs = dict(extra_args)
  if filter is not None:
    kwargs["filter"] = filter
  function(filename, extract_dir, **kwargs)
