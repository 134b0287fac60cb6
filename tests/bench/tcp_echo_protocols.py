# TCP echo by protocols: ten clients in the server's process send messages and wait for each reply. The clock counts processor time.
import asyncio
import time

CLIENTS, MESSAGES = 10, 2_000
MESSAGE = b"x" * 99 + b"\n"


class Server(asyncio.Protocol):
  def connection_made(self, transport):
    self.transport = transport

  def data_received(self, data):
    self.transport.write(data)


class Client(asyncio.Protocol):
  def __init__(self, done):
    self.done = done
    self.received = 0

  def connection_made(self, transport):
    self.transport = transport
    transport.write(MESSAGE)

  def data_received(self, data):
    self.received += len(data)
    if self.received == len(MESSAGE) * MESSAGES:
      self.transport.close()
    elif self.received % len(MESSAGE) == 0:
      self.transport.write(MESSAGE)

  def connection_lost(self, exc):
    self.done.set_result(self.received)


async def client(loop, address):
  done = loop.create_future()
  await loop.create_connection(lambda: Client(done), *address)
  return await done


async def main():
  loop = asyncio.get_running_loop()
  async with await loop.create_server(Server, "127.0.0.1", 0) as server:
    address = server.sockets[0].getsockname()
    start = time.process_time()
    received = sum(await asyncio.gather(*(client(loop, address) for _ in range(CLIENTS))))
    return received, time.process_time() - start


total, elapsed = asyncio.run(main())
print("tcp_echo_protocols", total)
print(f"# {elapsed / (CLIENTS * MESSAGES) * 1e9:.1f} ns per op")
