# Locks, semaphores, events, conditions and barriers between processes.
import multiprocessing
import threading


def add(counter, rounds):
    for _ in range(rounds):
        with counter.get_lock():
            counter.value += 1


def wait_for_event(event, queue):
    event.wait()
    queue.put("event")


def wait_for_condition(condition, flag, queue):
    with condition:
        condition.wait_for(lambda: flag.value == 1)
    queue.put("condition")


def meet(barrier, queue):
    queue.put(barrier.wait())


def run(*processes):
    for process in processes:
        process.start()
    return processes


counter = multiprocessing.Value("i", 0)
for process in run(*[multiprocessing.Process(target=add, args=(counter, 200)) for _ in range(3)]):
    process.join()
print(counter.value)

queue = multiprocessing.Queue()
event = multiprocessing.Event()
process, = run(multiprocessing.Process(target=wait_for_event, args=(event, queue)))
print(event.is_set(), event.wait(0.001))
event.set()
print(queue.get(), event.is_set(), event.wait())
event.clear()
print(event.is_set())
process.join()

condition, flag = multiprocessing.Condition(), multiprocessing.Value("i", 0)
processes = run(*[multiprocessing.Process(target=wait_for_condition, args=(condition, flag, queue)) for _ in range(2)])
with condition:
    flag.value = 1
    condition.notify_all()
print(queue.get(), queue.get())
for process in processes:
    process.join()
with condition:
    print(condition.wait(0.001), condition.wait_for(lambda: False, 0.001))

barrier = multiprocessing.Barrier(3)
processes = run(*[multiprocessing.Process(target=meet, args=(barrier, queue)) for _ in range(2)])
mine = barrier.wait()
print(sorted([mine, queue.get(), queue.get()]), barrier.parties, barrier.n_waiting, barrier.broken)
for process in processes:
    process.join()
try:
    barrier.wait(0.001)
except threading.BrokenBarrierError:
    print("broken", barrier.broken)
barrier.reset()
print(barrier.broken)

print(multiprocessing.Lock(), multiprocessing.RLock(), multiprocessing.Semaphore(3), multiprocessing.BoundedSemaphore(2), multiprocessing.Condition())
lock, rlock, semaphore = multiprocessing.Lock(), multiprocessing.RLock(), multiprocessing.Semaphore(1)
with rlock, rlock:
    print(rlock)
print(lock.acquire(), lock.acquire(False), lock.acquire(timeout=0.001), lock)
lock.release()
print(semaphore.acquire(), semaphore.get_value(), semaphore.acquire(block=False))
for call in (lock.release, rlock.release, multiprocessing.BoundedSemaphore(1).release, lambda: lock.__getstate__(), lambda: condition.notify()):
    try:
        call()
    except (ValueError, AssertionError, RuntimeError) as error:
        print(type(error).__name__, error)
