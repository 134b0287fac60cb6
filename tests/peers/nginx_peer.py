# Talks HTTP/1.1 to the nginx on the port given: keep-alive, a body of a megabyte, many connections, errors, and a half-closed connection.
import asyncio
import sys

PORT = int(sys.argv[1])


async def response(reader):
  status = (await reader.readline()).split()[1].decode()
  headers = {}
  while (line := await reader.readline()) != b"\r\n":
    name, _, value = line.decode().partition(":")
    headers[name.lower()] = value.strip()
  if headers.get("transfer-encoding") == "chunked":
    body = b""
    while size := int(await reader.readline(), 16):
      body += (await reader.readexactly(size + 2))[:-2]
    await reader.readline()
  else:
    body = await reader.readexactly(int(headers.get("content-length", 0)))
  return status, headers, body


async def get(stream, path, *extra):
  reader, writer = stream
  writer.write("\r\n".join([f"GET {path} HTTP/1.1", f"Host: localhost:{PORT}", *extra, "", ""]).encode())
  await writer.drain()
  return await response(reader)


async def close(stream):
  stream[1].close()
  await stream[1].wait_closed()


async def main():
  stream = await asyncio.open_connection("127.0.0.1", PORT)
  status, headers, body = await get(stream, "/hello.txt")
  print(status, headers["content-length"], headers["connection"], body)
  status, headers, body = await get(stream, "/big.bin")
  print(status, len(body), body == bytes(range(256)) * 4096)
  status, headers, body = await get(stream, "/big.bin", "Range: bytes=100-109")
  print(status, headers["content-range"], list(body))
  status, headers, body = await get(stream, "/absent")
  print(status, b"404 Not Found" in body)
  await close(stream)

  stream = await asyncio.open_connection("127.0.0.1", PORT)
  stream[1].write(b"GET /hello.txt HTTP/1.0\r\n\r\n")
  stream[1].write_eof()
  print((await stream[0].read()).endswith(b"hello from nginx\n"))
  await close(stream)

  stream = await asyncio.open_connection("127.0.0.1", PORT)
  stream[1].write(b"nonsense\r\n\r\n")
  print((await stream[0].readline()).split()[1])
  await close(stream)

  # Requests one after the other without waiting for the answers.
  stream = await asyncio.open_connection("127.0.0.1", PORT)
  for _ in range(10):
    stream[1].write(f"GET /hello.txt HTTP/1.1\r\nHost: localhost:{PORT}\r\n\r\n".encode())
  print([(await response(stream[0]))[0] for _ in range(10)])
  await close(stream)

  async def client(number):
    own = await asyncio.open_connection("127.0.0.1", PORT)
    sizes = [len((await get(own, "/big.bin" if number % 10 == 0 else "/hello.txt"))[2]) for _ in range(5)]
    await close(own)
    return sum(sizes)

  print(sum(await asyncio.gather(*(client(number) for number in range(100)))))


asyncio.run(main())
