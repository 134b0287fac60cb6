# A loop with a selector of the program calls a reader once for what it has to read.
import asyncio, selectors, socket

class Counting(selectors.EpollSelector):
  calls = 0
  def select(self, timeout=None):
    Counting.calls += 1
    return super().select(timeout)

async def main():
  loop = asyncio.get_running_loop()
  left, right = socket.socketpair()
  left.setblocking(False)
  got = []
  loop.add_reader(left, lambda: got.append(left.recv(10)))
  for text in b"one", b"two":
    right.send(text)
    await asyncio.sleep(0.01)
  print(got, loop.remove_reader(left))
  reader, writer = await asyncio.open_connection(sock=left)
  right.send(b"line\n")
  print(await reader.readline())
  writer.close()
  right.close()

loop = asyncio.SelectorEventLoop(Counting())
loop.run_until_complete(main())
loop.close()
print(Counting.calls > 2)
