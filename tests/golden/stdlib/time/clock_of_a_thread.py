# The clock of a thread's processor time.
import threading
import time

clock = time.pthread_getcpuclockid(threading.get_ident())
print(type(clock), time.clock_gettime(clock) > 0)
for wrong in ("x", 1.5, None, 2**70):
  try:
    time.pthread_getcpuclockid(wrong)
  except (TypeError, ProcessLookupError) as error:
    print(type(error).__name__, error)
