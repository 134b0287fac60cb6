# Files, paths and processes' surroundings.
import io
import os
import tempfile

with tempfile.TemporaryDirectory() as folder:
  path = os.path.join(folder, "file.txt")
  with open(path, "w") as file:
    for number in range(100):
      print(number, file=file)
  with open(path) as file:
    print(sum(int(line) for line in file), os.path.getsize(path))
  with open(path, "rb") as file:
    file.seek(10)
    print(file.read(5))
  print(os.listdir(folder))
buffer = io.StringIO()
print("text", file=buffer)
print(buffer.getvalue(), os.environ.get("NO_SUCH_NAME"), os.path.basename(__file__))
