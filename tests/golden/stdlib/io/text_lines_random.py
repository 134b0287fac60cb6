# Lines, pieces and the rest of random files, for each kind of line end and some encodings.
import os
import random
import tempfile

r = random.Random(7)
PIECES = [b"abc", b"\n", b"\r", b"\r\n", "\u00e9".encode(), "\U0001f600".encode(), b" "]
with tempfile.TemporaryDirectory() as folder:
  path = os.path.join(folder, "text")
  for _ in range(300):
    pieces = [b"x" * r.choice([1, 50, 8190, 70000 if r.random() < 0.1 else 5]) if r.random() < 0.1 else r.choice(PIECES) for _ in range(r.randrange(20))]
    with open(path, "wb") as f:
      f.write(b"".join(pieces))
    newline, encoding = r.choice([None, "", "\n", "\r", "\r\n"]), r.choice(["utf-8", "utf-8", "latin-1", "utf-8-sig"])
    got = []
    with open(path, encoding=encoding, newline=newline) as f:
      for _ in range(r.randrange(8)):
        kind = r.random()
        got.append(f.readline()[:9] if kind < 0.4 else f.readline(r.randrange(6)) if kind < 0.6 else f.read(r.randrange(10)) if kind < 0.8 else
                   len(f.readline()))
      got.append([(len(line), line[:3], line[-3:]) for line in f])
    print(repr(newline), encoding, ascii(got))
