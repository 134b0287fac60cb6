# sendfile() begins at its offset, wherever the file is, and leaves the file behind what was sent.
import io
import socket
import tempfile

left, right = socket.socketpair()
with tempfile.TemporaryFile() as file:
  file.write(b"0123456789")
  file.flush()
  print(file.tell(), left.sendfile(file), file.tell(), right.recv(99))
  file.seek(7)
  print(left.sendfile(file), file.tell(), right.recv(99))
  print(left.sendfile(file, offset=0, count=4), file.tell(), right.recv(99))
  print(left.sendfile(file, 6), file.tell(), right.recv(99))
memory = io.BytesIO(b"abcdef")
memory.seek(2)
print(left.sendfile(memory), memory.tell(), right.recv(99))
left.close()
right.close()
