# TLS on a connection that began without it: start_tls on both sides.
import asyncio, ssl
server_context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
server_context.load_cert_chain("_cert.pem", "_key.pem")
client_context = ssl.create_default_context(cafile="_cert.pem")
async def handle(reader, writer):
    print("plain", await reader.readline())
    writer.write(b"go ahead\n")
    await writer.drain()
    await writer.start_tls(server_context)
    print("encrypted", await reader.readline())
    writer.write(b"secret\n")
    await writer.drain()
    writer.close()
async def main():
    server = await asyncio.start_server(handle, "127.0.0.1", 0)
    reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
    writer.write(b"STARTTLS\n")
    print(await reader.readline())
    await writer.start_tls(client_context, server_hostname="localhost")
    print(writer.get_extra_info("ssl_object").version())
    writer.write(b"hello\n")
    print(await reader.readline(), await reader.read())
    writer.close()
    await writer.wait_closed()
    loop = asyncio.get_running_loop()
    for args in ((None, None, None), (None, None, client_context)):
        try:
            await loop.start_tls(*args)
        except TypeError as e:
            print(e)
    server.close()
asyncio.run(main())
