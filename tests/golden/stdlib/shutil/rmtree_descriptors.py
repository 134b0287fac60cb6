# rmtree() works with descriptors of folders: relative to one, with links in the way, with what can't be removed.
import os
import shutil
import tempfile


def make():
    os.makedirs("tree/a/b")
    os.symlink("a", "tree/link")
    for name in ("tree/one", "tree/a/two", "tree/a/b/three"):
        open(name, "w").close()


def report(function, path, info):
    print("error in", function.__name__, path, info[1])


with tempfile.TemporaryDirectory() as folder:
    os.chdir(folder)
    make()
    descriptor = os.open(".", os.O_RDONLY)
    with os.scandir(descriptor) as entries:
        print([(entry.name, entry.path, entry.is_dir(), entry.stat().st_size > 0) for entry in entries], os.scandir in os.supports_fd)
    os.chdir("/")
    shutil.rmtree("tree", dir_fd=descriptor)
    os.chdir(folder)
    print(os.listdir(), shutil.rmtree.avoids_symlink_attacks)
    os.close(descriptor)
    make()
    shutil.rmtree("tree/link", onerror=report)
    shutil.rmtree("tree/one", onerror=report)
    shutil.rmtree("nothing", onerror=report)
    shutil.rmtree(os.fsencode("tree"))
    print(os.listdir())
    os.chdir("/")
