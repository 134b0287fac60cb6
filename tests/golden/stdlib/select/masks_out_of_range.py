# Masks of events: poll() checks them, of epoll's the lower half counts.
import os
import select

reading, writing = os.pipe()
poll, epoll = select.poll(), select.epoll()
epoll.register(reading, 2**40 + select.EPOLLIN)
os.write(writing, b"x")
print(epoll.poll(1) == [(reading, select.EPOLLIN)])
for call in (lambda: epoll.modify(reading, -1), lambda: epoll.register(reading, "x"), lambda: poll.register(reading, -1), lambda: poll.register(reading, 2**20)):
  try:
    print(call())
  except Exception as error:
    print(type(error).__name__, error)
