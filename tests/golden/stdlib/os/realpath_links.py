# os.path.realpath() of links that lead to each other, to themselves, and to nothing.
import os
import tempfile

with tempfile.TemporaryDirectory() as folder:
  folder = os.path.realpath(folder)
  os.chdir(folder)
  os.makedirs("real/deep")
  open("real/file", "w").close()
  links = {"self": "self", "a": "b", "b": "a", "in": "in/side", "up": "../" + os.path.basename(folder) + "/up", "twice": "self/../x/self",
           "gone": "nowhere/at/all", "good": "real", "chain": "good/deep", "back": "real/deep/../../good/file", "abs": folder + "/chain"}
  for name, target in links.items():
    os.symlink(target, name)

  def show(path, **options):
    try:
      result = os.path.realpath(path, **options)
    except OSError as error:
      return f"{type(error).__name__} {error.errno} {error.filename.replace(folder, '@').replace(os.path.basename(folder), '@')}"
    return result.replace(folder, "@")

  for path in [*links, "self/x", "a/../y", "in/a/b", "twice/z", "gone/x", "good/file/x", "good/missing/../x", "chain/..", "abs/../file", "", ".", "missing/"]:
    print(f"{path:20} {show(path):32} {show(path, strict=True)}")
  print(os.path.realpath(b"chain").replace(os.fsencode(folder), b"@"), os.path.realpath(b"gone").replace(os.fsencode(folder), b"@"))
  os.chdir("/")
