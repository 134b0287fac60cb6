# What :time, :dis and :save print and write, with the numbers taken out.
import contextlib
import io
import os
import re
import tempfile

import _prompt
import _prompt_commands

names = {}
session = _prompt.Session(names)


def command(line):
    out = io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(out):
        session.command(line)
    print(line, "->", re.sub(r"[\d.]+", "N", out.getvalue()).strip())


command(":time 1 + 1")
command(":time await __import__('asyncio').sleep(0.01)")
command(":time x = [str(i) for i in range(1000)]")
print(len(names["x"]))
exec("def plain(a):\n    return a\nclass Point:\n    def one(self): return 1\n    two = property(lambda self: 2)\n", names)
out = io.StringIO()
with contextlib.redirect_stdout(out):
    session.command(":dis plain")
    session.command(":dis Point")
print([line.split(" ")[0] for line in out.getvalue().splitlines() if line and not line.startswith(" ")])
session.note("first = 1\n")
session.note("second = 2\n")
with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, "saved.py")
    session.command(":save " + path)
    print(open(path).read())
print(_prompt_commands.names())
session.close()
