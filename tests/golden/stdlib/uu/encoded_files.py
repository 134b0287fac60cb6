# Module uu: files as printable lines, by file objects and by paths, and what is refused.
import io
import os
import tempfile
import warnings

with warnings.catch_warnings(record=True) as caught:
  warnings.simplefilter("always")
  import uu
print([str(each.message) for each in caught])

data = bytes(range(100))
out = io.BytesIO()
uu.encode(io.BytesIO(data), out, "numbers\n", 0o644)
print(out.getvalue())
for backtick in (False, True):
  encoded = io.BytesIO()
  uu.encode(io.BytesIO(b"\x00\x00\x00tea"), encoded, backtick=backtick)
  print(encoded.getvalue())
  encoded.seek(0)
  decoded = io.BytesIO()
  uu.decode(encoded, decoded)
  print(decoded.getvalue())

with tempfile.TemporaryDirectory() as folder:
  os.chdir(folder)
  with open("tea.txt", "wb") as file:
    file.write(b"green")
  os.chmod("tea.txt", 0o640)
  uu.encode("tea.txt", "tea.uu")
  print(open("tea.uu", "rb").read())
  try:
    uu.decode("tea.uu")
  except uu.Error as error:
    print(error)
  os.remove("tea.txt")
  uu.decode("tea.uu")
  print(open("tea.txt", "rb").read(), oct(os.stat("tea.txt").st_mode))
  uu.decode("tea.uu", "other.txt", 0o600)
  print(sorted(os.listdir()), oct(os.stat("other.txt").st_mode))
  os.chdir("/")
for text in (b"", b"begin\nbegin 999 x\n", b"begin 644 x\n#=&5A\n", b"begin 644 ../x\n \nend\n", b"begin 644 x\n#=&5AXXXX\n \nend\n", b"junk\nbegin 644 x\n#=&5A\n`\nend\n"):
  decoded = io.BytesIO()
  try:
    uu.decode(io.BytesIO(text), decoded if b".." not in text else None, quiet=True)
    print(decoded.getvalue())
  except Exception as error:
    print(type(error).__name__, error)
