# A cached_property is computed once, also when several threads ask for it at the same time.
import functools
import threading
import time


class Slow:
    calls = 0

    @functools.cached_property
    def value(self):
        time.sleep(0.02)
        Slow.calls += 1
        return Slow.calls


slow = Slow()
threads = [threading.Thread(target=lambda: slow.value) for _ in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(slow.value, Slow.calls)


class Recursive:
    @functools.cached_property
    def one(self):
        return 1 + self.two

    @functools.cached_property
    def two(self):
        return 2


print(Recursive().one)
