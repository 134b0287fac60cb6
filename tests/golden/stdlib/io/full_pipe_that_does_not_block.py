# Writing to a full pipe whose descriptor does not block: what was taken, what is kept, what is told.
import os

reader, writer = os.pipe()
os.set_blocking(writer, False)
raw = open(writer, "wb", buffering=0, closefd=False)
print(raw.write(b"x" * 100_000), raw.write(b"x"))
print(len(os.read(reader, 200_000)), raw.write(b"abc"), os.read(reader, 10))

buffered = open(writer, "wb", closefd=False)
for size in (1_000_000, 1000, 10_000):
  try:
    buffered.write(b"y" * size)
  except BlockingIOError as error:
    print(error, error.characters_written, error.errno)
for action in (buffered.flush, buffered.close):
  try:
    action()
  except BlockingIOError as error:
    print(error, error.characters_written)
print(buffered.closed, len(os.read(reader, 200_000)))

text = open(writer, "w")
try:
  for _ in range(100):
    text.write("z" * 10_000)
except BlockingIOError as error:
  print(error)
while os.read(reader, 1 << 20).count(b"z") == 1 << 16:
  text.flush()
text.close()
print(text.closed)
