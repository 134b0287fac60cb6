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
