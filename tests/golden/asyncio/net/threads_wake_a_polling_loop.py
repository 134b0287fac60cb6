# call_soon_threadsafe and run_coroutine_threadsafe reach a loop that waits for a socket.
import asyncio, threading, socket
async def main():
    loop = asyncio.get_running_loop()
    a, b = socket.socketpair()
    a.setblocking(False)
    task = asyncio.create_task(loop.sock_recv(a, 10))
    await asyncio.sleep(0)
    got = []
    done = loop.create_future()
    async def co(x):
        return x * 2
    def other():
        for i in range(3):
            loop.call_soon_threadsafe(got.append, i)
        print(asyncio.run_coroutine_threadsafe(co(21), loop).result(5))
        b.send(b"data")
        loop.call_soon_threadsafe(done.set_result, None)
    t = threading.Thread(target=other)
    t.start()
    await done
    print(got, await task)
    t.join()
    a.close(); b.close()
asyncio.run(main())
