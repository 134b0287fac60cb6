# Signals write their number to a descriptor.
import os
import signal

read_end, write_end = os.pipe()
try:
    signal.set_wakeup_fd(write_end)
except ValueError as error:
    print("not in non-blocking mode" if "non-blocking" in str(error) else error)
os.set_blocking(write_end, False)
print(signal.set_wakeup_fd(write_end))
signal.signal(signal.SIGUSR1, lambda *args: print("handler"))
os.kill(os.getpid(), signal.SIGUSR1)
print(os.read(read_end, 9), signal.set_wakeup_fd(-1) == write_end)
try:
    signal.set_wakeup_fd(999)
except OSError as error:
    print(error)
