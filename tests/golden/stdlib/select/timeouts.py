# The timeouts of select(), poll() and epoll: seconds, milliseconds, seconds.
import select, socket
from fractions import Fraction

writable = socket.socketpair()[0]
poll = select.poll()
poll.register(writable, select.POLLOUT)
epoll = select.epoll()
epoll.register(writable, select.EPOLLOUT)

for timeout in (None, 0, True, 1, 0.5, -1, -0.5, "x", Fraction(1, 2), 2 * 10**6, 10**9, 3 * 10**9, 1e9, 1e10, 10**10, 1e20, 10**20,
                -10**20, float("nan"), float("inf")):
    print(timeout)
    for wait in (lambda: select.select([], [writable], [], timeout), lambda: poll.poll(timeout), lambda: epoll.poll(timeout)):
        try:
            print("   ", len(wait()), "found")
        except Exception as e:
            print("   ", type(e).__name__, e)
