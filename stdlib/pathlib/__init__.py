"""Paths as objects: PurePath computes with them, Path also asks the file system.

>>> path = PurePosixPath("/srv") / "data" / "notes.tar.gz"
>>> path.name, path.suffix, str(path.parent)
('notes.tar.gz', '.gz', '/srv/data')
"""

from pathlib._pure import PurePath, PurePosixPath, PureWindowsPath
from pathlib._path import Path, PosixPath, WindowsPath

__all__ = ["PurePath", "PurePosixPath", "PureWindowsPath", "Path", "PosixPath", "WindowsPath"]
