# With -u everything that is written goes out at once, also without the end of a line and without the flush at the program's end.
import os
import sys

print(type(sys.stdout.buffer).__name__, sys.stdout.write_through, sys.stdout.line_buffering, type(sys.stdin.buffer).__name__, sys.stdin.write_through)
print("text", end=" ")
sys.stdout.buffer.write(b"bytes")
print(".", end="")
os._exit(0)
