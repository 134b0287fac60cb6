# TLS: certificates that are not accepted, and servers that do not speak TLS.
import asyncio, ssl
server_context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
server_context.load_cert_chain("_cert.pem", "_key.pem")
async def attempt(port, context, name):
    try:
        reader, writer = await asyncio.open_connection("127.0.0.1", port, ssl=context, server_hostname=name)
        writer.write(b"hi\n")
        print(await reader.readline())
        writer.close()
        await writer.wait_closed()
    except ssl.SSLCertVerificationError as e:
        print(type(e).__name__, e.reason, e.verify_code, e.verify_message, e.library, e.args[0])
    except ssl.SSLError as e:
        print(type(e).__name__, e.reason, e.library)
    except OSError as e:
        print(type(e).__name__, e)
async def main():
    async def handle(reader, writer):
        writer.write(await reader.readline())
        writer.close()
    server = await asyncio.start_server(handle, "127.0.0.1", 0, ssl=server_context)
    plain = await asyncio.start_server(handle, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    await attempt(port, ssl.create_default_context(), "localhost")
    await attempt(port, ssl.create_default_context(cafile="_cert.pem"), "localhost")
    await attempt(port, ssl.create_default_context(cafile="_cert.pem"), "127.0.0.1")
    await attempt(port, ssl.create_default_context(cafile="_cert.pem"), "other.example")
    unverified = ssl.create_default_context()
    unverified.check_hostname = False
    unverified.verify_mode = ssl.CERT_NONE
    await attempt(port, unverified, "other.example")
    await attempt(port, unverified, "")
    await attempt(plain.sockets[0].getsockname()[1], unverified, "x")
    old = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    old.load_verify_locations("_cert.pem")
    old.maximum_version = ssl.TLSVersion.TLSv1_2
    await attempt(port, old, "localhost")
    server_context.minimum_version = ssl.TLSVersion.TLSv1_3
    server.close(); plain.close()
    print("loop goes on")
asyncio.run(main())
