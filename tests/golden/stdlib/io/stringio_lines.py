# Lines of a StringIO for each kind of line end, and in subclasses.
import io

for newline in (None, "", "\n", "\r", "\r\n"):
  text = io.StringIO("a\nb\r\nc\rd", newline)
  print(repr(newline), list(text), repr(text.getvalue()), text.tell())
  text.seek(1)
  print(repr(next(text, None)), text.readlines(), list(text))
  text.write("x\ny")
  text.seek(0)
  print(text.readlines(), repr(text.readline()))


class Loud(io.StringIO):
  def readline(self, *args):
    return super().readline(*args).upper()


print(list(Loud("a\nb\n")), Loud("q").read())
text = io.StringIO("ab")
for piece in ("X", "Y", "Z\nq"):
  text.write(piece)
text.seek(0)
print(repr(next(text)), repr(next(text)), list(text))
text.close()
try:
  next(text)
except ValueError as e:
  print(e)
