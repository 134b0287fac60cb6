# The command line of module tarfile.
import os
import re
import subprocess
import sys
import tempfile

with tempfile.TemporaryDirectory() as folder:
    with open(folder + "/a", "w") as file:
        file.write("hi\n")
    os.utime(folder + "/a", (1e9, 1e9))
    os.chmod(folder + "/a", 0o644)
    for line in ("-h", "-c t.tar a", "-v -c t.tgz a", "-l t.tar", "-l t.tgz", "-t t.tar", "-v -t t.tar", "-e t.tar", "-v -e t.tar o1", "-e t.tar o2 x",
                 "-l a", "-v -e a", "--filter data -v -e t.tgz o3", "--filter zap -e t.tar", "--filter data -l t.tar", "-c", ""):
        done = subprocess.run([sys.executable, "-m", "tarfile", *line.split()], cwd=folder, text=True, stdout=-1, stderr=-2)
        print(line, done.returncode, re.sub("0x[0-9a-f]+", "0x", done.stdout))
    print(sorted(os.listdir(folder)), open(folder + "/o3/a").read())
