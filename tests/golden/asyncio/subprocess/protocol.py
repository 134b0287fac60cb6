# loop.subprocess_exec() with a protocol.
import asyncio


class Protocol(asyncio.SubprocessProtocol):
    def __init__(self, done):
        self.done = done
        self.output = {1: bytearray(), 2: bytearray()}
        self.events = []

    def connection_made(self, transport):
        self.events.append("made")

    def pipe_data_received(self, fd, data):
        self.output[fd] += data

    def pipe_connection_lost(self, fd, exc):
        self.events.append(f"pipe {fd} lost {exc}")

    def process_exited(self):
        self.events.append("exited")

    def connection_lost(self, exc):
        self.events.append(f"lost {exc}")
        self.done.set_result(None)


async def main():
    loop = asyncio.get_running_loop()
    done = loop.create_future()
    transport, protocol = await loop.subprocess_exec(lambda: Protocol(done), "sh", "-c", "cat; echo err >&2; exit 4")
    print(transport.get_pid() > 0, transport.get_returncode(), transport.get_pipe_transport(5), transport.is_closing())
    stdin = transport.get_pipe_transport(0)
    stdin.write(b"data")
    stdin.close()
    await done
    print(bytes(protocol.output[1]), bytes(protocol.output[2]), transport.get_returncode())
    print(protocol.events[0], sorted(protocol.events[1:-1]), protocol.events[-1])
    transport.close()
    print(transport.is_closing())
    try:
        transport.kill()
    except ProcessLookupError:
        print("ProcessLookupError")

    done = loop.create_future()
    transport, protocol = await loop.subprocess_shell(lambda: Protocol(done), "exec sleep 60", stdin=None, stdout=None, stderr=None)
    transport.close()
    await done
    print(protocol.events, transport.get_returncode())


asyncio.run(main())
