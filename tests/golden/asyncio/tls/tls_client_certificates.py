# TLS: the client's certificate, ALPN through streams, the server's view.
import asyncio, ssl, os
here = ""
sc = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH, cafile=here + "_cert.pem")
sc.load_cert_chain(here + "_cert.pem", here + "_key.pem")
sc.verify_mode = ssl.CERT_REQUIRED
sc.set_alpn_protocols(["b", "a"])
async def main():
    async def handle(r, w):
        o = w.get_extra_info("ssl_object")
        print("server sees", w.get_extra_info("peercert")["subject"][-1], o.selected_alpn_protocol())
        w.write(b"ok")
        w.close()
    server = await asyncio.start_server(handle, "127.0.0.1", 0, ssl=sc)
    addr = server.sockets[0].getsockname()
    cc = ssl.create_default_context(cafile=here + "_cert.pem")
    cc.set_alpn_protocols(["a", "b"])
    try:
        r, w = await asyncio.open_connection(*addr, ssl=cc, server_hostname="localhost")
        print("read", await r.read())
        w.close()
    except (OSError, ssl.SSLError) as e:
        print("refused", isinstance(e, OSError))
    cc.load_cert_chain(here + "_cert.pem", here + "_key.pem")
    r, w = await asyncio.open_connection(*addr, ssl=cc, server_hostname="localhost")
    print(await r.read(), w.get_extra_info("ssl_object").selected_alpn_protocol())
    w.close()
    await w.wait_closed()
    server.close()
    await server.wait_closed()
asyncio.run(main())
