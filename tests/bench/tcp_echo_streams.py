# TCP echo by streams: ten clients in the server's process send lines and wait for each reply. The clock counts processor time.
import asyncio
import time

CLIENTS, MESSAGES = 10, 2_000
LINE = b"x" * 99 + b"\n"


async def serve(reader, writer):
  while line := await reader.readline():
    writer.write(line)
    await writer.drain()
  writer.close()


async def client(address):
  reader, writer = await asyncio.open_connection(*address)
  received = 0
  for _ in range(MESSAGES):
    writer.write(LINE)
    await writer.drain()
    received += len(await reader.readline())
  writer.close()
  await writer.wait_closed()
  return received


async def main():
  async with await asyncio.start_server(serve, "127.0.0.1", 0) as server:
    address = server.sockets[0].getsockname()
    start = time.process_time()
    received = sum(await asyncio.gather(*(client(address) for _ in range(CLIENTS))))
    return received, time.process_time() - start


total, elapsed = asyncio.run(main())
print("tcp_echo_streams", total)
print(f"# {elapsed / (CLIENTS * MESSAGES) * 1e9:.1f} ns per op")
