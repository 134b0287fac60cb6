# What fails at exit is told after what the program printed; the exit code stays.
import atexit
import sys

sys.stderr = sys.stdout
atexit.register(print, "first registered")
atexit.register(divmod, 1, 0)
atexit.register(sys.exit, 3)
print("end of the program")
sys.exit(7)
