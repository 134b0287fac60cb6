# The C library that the marks in a program's file name.
import os
import platform
import tempfile

with tempfile.TemporaryDirectory() as folder:
  path = os.path.join(folder, "program")
  for content in (b"xx libc.so.6", b"GLIBC_2.9 GLIBC_2.10 GLIBC_2.3.4", b"__libc_init", b"libc.so", b"libc.so.6 GLIBC_2.1", b"libc_r.so.5", b"nothing", b""):
    with open(path, "wb") as file:
      file.write(content)
    print(content, platform.libc_ver(path), platform.libc_ver(path, "other", "1.5"))
print(platform.platform() == platform.platform(aliased=True) == platform.platform(terse=True))
