# Standard streams that are closed at the start are None.
import os, subprocess, sys, tempfile
code = "import os, sys; r = repr([s is None for s in (sys.stdin, sys.stdout, sys.stderr)]); open(sys.argv[1], 'w').write(r)"
with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, "out")
    for closed in ("<&-", ">&-", "<&- >&-"):
        subprocess.run(["/bin/sh", "-c", f'"$0" -c "$1" "$2" {closed}', sys.executable, code, path])
        print(closed, open(path).read())
for arguments, options in ((["-c", "print(1)"], {"stdout": "/dev/full"}), (["-c", "1/0"], {"stderr": "/dev/full"})):
    with open("/dev/full", "w") as full:
        name = next(iter(options))
        other = "stderr" if name == "stdout" else "stdout"
        done = subprocess.run([sys.executable, *arguments], text=True, **{name: full, other: subprocess.PIPE})
    print(done.returncode, getattr(done, other).strip().splitlines()[-1:])
