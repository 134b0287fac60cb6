# Memory without a file: shared with children, with constants and subclasses.
import mmap
import os
import re
import struct

shared = mmap.mmap(-1, 8192)
print(shared, shared[:4], mmap.PAGESIZE == mmap.ALLOCATIONGRANULARITY, mmap.error is OSError)
child = os.fork()
if not child:
    shared[0:8] = struct.pack("<q", 42)
    shared.seek(100)
    shared.write(b"from the child\n")
    os._exit(0)
os.waitpid(child, 0)
print(struct.unpack_from("<q", shared), re.search(rb"f\w+ the \w+", shared).group(), shared.find(b"child"))
shared.seek(100)
print(shared.readline())

private = mmap.mmap(-1, 100, flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS)
private.write(b"mine")
child = os.fork()
if not child:
    private[:4] = b"hers"
    os._exit(0)
os.waitpid(child, 0)
print(private[:4], private.flush())


def attempt(label, make):
    try:
        print(label, make())
    except Exception as error:
        print(label, type(error).__name__, error)


attempt("size", shared.size)
attempt("advice", lambda: shared.madvise(mmap.MADV_SEQUENTIAL))
attempt("part", lambda: shared.madvise(mmap.MADV_WILLNEED, 4096, 100))
attempt("start", lambda: shared.madvise(mmap.MADV_NORMAL, 8192))
attempt("length", lambda: shared.madvise(mmap.MADV_NORMAL, 0, -1))
attempt("option", lambda: shared.madvise(12345))
private.resize(16384)
print(len(private), private[:4], private[-1])


class Counter(mmap.mmap):
    def next(self):
        value, = struct.unpack("<I", self[:4])
        self[:4] = struct.pack("<I", value + 1)
        return value


with Counter(-1, 16) as counter:
    print([counter.next() for _ in range(4)], counter, type(counter).__mro__[1], isinstance(counter, mmap.mmap))
    counter.seek(0)
    print(int.from_bytes(counter.read(4), "little"))
print(counter.closed)
attempt("with closed", lambda: counter.next())
print(sorted(name for name in dir(mmap) if name.isupper()))
print([name for name in dir(mmap.mmap) if not name.startswith("_")])
