# Datagram endpoints.
import asyncio
async def settle():
    for _ in range(50):  # turns of the loop, so that a busy machine does not matter
        await asyncio.sleep(0.0002)
class Server(asyncio.DatagramProtocol):
    def connection_made(self, transport):
        print("made", type(transport).__name__)
        self.transport = transport
    def datagram_received(self, data, addr):
        print("got", data, addr[0])
        self.transport.sendto(data[::-1], addr)
    def connection_lost(self, exc):
        print("server lost", exc)
class Client(asyncio.DatagramProtocol):
    def __init__(self):
        self.got = asyncio.Queue()
    def datagram_received(self, data, addr):
        self.got.put_nowait(data)
    def error_received(self, exc):
        self.got.put_nowait(exc)
    def connection_lost(self, exc):
        print("client lost", exc)
async def main():
    loop = asyncio.get_running_loop()
    st, sp = await loop.create_datagram_endpoint(Server, local_addr=("127.0.0.1", 0))
    addr = st.get_extra_info("sockname")
    ct, cp = await loop.create_datagram_endpoint(Client, remote_addr=addr)
    ct.sendto(b"abc")
    print(await cp.got.get())
    ct.sendto(b"def", addr)
    print(await cp.got.get())
    for args in ((b"x", ("127.0.0.1", 1)), ("text",), (b"",)):
        try:
            print(ct.sendto(*args))
        except Exception as e:
            print(type(e).__name__, str(e).replace(str(addr[1]), "PORT"))
    st.close()
    await settle()
    ct.sendto(b"nobody")
    print(repr(await cp.got.get()))
    ct.close()
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    for kw in (dict(), dict(local_addr="x"), dict(local_addr=("127.0.0.1", 0), remote_addr=("::1", 1))):
        try:
            await loop.create_datagram_endpoint(Client, **kw)
        except Exception as e:
            print(type(e).__name__, e)
asyncio.run(main())
