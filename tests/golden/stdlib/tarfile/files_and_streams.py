# Archives of folders: plain and compressed, as files and as streams; members as files; extraction with links and attributes; mistakes.
import io
import os
import shutil
import stat
import tarfile
import tempfile


def tried(action):
  try:
    print(repr(action()))
  except (tarfile.TarError, OSError, ValueError, KeyError, TypeError) as error:
    print(type(error).__name__, str(error).splitlines()[0])


os.chdir(tempfile.mkdtemp())
os.makedirs("src/sub")
for name, text in (("src/f1", "one"), ("src/sub/f2", "two" * 1000)):
  with open(name, "w") as file:
    file.write(text)
os.symlink("f1", "src/link")
os.link("src/f1", "src/hard")
os.mkfifo("src/fifo")
os.chmod("src/f1", 0o640)
os.utime("src/f1", (10**9, 10**9))
for mode, name in (("w", "plain.tar"), ("w:gz", "packed.tgz"), ("w|", "stream.tar"), ("w|gz", "stream.tgz")):
  with tarfile.open(name, mode) as archive:
    archive.add("src")
    archive.add("src/f1", arcname="renamed")
    print(mode, archive.getnames())
  for reading in ("r", "r:*", "r:gz", "r:", "r|*", "r|gz", "r|"):
    try:
      with tarfile.open(name, reading) as archive:
        print(reading, [(member.name, member.size, member.type, member.linkname) for member in archive])
    except tarfile.ReadError as error:
      print(reading, str(error).splitlines()[0])
with tarfile.open("plain.tar") as archive:
  archive.extractall("out")
  archive.extract("src/f1", "single")
  print(sorted(os.path.join(folder, name) for folder, folders, files in os.walk("out") for name in folders + files), os.listdir("single/src"))
  print(os.readlink("out/src/link"), os.stat("out/src/f1").st_mtime, oct(os.stat("out/src/f1").st_mode), os.path.samefile("out/src/f1", "out/src/hard"),
        stat.S_ISFIFO(os.stat("out/src/fifo").st_mode))
  print(archive.extractfile("src/link").read(), archive.extractfile("src/hard").read(), archive.extractfile("src"))
  data = archive.extractfile("src/sub/f2")
  print(data.read(3), data.tell(), data.seek(-3, 2), data.read(), data.seek(0), data.readable(), data.seekable(), len(data.readline()))
  for action in (lambda: archive.getmember("zz"), lambda: archive.extract("zz"), lambda: archive.add("src"), lambda: archive.addfile(tarfile.TarInfo())):
    tried(action)
tried(archive.getnames)
with tarfile.open("plain.tar", "a") as archive:
  archive.add("src/f1", "appended")
print(tarfile.open("plain.tar").getnames()[-1])
with open("junk", "w") as file:
  file.write("junk" * 300)
open("empty", "w").close()
for action in (lambda: tarfile.open(), lambda: tarfile.open("plain.tar", "q"), lambda: tarfile.open("plain.tar", "r:zz"), lambda: tarfile.open("plain.tar", "a|"),
               lambda: tarfile.open("none"), lambda: tarfile.open("packed.tgz", "a:gz"), lambda: tarfile.open("plain.tar", "x"), lambda: tarfile.open("junk"),
               lambda: tarfile.open("junk", "r:"), lambda: tarfile.open("empty", "r:"), lambda: tarfile.is_tarfile("junk"),
               lambda: tarfile.is_tarfile("plain.tar"), lambda: tarfile.open("plain.tar", "r|zz")):
  tried(action)
whole = io.BytesIO()
with tarfile.open(fileobj=whole, mode="w") as archive:
  info = tarfile.TarInfo("data")
  info.size = 2000
  archive.addfile(info, io.BytesIO(b"q" * 2000))
  info.size = 5000
  tried(lambda: archive.addfile(info, io.BytesIO(b"short")))
cut = io.BytesIO(whole.getvalue()[:1000])
tried(lambda: tarfile.open(fileobj=cut, mode="r:").getnames())
with tarfile.open("plain.tar", "r|") as archive:
  members = [archive.next(), archive.next(), archive.next()]
  tried(lambda: archive.extractfile(next(member for member in members if member.isreg())).read())
for format in ("tar", "gztar"):
  made = shutil.make_archive("made", format, "src/sub", owner="root", group="root")
  shutil.unpack_archive(made, "unpacked " + format)
  print(os.path.basename(made), os.listdir("unpacked " + format), tarfile.open(made).getmembers()[1].uname)
tried(lambda: shutil.unpack_archive("junk", "x", "tar"))
tried(lambda: shutil.unpack_archive(made, "x", filter="zz"))
