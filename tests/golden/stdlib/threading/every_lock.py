# Locks, conditions, events, barriers, timers, local data.
import threading

lock = threading.Lock()
print(lock.acquire(), lock.acquire(blocking=False), lock.acquire(timeout=0.01), lock.locked(), lock.release(), lock.locked())
rlock = threading.RLock()
with rlock, rlock:
  print("twice")
for call in (lock.release, rlock.release, lambda: lock.acquire(False, 1), lambda: lock.acquire(timeout=-5)):
  try:
    call()
  except (RuntimeError, ValueError) as error:
    print(error)
semaphore = threading.BoundedSemaphore(2)
print(semaphore.acquire(), semaphore.acquire(), semaphore.acquire(timeout=0.01), semaphore.release(2))
for call in (semaphore.release, lambda: threading.Semaphore(-1)):
  try:
    call()
  except ValueError as error:
    print(error)
event = threading.Event()
print(event.is_set(), event.wait(0.01), event.set(), event.wait(), event.clear(), event.is_set())
condition = threading.Condition()
items, got = [], []


def consumer():
  with condition:
    condition.wait_for(lambda: items)
    got.append(items.pop())


threads = [threading.Thread(target=consumer, name=f"consumer-{n}", daemon=bool(n)) for n in range(2)]
for thread in threads:
  thread.start()
with condition:
  items.extend("ab")
  condition.notify_all()
for thread in threads:
  thread.join()
print(sorted(got), [t.name for t in threads], [t.daemon for t in threads], [t.is_alive() for t in threads], threads[0].ident is not None)
barrier = threading.Barrier(2, action=lambda: got.append("action"))
other = threading.Thread(target=barrier.wait)
other.start()
print(barrier.wait() in (0, 1), other.join(), got[-1], barrier.parties, barrier.n_waiting, barrier.broken)
barrier.abort()
try:
  barrier.wait()
except threading.BrokenBarrierError:
  print("broken", barrier.broken)
local = threading.local()
local.value = 1
seen = []
thread = threading.Thread(target=lambda: seen.append(hasattr(local, "value")))
thread.start()
thread.join()
print(seen, local.value, threading.current_thread() is threading.main_thread(), threading.active_count(), threading.main_thread().name)
timer = threading.Timer(0.01, seen.append, ["timer"])
timer.start()
timer.join()
cancelled = threading.Timer(60, seen.append, ["never"])
cancelled.start()
cancelled.cancel()
cancelled.join()
print(seen)
threading.excepthook = lambda args: print("hook", args.exc_type.__name__, args.exc_value, args.thread.name)
thread = threading.Thread(target=lambda: 1 / 0, name="failing")
thread.start()
thread.join()
for call in (thread.start, threading.Thread(target=print).join, threading.current_thread().join):
  try:
    call()
  except RuntimeError as error:
    print(error)
