# Locks, events, conditions, semaphores and barriers: a permit that is given to a cancelled task goes to the next.
import asyncio
from _sweep import sweep, waiters


def taken(primitive):
    try:
        primitive.acquire().send(None)
    except StopIteration:
        return primitive


def within(case, primitive):
    async def body(i):
        async with primitive:
            case.note("in", i)
            await asyncio.sleep(0)
        return i
    return body


def lock(case):
    it = taken(asyncio.Lock())
    return waiters(case, within(case, it), it.release, lambda: it.locked(), 3)


def lock_second(case):
    it = taken(asyncio.Lock())
    return waiters(case, within(case, it), it.release, lambda: it.locked(), 3, victim=1)


def semaphore(case):
    it = taken(asyncio.Semaphore(1))
    return waiters(case, within(case, it), it.release, lambda: (it._value, it.locked()), 3)


def semaphore_two_permits(case):
    it = asyncio.BoundedSemaphore(2)
    taken(it), taken(it)
    return waiters(case, lambda i: it.acquire(), lambda: (it.release(), it.release()), lambda: (it._value, it.locked()), 4)


def semaphore_newcomer(case):
    it = asyncio.Semaphore(0)
    return waiters(case, lambda i: it.acquire(), lambda: (it.release(), case.spawn("late", it.acquire()))[0], lambda: (it._value, it.locked()))


def event(case):
    it = asyncio.Event()
    return waiters(case, lambda i: it.wait(), it.set, lambda: it.is_set())


def event_pulse(case):
    it = asyncio.Event()
    return waiters(case, lambda i: it.wait(), lambda: (it.set(), it.clear()), lambda: it.is_set(), end=it.set)


def condition_of(notify, victim, hold=0):
    def scenario(case):
        it = asyncio.Condition()

        async def wait(i):
            async with it:
                try:
                    await it.wait()
                finally:
                    case.note("woken", i, it.locked())
                await asyncio.sleep(0)
            return i

        async def tell():
            async with it:
                notify(it)
                for _ in range(hold):
                    await asyncio.sleep(0)

        return waiters(case, wait, lambda: case.spawn("teller", tell()) and None, lambda: it.locked(), 3, victim=victim)
    return scenario


def condition_wait_for(case):
    it = asyncio.Condition()
    ready = set()

    async def wait(i):
        async with it:
            await it.wait_for(lambda: i in ready)
        return i

    async def tell():
        async with it:
            ready.update((0, 1))
            it.notify_all()

    return waiters(case, wait, lambda: case.spawn("teller", tell()) and None, lambda: it.locked())


def barrier_of(event, victim=0):
    def scenario(case):
        it = asyncio.Barrier(3)

        async def wait(i):
            async with it as position:
                case.note("position", i, position)
                await asyncio.sleep(0)
            return i

        return waiters(case, wait, lambda: case.spawn("other", event(it, wait)) and None, lambda: (it.n_waiting, it.broken), victim=victim)
    return scenario


sweep({
    "lock": lock,
    "lock, the second waiter": lock_second,
    "semaphore": semaphore,
    "bounded semaphore, two permits": semaphore_two_permits,
    "semaphore and a newcomer": semaphore_newcomer,
    "event": event,
    "event set and cleared": event_pulse,
    "condition, notify": condition_of(lambda it: it.notify(), 0),
    "condition, notify(2), the second waiter, lock held on": condition_of(lambda it: it.notify(2), 1, hold=3),
    "condition, notify_all": condition_of(lambda it: it.notify_all(), 2),
    "condition, wait_for": condition_wait_for,
    "barrier": barrier_of(lambda it, wait: wait("late")),
    "barrier, the second waiter": barrier_of(lambda it, wait: wait("late"), 1),
    "barrier aborted": barrier_of(lambda it, wait: it.abort()),
    "barrier reset": barrier_of(lambda it, wait: it.reset()),
})
