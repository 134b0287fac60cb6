# select(), poll() and epoll() on pipes.
import os
import select

reader, writer = os.pipe()
print(select.select([reader], [writer], [], 0) == ([], [writer], []), select.select([], [], [], 0))
os.write(writer, b"x")
print(select.select([reader], [], [], 1) == ([reader], [], []))
poll = select.poll()
poll.register(reader)
poll.register(writer, select.POLLOUT)
print(sorted((fd == reader, event & (select.POLLIN | select.POLLOUT)) for fd, event in poll.poll(0)))
poll.modify(reader, select.POLLPRI)
poll.unregister(writer)
print(poll.poll(0), select.POLLIN, select.POLLOUT, select.POLLHUP, select.PIPE_BUF)
with select.epoll() as epoll:
  epoll.register(reader, select.EPOLLIN)
  print([(fd == reader, event) for fd, event in epoll.poll(0)], epoll.closed, epoll.fileno() > 2)
  epoll.modify(reader, 0)
  print(epoll.poll(0.01), epoll.unregister(reader))
print(epoll.closed)
for call, arguments in ((select.select, ([99999], [], [])), (select.select, (["x"], [], [])), (select.select, ([], [], [], -1)), (poll.unregister, (writer,)),
                        (poll.modify, (writer, 1)), (epoll.poll, ())):
  try:
    call(*arguments)
  except (OSError, ValueError, TypeError, KeyError) as error:
    print(type(error).__name__, error)
