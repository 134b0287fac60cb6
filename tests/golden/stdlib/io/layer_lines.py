# Lines of buffers and text layers over streams of programs.
import io


class Raw(io.RawIOBase):
  def __init__(self, data, piece):
    self.data, self.piece, self.at = data, piece, 0

  def readable(self):
    return True

  def readinto(self, buffer):
    n = min(self.piece, len(buffer), len(self.data) - self.at)
    buffer[:n] = self.data[self.at:self.at + n]
    self.at += n
    return n


data = b"one\ntwo\r\n\nthree\rfour\nlast"
for piece in (1, 3, 100):
  r = io.BufferedReader(Raw(data, piece), 4)
  print(r.readline(), r.readline(2), r.peek()[:1], r.read(3), r.readline(100), next(r), r.read1(2), list(r), r.readline(), r.read(), r.read(3))
  for newline in (None, "", "\n", "\r", "\r\n"):
    t = io.TextIOWrapper(io.BufferedReader(Raw(data, piece)), "ascii", newline=newline)
    print(repr(newline), t.readline(), repr(t.readline(2)), repr(t.read(1)), list(t), t.newlines)

t = io.TextIOWrapper(io.BytesIO("é\n€uro\n😀\nend".encode()), "utf-8")
print(next(t), t.readline(), [line for line in t])
for size in (-1, 0, 1, 5):
  t = io.TextIOWrapper(io.BytesIO(b"abc\ndef\n"))
  print(size, repr(t.readline(size)), repr(t.readline()))
t = io.TextIOWrapper(io.BytesIO(b"a\nb\n"))
next(t)
t.close()
for action in (t.readline, lambda: next(t), t.read):
  try:
    action()
  except ValueError as e:
    print(e)
b = io.BytesIO(b"a\nb\nc\n")
t = io.TextIOWrapper(b)
print(next(t), t.detach() is b)
try:
  next(t)
except ValueError as e:
  print(e)


class Shouts(io.TextIOWrapper):
  def readline(self, size=-1):
    return super().readline(size).upper()


print(list(Shouts(io.BytesIO(b"a\nb"))), io.TextIOWrapper(io.BytesIO(b"x\n")).__next__())
b = io.BufferedRandom(io.BytesIO(b"line 1\nline 2\nline 3\n"))
print(b.readline(), b.tell(), b.write(b"LINE"), b.seek(0), b.readlines())
