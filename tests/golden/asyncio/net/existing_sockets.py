# connect_accepted_socket, and create_connection over a socket that exists.
import asyncio, socket
async def settle():
    for _ in range(50):  # turns of the loop, so that a busy machine does not matter
        await asyncio.sleep(0.0002)
class P(asyncio.Protocol):
    def __init__(self, name): self.name = name
    def connection_made(self, t):
        print(self.name, "made", t.get_extra_info("peername") is not None)
        t.write(self.name.encode())
    def data_received(self, d): print(self.name, "data", d)
    def connection_lost(self, e): print(self.name, "lost", e)
async def main():
    loop = asyncio.get_running_loop()
    l = socket.create_server(("127.0.0.1", 0))
    c = socket.create_connection(l.getsockname())
    s, _ = l.accept()
    st, sp = await loop.connect_accepted_socket(lambda: P("server"), s)
    ct, cp = await loop.create_connection(lambda: P("client"), sock=c)
    await settle()
    print(c.gettimeout(), ct.get_extra_info("socket").fileno() == c.fileno())
    try:
        loop.add_reader(c, print)
    except RuntimeError as e:
        print(str(e).split(" is used")[1][:40])
    try:
        await loop.sock_recv(c, 1)
    except RuntimeError as e:
        print("RuntimeError")
    ct.close()
    await settle()
    print(c.fileno(), st.is_closing())
    a, b = socket.socketpair()
    t, p = await loop.create_connection(lambda: P("pair"), sock=a)
    b.send(b"x"); b.close()
    await settle()
    l.close()
asyncio.run(main())
