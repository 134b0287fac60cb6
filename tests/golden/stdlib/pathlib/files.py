# Path: making, reading, listing, renaming and removing files and folders.
import os
import tempfile
from pathlib import Path, PosixPath

with tempfile.TemporaryDirectory() as name:
  folder = Path(name)
  (folder / "a" / "b").mkdir(parents=True)
  file = folder / "a" / "x.txt"
  print(file.write_text("h\u00e9\nyou\n", encoding="utf-8"), repr(file.read_text(encoding="utf-8")), file.read_bytes())
  print(file.write_bytes(b"abc"), file.stat().st_size, oct(file.stat().st_mode))
  with file.open("a") as stream:
    stream.write("def")
  print(file.read_text(), file.exists(), file.is_file(), file.is_dir(), folder.is_dir(), (folder / "none").exists())
  link = folder / "link"
  link.symlink_to(file)
  print(link.is_symlink(), link.resolve() == file.resolve(), link.readlink() == file, link.samefile(file))
  hard = folder / "hard"
  hard.hardlink_to(file)
  print(hard.stat().st_nlink, sorted(path.name for path in folder.iterdir()))
  file.touch()
  (folder / "new").touch(exist_ok=False)
  print((folder / "new").stat().st_size, (folder / "new").rename(folder / "newer").name, (folder / "newer").replace(folder / "newest").name)
  (folder / "newest").chmod(0o600)
  print(oct((folder / "newest").stat().st_mode & 0o777), link.lstat().st_mode != link.stat().st_mode)
  link.unlink()
  (folder / "none").unlink(missing_ok=True)
  (folder / "a" / "b").rmdir()
  (folder / "a").mkdir(exist_ok=True)
  print(folder.owner() != "", folder.group() != "", folder.is_mount(), Path("/").is_mount(), file.is_fifo(), file.is_socket())
  print(Path("x").absolute() == Path.cwd() / "x", Path("~/x").expanduser() == Path.home() / "x", type(folder) is PosixPath)
  for fail in (lambda: (folder / "none").read_text(), lambda: (folder / "none").unlink(), lambda: folder.rmdir(), lambda: folder.mkdir(),
               lambda: (folder / "p" / "q").mkdir(), lambda: list((folder / "none").iterdir()), lambda: file.touch(exist_ok=False),
               lambda: (folder / "none").resolve(strict=True), lambda: file.write_text(3), lambda: folder.open()):
    try:
      fail()
    except (OSError, TypeError) as error:
      print(type(error).__name__, str(error).replace(name, "FOLDER"))
