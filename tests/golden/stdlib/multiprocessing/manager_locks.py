"""multiprocessing.Manager: queues, locks, events, barriers and pools in a process of their own."""
import multiprocessing


def consume(queue, results, event):
    event.wait(10)
    while (item := queue.get()) is not None:
        results.put(item * 2)
    queue.task_done()


def meet(barrier, results):
    barrier.wait(10)
    results.append("met")


def main():
    with multiprocessing.Manager() as manager:
        lock = manager.Lock()
        queue, results, event = manager.Queue(), manager.Queue(maxsize=5), manager.Event()
        worker = multiprocessing.Process(target=consume, args=(queue, results, event))
        worker.start()
        for i in (1, 2, 3):
            queue.put(i)
        queue.put(None)
        print(event.is_set())
        event.set()
        worker.join()
        print([results.get() for _ in range(3)], results.empty(), results.qsize(), event.is_set(), event.wait(1))
        try:
            results.get_nowait()
        except Exception as error:
            print(type(error).__name__)

        semaphore, recursive, condition = manager.Semaphore(1), manager.RLock(), manager.Condition()
        print(semaphore.acquire(), semaphore.acquire(False), semaphore.release(), lock.acquire(True, 0.1), lock.acquire(timeout=0.01), lock.release())
        with recursive:
            print(recursive.acquire(), recursive.release())
        with condition:
            print(condition.wait(0.01), condition.wait_for(lambda: 3, 1), condition.notify(), condition.notify_all())
        barrier, met = manager.Barrier(2), manager.list()
        other = multiprocessing.Process(target=meet, args=(barrier, met))
        other.start()
        print(barrier.wait(10) in (0, 1), barrier.parties, barrier.broken)
        other.join()
        print(met, barrier.n_waiting)
        barrier.abort()
        print(barrier.broken, barrier.reset(), barrier.broken)
        with manager.Pool(2) as pool:
            print(pool.map(abs, [-1, 2, -3]), pool.apply(max, (1, 2)), pool.apply_async(pow, (2, 5)).get(), list(pool.imap(abs, [-4])))


if __name__ == "__main__":
    main()
