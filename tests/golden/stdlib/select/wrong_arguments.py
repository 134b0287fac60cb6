# Descriptors and events that are none, or too large.
import os
import select


class File:
  def __init__(self, number):
    self.number = number

  def fileno(self):
    return self.number


reader, writer = os.pipe()
poll, epoll = select.poll(), select.epoll()
for number in (-1, 1 << 40, 1 << 70, "x", 1.5, None):
  for action in (lambda: poll.register(number), lambda: poll.register(File(number)), lambda: select.select([number], [], [], 0),
                 lambda: epoll.register(File(number)), lambda: poll.register(reader, number)):
    try:
      print(number, action())
    except Exception as error:
      print(number, type(error).__name__, error)
