# Text layers in small reads and writes, mixed, closed, reconfigured and overridden.
import io
data = "".join(f"line {i} é€😀\n" for i in range(2000))
for newline in (None, "", "\n", "\r\n"):
  for size in (1, 3, 20, 8191, 8192, 8193):
    layer = io.TextIOWrapper(io.BytesIO(data.encode()), encoding="utf-8", newline=newline)
    if size < 20:
      pieces = [layer.read(size) for _ in range(500)]
      print(newline, size, len("".join(pieces)), repr(pieces[-1]), repr(layer.readline()), layer.read(0) == "", len(layer.read()))
      continue
    pieces = []
    while piece := layer.read(size): pieces.append(piece)
    assert "".join(pieces) == data and {len(p) for p in pieces[:-1]} == {size}
  below = io.BytesIO()
  layer = io.TextIOWrapper(below, encoding="utf-8", newline=newline)
  print(sum(layer.write(f"{i}é\n") for i in range(300)), layer.writelines(["a\n", "b"]))
  layer.flush()
  print(newline, len(below.getvalue()), below.getvalue()[-12:])
layer.close()
for use in (lambda: layer.write("x"), lambda: layer.read(3), lambda: layer.read(), lambda: layer.readline()):
  try: use()
  except ValueError as error: print(error)

below = io.BytesIO()
layer = io.TextIOWrapper(below, encoding="utf-8")
for wrong in (b"x", 5, None):
  try: layer.write(wrong)
  except TypeError as error: print(error)
layer.write("first\n")
layer.reconfigure(newline="\r\n")
layer.write("second\n")
layer.reconfigure(line_buffering=True)
layer.write("third\n")
print(below.getvalue())
layer.reconfigure(newline="\n", errors="replace")
layer.write("fourth\ud800\n")
print(below.getvalue())
try: io.TextIOWrapper(io.BytesIO(), encoding="utf-8").write("\ud800")
except UnicodeEncodeError as error: print(error)
detached = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
detached.detach()
for use in (lambda: detached.write("x"), lambda: detached.read(1)):
  try: use()
  except ValueError as error: print(error)

class Shouting(io.TextIOWrapper):
  def write(self, text): return super().write(text.upper())
  def read(self, size=-1): return super().read(size).lower()

below = io.BytesIO()
loud = Shouting(below, encoding="utf-8")
print(loud.write("hello"), print("there", file=loud), loud.flush(), below.getvalue())
below.seek(0)
print(Shouting(below, encoding="utf-8").read(4))
