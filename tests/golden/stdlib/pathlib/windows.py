# PureWindowsPath: drives, shares, case, reserved names.
from pathlib import PurePosixPath, PureWindowsPath, WindowsPath

for arguments in [("c:/x/y",), ("c:", "x"), ("c:/", "/y"), ("//host/share/x",), ("//host/share",), ("c:x", "d:/y"), ("c:\\x", "y", "\\z"),
                  ("\\\\?\\c:\\x",), ("\\\\?\\UNC\\h\\s\\x",), ("///x/y",), ("c:\\a", "C:b")]:
  path = PureWindowsPath(*arguments)
  print(repr(path), repr(path.drive), repr(path.root), path.parts, path.is_absolute())
print(PureWindowsPath("c:/Foo") == PureWindowsPath("C:/foo"), PureWindowsPath("a") == PurePosixPath("a"))
print(str(PureWindowsPath("a/b")), PureWindowsPath("c:/a b").as_uri(), PureWindowsPath("//h/s/x").as_uri())
print(PureWindowsPath("nul").is_reserved(), PureWindowsPath("c:/con.txt").is_reserved(), PureWindowsPath("c:/x").is_reserved())
print(PureWindowsPath("c:/a/b").relative_to("C:/A"), PureWindowsPath("c:/a/B.PY").match("*.py"))
try:
  WindowsPath("x")
except NotImplementedError as error:
  print(error)
