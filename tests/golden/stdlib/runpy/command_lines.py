# Modules as programs: python3 -m base64, calendar, gzip, inspect.
import os
import subprocess
import sys
import tempfile

MODULE = '"""A module to look at."""\n\n\ndef double(x):\n    return x * 2\n\n\nclass Box:\n    def area(self):\n        return 1\n'


def run(*arguments, text=""):
    ended = subprocess.run([sys.executable, "-m", *arguments], capture_output=True, text=True, input=text, cwd=folder)
    print("$", *arguments)
    print(ended.stdout, end="")
    lines = ended.stderr.splitlines()
    if ended.returncode:
        print("exit", ended.returncode, lines[-1])


with tempfile.TemporaryDirectory() as folder:
    with open(os.path.join(folder, "looked_at.py"), "w") as file:
        file.write(MODULE)
    run("base64", text="some text")
    run("base64", "-d", "-", text="c29tZSB0ZXh0Cg==")
    run("base64", "-e", "looked_at.py")
    run("base64", "-t")
    run("base64", "absent")
    run("base64", "-x")
    run("calendar", "2024", "2")
    run("calendar", "-w", "3", "-l", "2", "2024", "2")
    run("calendar", "-m", "6", "-s", "2", "2023")
    run("calendar", "-t", "html", "2024", "2")
    run("calendar", "-L", "de_DE", "2024")
    run("calendar", "2024", "13")
    run("gzip", "looked_at.py")
    os.remove(os.path.join(folder, "looked_at.py"))
    run("gzip", "-d", "looked_at.py.gz")
    print(sorted(os.listdir(folder)))
    run("gzip", "-d", "looked_at.py")
    run("gzip", "--fast", "--best")
    run("inspect", "looked_at:double")
    run("inspect", "looked_at:Box.area")
    run("inspect", "looked_at")
    run("inspect", "absent")
    run("inspect", "sys")
    run("inspect", "looked_at:absent")
