# TLS streams: handshake, data in both directions, the peer's certificate, orderly end.
import asyncio, ssl
async def settle():
    for _ in range(50):  # turns of the loop, so that a busy machine does not matter
        await asyncio.sleep(0.0002)
server_context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
server_context.load_cert_chain("_cert.pem", "_key.pem")
client_context = ssl.create_default_context(cafile="_cert.pem")
async def handle(reader, writer):
    print("server", writer.get_extra_info("ssl_object").version(), writer.get_extra_info("peercert"))
    while line := await reader.readline():
        writer.write(line.upper())
        await writer.drain()
    print("server at end")
    writer.close()
async def main():
    server = await asyncio.start_server(handle, "127.0.0.1", 0, ssl=server_context)
    port = server.sockets[0].getsockname()[1]
    reader, writer = await asyncio.open_connection("127.0.0.1", port, ssl=client_context, server_hostname="localhost")
    cert = writer.get_extra_info("peercert")
    print(cert["subject"], cert["subjectAltName"], cert["version"])
    print(writer.get_extra_info("cipher")[1], writer.get_extra_info("sslcontext") is client_context, writer.get_extra_info("compression"))
    print(type(writer.transport).__name__, writer.can_write_eof())
    for word in (b"one\n", b"two\n"):
        writer.write(word)
        await writer.drain()
        print(await reader.readline())
    big = b"x" * 300000 + b"\n"
    total = 0
    try:
        writer.write(b"y" * 65000 + b"\n")
        print(len(await reader.readline()))
    except ValueError as e:
        print(e)
    try:
        writer.write_eof()
    except NotImplementedError as e:
        print("no write_eof", e)
    writer.close()
    await writer.wait_closed()
    print("closed", await reader.read())
    await settle()
    server.close()
    await server.wait_closed()
asyncio.run(main())
