# The longest timeouts of locks, and those that are refused.
import threading, _thread
print(threading.TIMEOUT_MAX, _thread.TIMEOUT_MAX)
l = threading.Lock()
print(l.acquire(timeout=threading.TIMEOUT_MAX)); l.release()
for t in (threading.TIMEOUT_MAX + 1, -2, float("inf"), 9223372036.5, 9223372036.9):
    try: print(l.acquire(timeout=t)); l.release()
    except Exception as e: print(type(e).__name__, e)
try: l.acquire(timeout=float("nan"))
except Exception as e: print(type(e).__name__, e)


# What is no number of seconds, and in which order the arguments are looked at.
from fractions import Fraction
class Two:
    def __index__(self): return 2
class Half:
    def __float__(self): return 0.5
for lock in (threading.Lock(), threading.RLock()):
    for arguments in ((True, "x"), (True, None), (True, Fraction(1, 2)), (True, Half()), (True, Two()), (True, 10**10), (True, -10**30),
                      (False, 2), (False, 10**10), (False, 1e20), (False, "x"), (True, -0.5), ("x",)):
        try:
            print(lock.acquire(*arguments))
            lock.release()
        except Exception as e:
            print(type(e).__name__, e)
