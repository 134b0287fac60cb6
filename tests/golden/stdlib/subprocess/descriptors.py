# Which descriptors a program gets, and that none is lost.
import os
import subprocess


def count():
    return len(os.listdir("/proc/self/fd"))


read_end, write_end = os.pipe()
print(subprocess.run(["sh", "-c", f"echo x 2>/dev/null >&{write_end}"], stderr=subprocess.DEVNULL).returncode != 0)
print(subprocess.run(["sh", "-c", f"echo passed >&{write_end}"], pass_fds=(write_end,)).returncode, os.read(read_end, 99))
os.set_inheritable(write_end, True)
print(subprocess.run(["sh", "-c", f"echo inherited >&{write_end}"], close_fds=False).returncode, os.read(read_end, 99))
os.close(read_end)
os.close(write_end)

before = count()
for _ in range(3):
    try:
        subprocess.run(["no-such-program"], capture_output=True, input=b"x")
    except FileNotFoundError:
        pass
    subprocess.run(["true"], capture_output=True, input=b"x")
    subprocess.run(["true"], stdout=subprocess.DEVNULL, timeout=60)
print(count() - before)
print(subprocess.run(["sh", "-c", "ls /proc/self/fd | wc -l"], capture_output=True, input=b"").stdout)
