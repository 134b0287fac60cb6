# What a buffer or a text layer holds reaches a program's raw stream though nobody closes either.
import gc
import io
import socket


class Raw(io.RawIOBase):
    def writable(self):
        return True

    def write(self, data):
        print("write", bytes(data))
        return len(data)

    def close(self):
        if not self.closed:
            print("close")
        super().close()


def drop_text():
    io.TextIOWrapper(io.BufferedWriter(Raw())).write("text")


def collect():
    def deep(n):
        return n and deep(n - 1)

    deep(50)
    gc.collect()


drop_text()
collect()


def detach():
    layer = io.TextIOWrapper(io.BufferedWriter(Raw()))
    layer.write("detached")
    return layer.detach().detach()


raw = detach()
collect()
print("alive", not raw.closed)
raw.close()

left, right = socket.socketpair()


def by_socket():
    left.makefile("w").write("by a socket")


by_socket()
collect()
print(right.recv(100))
at_exit = io.TextIOWrapper(io.BufferedWriter(Raw()))
at_exit.write("at exit")
