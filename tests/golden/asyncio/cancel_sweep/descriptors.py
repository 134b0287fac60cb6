# Socket operations and stream readers: a cancelled one takes no bytes with it, and the next one works.
import asyncio
import socket

MODES = ("c", "e", "ce", "ec", "cec")


async def turns(count=8):
    for _ in range(count):
        await asyncio.sleep(0)


def loop():
    return asyncio.get_running_loop()


async def watch(log, operation):
    try:
        log.append(f"gets {await operation()!r}")
    except asyncio.CancelledError as error:
        log.append(f"cancelled {error.args} {asyncio.current_task().cancelling()}")
        raise
    except (RuntimeError, asyncio.IncompleteReadError) as error:
        log.append(f"{type(error).__name__} {error}")


async def run(scenario, at, mode):
    log = []
    left, right = socket.socketpair()
    left.setblocking(False)
    right.setblocking(False)
    operation, event, after, close = await scenario(left, right)
    task = asyncio.create_task(watch(log, operation))
    await turns(at)
    for letter in mode:
        if letter == "c":
            log.append(f"cancel {task.cancel('stop')}")
        else:
            log.append(f"event {event()}")
    await turns()
    log.append(f"done {task.done()}")
    await watch(log, after)
    task.cancel()
    await asyncio.wait([task])
    close()
    left.close()
    right.close()
    await asyncio.sleep(0)
    print(f"  {at} {mode:3} {'; '.join(log)}")


def nothing():
    pass


async def sock_recv(left, right):
    async def after():
        right.send(b"next")
        return await loop().sock_recv(left, 100)
    return lambda: loop().sock_recv(left, 100), lambda: right.send(b"data"), after, nothing


async def sock_recv_into(left, right):
    buffer = bytearray(6)

    async def after():
        right.send(b"next")
        return await loop().sock_recv_into(left, buffer), bytes(buffer)
    return lambda: loop().sock_recv_into(left, buffer), lambda: right.send(b"data"), after, nothing


async def sock_sendall(left, right):
    left.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 4096)

    def read_all():
        data = b""
        try:
            while True:
                data += right.recv(1 << 16)
        except BlockingIOError:
            return len(data) > 1000

    async def after():
        read_all()
        await loop().sock_sendall(left, b"tail")
        return right.recv(1 << 16)[-4:]
    return lambda: loop().sock_sendall(left, b"x" * 50000), read_all, after, nothing


async def sock_accept(left, right):
    server = socket.create_server(("127.0.0.1", 0))
    server.setblocking(False)
    made = [server]

    async def accept():
        made.append((await loop().sock_accept(server))[0])
        return "accepted"

    def connect():
        made.append(socket.create_connection(server.getsockname()))

    def close():
        for one in made:
            one.close()

    async def after():
        connect()
        return await accept()
    return accept, connect, after, close


def reading(operation, data=b"line one\nline two\n"):
    async def scenario(left, right):
        reader, writer = await asyncio.open_connection(sock=left)

        async def after():
            right.send(b"tail\n")
            right.shutdown(socket.SHUT_WR)
            return await reader.read()
        return lambda: operation(reader), lambda: right.send(data), after, writer.close
    return scenario


async def two_readers(left, right):
    reader, writer = await asyncio.open_connection(sock=left)

    async def after():
        right.send(b"tail")
        return await reader.read(3)
    return lambda: reader.read(5), lambda: asyncio.ensure_future(watch([], lambda: reader.read(3))) and right.send(b"abcdef"), after, writer.close


SCENARIOS = {
    "sock_recv": sock_recv,
    "sock_recv_into": sock_recv_into,
    "sock_sendall": sock_sendall,
    "sock_accept": sock_accept,
    "read(5)": reading(lambda reader: reader.read(5)),
    "read()": reading(lambda reader: reader.read()),
    "readline": reading(lambda reader: reader.readline()),
    "readuntil": reading(lambda reader: reader.readuntil(b"two")),
    "readexactly": reading(lambda reader: reader.readexactly(12)),
    "readexactly, too little": reading(lambda reader: reader.readexactly(100), b"part"),
    "iteration": reading(lambda reader: reader.__anext__()),
    "two readers": two_readers,
}
for name, scenario in SCENARIOS.items():
    print(name)
    for at in range(3):
        for mode in MODES:
            asyncio.run(run(scenario, at, mode))
