# Sockets are closed by another thread while the loop waits for them: nothing breaks.
import asyncio, socket, threading, os, random
async def main():
    loop = asyncio.get_running_loop()
    live = []
    stop = False
    def closer():
        while not stop:
            if live:
                s = live.pop()
                s.close()
    t = threading.Thread(target=closer)
    t.start()
    for i in range(300):
        a, b = socket.socketpair()
        a.setblocking(False)
        loop.add_reader(a, lambda a=a: None)
        loop.add_writer(a, lambda a=a: None)
        live.append(a)
        await asyncio.sleep(0)
        b.close()
        if i % 10 == 0:
            await asyncio.sleep(0.001)
    stop = True
    t.join()
    print("survived")
asyncio.run(main())
