# Functions of pathlib that the other tests do not use: kinds.
import io, os, pathlib, signal, sys, tempfile, warnings

p = pathlib.Path("/dev/null"); print(p.is_char_device(), p.is_block_device(), pathlib.Path("/no/such").is_block_device(), pathlib.Path("/").is_char_device())
d = pathlib.Path(tempfile.mkdtemp()); f = d / "f"; f.write_text("x")
with warnings.catch_warnings(record=True) as seen:
    warnings.simplefilter("always"); f.link_to(d / "g")
print((d / "g").read_text(), [w.category.__name__ for w in seen])
try: f.lchmod(0o600)
except NotImplementedError as e: print(e)
print(io.open_code(str(f)).read()); (d / "g").unlink(); f.unlink(); d.rmdir()
fd = os.pidfd_open(os.getpid()); signal.signal(signal.SIGUSR1, lambda n, frame: print("signal", n)); signal.pidfd_send_signal(fd, signal.SIGUSR1); os.close(fd)
try: signal.pidfd_send_signal(-1, signal.SIGUSR1)
except OSError as e: print(e)
print(sys.getallocatedblocks() >= 0)
