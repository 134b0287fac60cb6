# Every event of both sides of a TLS connection, in order.
import asyncio, ssl, socket
here=""
sc = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH); sc.load_cert_chain(here+"_cert.pem", here+"_key.pem")
cc = ssl.create_default_context(cafile=here+"_cert.pem")
log = []
class S(asyncio.Protocol):
    def connection_made(self, t): log.append("S made"); self.t = t; t.write(b"hi")
    def data_received(self, d): log.append(f"S {d}")
    def eof_received(self): log.append("S eof"); return True
    def connection_lost(self, e): log.append(f"S lost {e}")
class C(asyncio.Protocol):
    def connection_made(self, t): log.append("C made"); self.t = t
    def data_received(self, d): log.append(f"C {d}"); self.t.write(b"yo"); self.t.close()
    def eof_received(self): log.append("C eof")
    def connection_lost(self, e): log.append(f"C lost {e}"); done.set_result(None)
async def main():
    global done
    loop = asyncio.get_running_loop(); done = loop.create_future()
    server = await loop.create_server(S, "127.0.0.1", 0, ssl=sc)
    t, p = await loop.create_connection(C, *server.sockets[0].getsockname(), ssl=cc)
    log.append("connected")
    await done
    for _ in range(30): await asyncio.sleep(0.0005)
    server.close()
    print(t.is_closing(), t.get_extra_info("peername"), t.get_write_buffer_size() if False else 0)
    for bad in ("x", 5):
        try: t.write(bad)
        except TypeError as e: print(e)
    for i in range(7): t.write(b"lost")
asyncio.run(main())
print("\n".join(log))
