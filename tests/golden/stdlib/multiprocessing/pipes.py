# Connections: objects, bytes, ends, errors.
import multiprocessing
from multiprocessing.connection import wait


def echo(end, other):
    other.close()
    while True:
        try:
            end.send(end.recv())
        except EOFError:
            break
    end.close()


here, there = multiprocessing.Pipe()
process = multiprocessing.Process(target=echo, args=(there, here))
process.start()
there.close()
for item in (1, "text", [1, {2: 3}], b"q" * 100_000):
    here.send(item)
    print(len(repr(here.recv())))
here.close()
process.join()
print(process.exitcode)

reader, writer = multiprocessing.Pipe(duplex=False)
print(reader.readable, reader.writable, writer.readable, writer.writable, reader.poll(), reader.closed)
writer.send_bytes(b"0123456789", 2, 5)
print(reader.poll(), reader.recv_bytes())
writer.send_bytes(b"abc")
buffer = bytearray(5)
print(reader.recv_bytes_into(buffer, 1), buffer)
writer.send_bytes(b"too long")
try:
    reader.recv_bytes_into(bytearray(3))
except multiprocessing.BufferTooShort as error:
    print("BufferTooShort", error.args)
writer.send("object")
print(wait([reader], 10) == [reader], wait([writer.fileno()], 0) if False else wait([], 0))
print(reader.recv())
for call in (lambda: reader.send(1), lambda: writer.recv(), lambda: writer.send_bytes(b"x", 5), lambda: writer.send_bytes(b"x", -1),
             lambda: reader.recv_bytes(-1)):
    try:
        call()
    except (OSError, ValueError) as error:
        print(type(error).__name__, error)
writer.send_bytes(b"longer than allowed")
try:
    reader.recv_bytes(5)
except OSError as error:
    print(error)
print(reader.closed)
reader, writer = multiprocessing.Pipe(duplex=False)
writer.close()
try:
    reader.recv()
except EOFError:
    print("EOFError")
with reader:
    pass
try:
    reader.recv()
except OSError as error:
    print(error)
