# os.fwalk() of folders with links that lead nowhere, through files and to folders; a top that is a file or missing.
import os
import tempfile

os.chdir(tempfile.mkdtemp())
os.makedirs("top/below")
for name in ("top/file", "top/below/deep"):
    with open(name, "w") as file:
        file.write("text")
os.symlink("nowhere", "top/broken")
os.symlink("file/inside", "top/through a file")
os.symlink("below", "top/link")

for follow in (False, True):
    for topdown in (True, False):
        print("follow", follow, "topdown", topdown)
        for root, folders, files, descriptor in os.fwalk("top", topdown, follow_symlinks=follow):
            print(" ", root, sorted(folders), sorted(files), os.path.samestat(os.stat(root), os.fstat(descriptor)))
print([(root, sorted(folders)) for root, folders, _, _ in os.fwalk(b"top")])

# A top that is a file gives nothing; one that is missing raises, whoever listens to errors.
print(list(os.fwalk("top/file")))
try:
    list(os.fwalk("missing", onerror=print))
except OSError as error:
    print(type(error).__name__, error)
