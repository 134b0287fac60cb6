# A socket pair with add_reader and add_writer, step by step.
import asyncio, socket
async def main():
    loop = asyncio.get_running_loop()
    a, b = socket.socketpair()
    a.setblocking(False); b.setblocking(False)
    done = loop.create_future()
    def readable():
        print("readable", b.recv(10))
        done.set_result(None)
    loop.add_reader(b, readable)
    loop.call_soon(print, "soon")
    a.send(b"one")
    loop.call_soon(print, "soon 2")
    await done
    print(loop.remove_reader(b), loop.remove_reader(b))
    count = 0
    stop = loop.create_future()
    def writable(name):
        nonlocal count
        count += 1
        print("writable", name, count)
        if count == 3:
            print(loop.remove_writer(a.fileno()))
            stop.set_result(None)
    loop.add_writer(a.fileno(), writable, "x")
    await stop
    for bad in (-1, "x", None, 1.5, 12345):
        try:
            loop.add_reader(bad, print)
        except Exception as e:
            print(type(e).__name__, e)
    with open(__file__) as f:
        try:
            loop.add_reader(f, print)
        except Exception as e:
            print(type(e).__name__, e)
    # replaced
    loop.add_reader(b, print, "first")
    loop.add_reader(b, print, "second")
    a.send(b"zz")
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print(loop.remove_reader(b))
    a.close(); b.close()
asyncio.run(main())
