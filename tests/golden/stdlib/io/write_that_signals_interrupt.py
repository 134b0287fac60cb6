# A write to a full pipe calls signal handlers; one of them starts the thread that reads the pipe.
import os
import signal
import threading

read_end, write_end = os.pipe()
size = 1 << 20
got = []


def read():
    while sum(got) < size:
        got.append(len(os.read(read_end, 1 << 16)))


reader = threading.Thread(target=read)


def start_reader(number, frame):
    print("signal", number == signal.SIGALRM)
    reader.start()


signal.signal(signal.SIGALRM, start_reader)
signal.setitimer(signal.ITIMER_REAL, 0.05)
with open(write_end, "wb") as pipe:
    print(pipe.write(b"x" * size) == size)
reader.join()
print(sum(got) == size)
