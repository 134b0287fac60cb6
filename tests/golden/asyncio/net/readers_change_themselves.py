# Readers and writers that change themselves inside their callbacks; errors in callbacks.
import asyncio, socket
async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda l, c: print(c["message"].split(" at ")[0][:60], repr(c["exception"])))
    a, b = socket.socketpair()
    a.setblocking(False); b.setblocking(False)
    n = 0
    def reader():
        nonlocal n
        n += 1
        if n == 1:
            raise ValueError("first")
        print("read", a.recv(1))
        if n == 3:
            loop.remove_reader(a)
            loop.add_writer(a, writer)
    def writer():
        print("write")
        loop.remove_writer(a)
        loop.add_reader(a, second)
    def second():
        print("second", a.recv(100))
        loop.remove_reader(a)
        done.set_result(None)
    done = loop.create_future()
    loop.add_reader(a, reader)
    b.send(b"123456")
    await done
    # close while registered: no events any more
    loop.add_reader(a, print, "never")
    loop.remove_reader(a)
    a.close()
    b.close()
    # descriptor number is used again
    c, d = socket.socketpair()
    got = loop.create_future()
    loop.add_reader(c, lambda: got.done() or got.set_result(c.recv(10)))
    d.send(b"new")
    print(await got)
    print(loop.remove_reader(c.fileno()), loop.remove_writer(c))
    c.close(); d.close()
asyncio.run(main())
