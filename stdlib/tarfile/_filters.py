"""Filters of extraction: which members are refused, and what of the others is changed."""

import os

from ._headers import TarError

__name__ = "tarfile"


class FilterError(TarError):
  """A member that a filter refuses."""


class AbsolutePathError(FilterError):
  def __init__(self, tarinfo):
    self.tarinfo = tarinfo
    super().__init__(f"member {tarinfo.name!r} has an absolute path")


class OutsideDestinationError(FilterError):
  def __init__(self, tarinfo, path):
    self.tarinfo = tarinfo
    self._path = path
    super().__init__(f"{tarinfo.name!r} would be extracted to {path!r}, which is outside the destination")


class SpecialFileError(FilterError):
  def __init__(self, tarinfo):
    self.tarinfo = tarinfo
    super().__init__(f"{tarinfo.name!r} is a special file")


class AbsoluteLinkError(FilterError):
  def __init__(self, tarinfo):
    self.tarinfo = tarinfo
    super().__init__(f"{tarinfo.name!r} is a link to an absolute path")


class LinkOutsideDestinationError(FilterError):
  def __init__(self, tarinfo, path):
    self.tarinfo = tarinfo
    self._path = path
    super().__init__(f"{tarinfo.name!r} would link to {path!r}, which is outside the destination")


def _is_below(path, folder):
  return os.path.commonpath([path, folder]) == folder


def _changes(member, dest_path, for_data):
  changes = {}
  name = member.name
  folder = os.path.realpath(dest_path)
  if name.startswith(("/", os.sep)):
    name = changes["name"] = member.path.lstrip("/" + os.sep)
  if os.path.isabs(name):
    raise AbsolutePathError(member)
  target = os.path.realpath(os.path.join(folder, name))
  if not _is_below(target, folder):
    raise OutsideDestinationError(member, target)
  mode = member.mode
  if mode is not None:
    mode &= 0o755  # not writable by others, no set-user-ID
    if for_data:
      if member.isreg() or member.islnk():
        mode = (mode if mode & 0o100 else mode & ~0o111) | 0o600
      elif member.isdir() or member.issym():
        mode = None
      else:
        raise SpecialFileError(member)
    if mode != member.mode:
      changes["mode"] = mode
  if for_data:
    changes |= {field: None for field in ("uid", "gid", "uname", "gname") if getattr(member, field) is not None}
    if member.islnk() or member.issym():
      if os.path.isabs(member.linkname):
        raise AbsoluteLinkError(member)
      base = os.path.join(folder, os.path.dirname(name)) if member.issym() else folder
      target = os.path.realpath(os.path.join(base, member.linkname))
      if not _is_below(target, folder):
        raise LinkOutsideDestinationError(member, target)
  return changes


def fully_trusted_filter(member, dest_path):
  """Everything as it is."""
  return member


def tar_filter(member, dest_path):
  """What common tools do: nothing outside of the destination, nothing that others may write to."""
  changes = _changes(member, dest_path, False)
  return member.replace(**changes, deep=False) if changes else member


def data_filter(member, dest_path):
  """Files, folders and links only, without owners; for archives of data."""
  changes = _changes(member, dest_path, True)
  return member.replace(**changes, deep=False) if changes else member


NAMED_FILTERS = {"fully_trusted": fully_trusted_filter, "tar": tar_filter, "data": data_filter}
