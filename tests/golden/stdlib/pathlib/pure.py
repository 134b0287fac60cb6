# PurePosixPath: parts, names, suffixes, parents, joining.
from pathlib import PurePath, PurePosixPath

path = PurePosixPath("/srv/data/../notes.tar.gz")
print(path, path.parts, path.name, path.stem, path.suffix, path.suffixes)
print(path.root, path.anchor, path.parent, list(path.parents), path.parents[-1], path.parents[:2])
print(path.with_name("x.py"), path.with_stem("y"), path.with_suffix(".bz2"), path.with_suffix(""))
for arguments in [("a", "b"), ("/",), ("//x/y",), ("///x",), ("",), ("a/./b//c/",), ("a", "/b", "c"), ()]:
  print(arguments, repr(PurePosixPath(*arguments)))
print("usr" / PurePosixPath("bin") / "x", PurePosixPath("a").joinpath("b", "c"))
print(PurePosixPath("/a/b/c").relative_to("/a"), PurePosixPath("/a/b").is_relative_to("/x"))
print(PurePosixPath("a/b.py").match("*.py"), PurePosixPath("/a/b/c.py").match("b/*.py"), PurePosixPath("a.py").match("/*.py"))
print(PurePosixPath("a") < PurePosixPath("b"), PurePosixPath("a/b") == PurePosixPath("a//b"), {PurePosixPath("x"), PurePosixPath("./x")})
print(bytes(PurePosixPath("caf\u00e9")), PurePosixPath("/a b/\u00e9").as_uri(), PurePosixPath("/a").is_absolute(), PurePath("x").as_posix())
for fail in (lambda: path.relative_to("/usr"), lambda: path.with_name(""), lambda: path.with_name("a/b"), lambda: path.with_suffix("x"),
             lambda: PurePosixPath("/").with_name("x"), lambda: PurePosixPath(3), lambda: PurePosixPath(b"x"), lambda: path / 3,
             lambda: PurePosixPath("x").as_uri(), lambda: PurePosixPath("x").match(""), lambda: path.parents[9]):
  try:
    fail()
  except (ValueError, TypeError, IndexError) as error:
    print(type(error).__name__, error)
