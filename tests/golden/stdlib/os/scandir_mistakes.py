# Entries of scandir() belong to their iterator: nobody makes or changes them, and what is gone is of no kind.
import os
import pickle
import tempfile


def tried(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


os.chdir(tempfile.mkdtemp())
open("file", "w").close()
os.symlink("nowhere", "broken")
os.mkfifo("pipe")
entries = {entry.name: entry for entry in os.scandir()}
print(entries["file"], entries["file"].path, os.fspath(entries["file"]), os.DirEntry, os.DirEntry[str])
for name, entry in sorted(entries.items()):
    print(name, entry.is_file(), entry.is_dir(), entry.is_symlink(), entry.is_file(follow_symlinks=False))
tried(entries["broken"].stat)
print(oct(entries["broken"].stat(follow_symlinks=False).st_mode & 0o170000))
os.remove("file")
print(entries["file"].is_file())
tried(entries["file"].stat)

iterator = os.scandir()
print(type(iterator), next(iterator).path[:2], iterator.close(), list(iterator))
with os.scandir(b".") as iterator:
    print(sorted(entry.name for entry in iterator))

for action in (lambda: entry.nope, lambda: setattr(entry, "name", "x"), lambda: setattr(entry, "more", 1), lambda: entry.is_file(True),
               lambda: entry.is_file(follow=1), lambda: entry.inode(1), os.DirEntry, lambda: os.scandir("nope"), lambda: os.scandir("pipe"),
               lambda: os.scandir(1.5), lambda: os.scandir("a\0b"), lambda: os.scandir("", 1), lambda: os.scandir(""), lambda: os.scandir(99),
               lambda: pickle.dumps(entry), lambda: os.DirEntry.stat(5)):
    tried(action)
