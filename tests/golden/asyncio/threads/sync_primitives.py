# Lock, RLock, Semaphore, Event, Condition, Barrier and Timer of threading.
import threading
lock = threading.Lock()
print(lock.acquire(), lock.acquire(False), lock.acquire(timeout=0.001), lock.locked()); lock.release()
try: lock.release()
except RuntimeError as e: print(e)
r = threading.RLock()
with r:
  with r: print(r.acquire(blocking=False)); r.release()
try: r.release()
except RuntimeError as e: print(e)
s = threading.BoundedSemaphore(1)
print(s.acquire(), s.acquire(blocking=False), s.acquire(timeout=0.001)); s.release()
try: s.release()
except ValueError as e: print(e)
e = threading.Event(); print(e.wait(0.001), e.is_set()); e.set(); print(e.wait())
c, items = threading.Condition(), []
def consumer():
  with c: c.wait_for(lambda: items); print("consumed", items.pop())
t = threading.Thread(target=consumer); t.start()
with c: items.append("item"); c.notify()
t.join()
try: c.notify()
except RuntimeError as e: print(e)
b = threading.Barrier(3, action=lambda: print("all there"))
got = []
ts = [threading.Thread(target=lambda: got.append(b.wait())) for _ in range(2)]
for t in ts: t.start()
got.append(b.wait())
for t in ts: t.join()
print(sorted(got), b.broken); b.abort()
try: b.wait()
except threading.BrokenBarrierError: print("broken")
done = threading.Event()
timer = threading.Timer(0.001, done.set); timer.start(); print(done.wait(5))
never = threading.Timer(100, print); never.start(); never.cancel(); never.join(); print(never.is_alive())
