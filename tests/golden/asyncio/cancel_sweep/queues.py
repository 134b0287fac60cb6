# Queues: no item and no place is lost when a task that waits is cancelled.
import asyncio
from _sweep import sweep, waiters


def getters(kind, items, victim=0, count=3):
    def scenario(case):
        it = kind()

        def put():
            for item in items:
                it.put_nowait(item)

        return waiters(case, lambda i: it.get(), put, lambda: (it.qsize(), len(it._getters), it._unfinished_tasks), count, victim=victim)
    return scenario


def putters(kind, size, take, victim=0):
    def scenario(case):
        it = kind(size)
        for item in range(7, 7 + size):
            it.put_nowait(item)
        return waiters(case, lambda i: it.put(i), lambda: [it.get_nowait() for _ in range(take)],
                       lambda: (list(it._queue), len(it._putters), it._unfinished_tasks), 3, victim=victim)
    return scenario


def stolen(case):
    it = asyncio.Queue()
    return waiters(case, lambda i: it.get(), lambda: (it.put_nowait("x"), it.get_nowait()), lambda: (it.qsize(), len(it._getters)))


def join(case):
    it = asyncio.Queue()
    it.put_nowait(1)
    return waiters(case, lambda i: it.join(), lambda: (it.get_nowait(), it.task_done()), lambda: it._unfinished_tasks)


sweep({
    "get": getters(asyncio.Queue, "a"),
    "get, the second waiter": getters(asyncio.Queue, "ab", victim=1),
    "get, two items": getters(asyncio.Queue, "ab"),
    "get, last in first out": getters(asyncio.LifoQueue, "ab", count=2),
    "get, by priority": getters(asyncio.PriorityQueue, (5, 1), count=2),
    "get, but somebody else takes it": stolen,
    "put": putters(asyncio.Queue, 1, 1),
    "put, the second waiter": putters(asyncio.Queue, 1, 1, victim=1),
    "put, two places": putters(asyncio.LifoQueue, 2, 2),
    "join": join,
})
